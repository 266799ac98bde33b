// What an organisation's policy sets otherwise than the defaults do, counted.
import type { CheckView } from '../../shared/api/operations.ts';
import { defaultPolicy, type Policy } from '../../shared/domain/policy.ts';

type Switched = Pick<CheckView, 'id' | 'onByDefault'>;

/** The ids of the checks that are on under a policy. */
export const checksOn = ({ checks: said }: Pick<Policy, 'checks'>, checks: readonly Switched[]): string[] =>
  checks.filter(({ id, onByDefault }) => said[id] ?? onByDefault).map(({ id }) => id);

/** How many thresholds, and how many checks, stand otherwise than by default. */
export const setOtherwise = (
  policy: Policy,
  checks: readonly Switched[],
): { readonly thresholds: number; readonly checks: number } => ({
  thresholds: Object.entries(defaultPolicy).filter(
    ([name, value]) =>
      name !== 'checks' && JSON.stringify(policy[name as keyof Policy]) !== JSON.stringify(value),
  ).length,
  checks: checks.filter(({ id, onByDefault }) => (policy.checks[id] ?? onByDefault) !== onByDefault).length,
});
