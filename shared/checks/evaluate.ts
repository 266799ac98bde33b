// Runs checks over a map. A throw inside one check is a verdict of that check, never the end of the evaluation.
import type { Condition, Subject } from '../domain/finding.ts';
import { activeIn } from '../domain/lifetime.ts';
import type { Context } from '../domain/liveness.ts';
import type { AnyNode, MapNode, NodeKind, StrategyMap } from '../domain/strategy-map.ts';
import type { Check, Verdict } from './check.ts';
import { rulesVersion } from './rules-version.ts';
import type { Touched } from './touched.ts';

/** What one check said of one subject. Its finding's identity is `fingerprintOf(check, subject, quarter)`. */
export interface CheckResult {
  readonly check: string;
  readonly subject: Subject;
  readonly result: Verdict | { readonly verdict: 'crashed'; readonly error: string };
}

/** Whether a node takes part in a quarter's evaluation at all. Objectives outside their quarters are told so. */
const takesPart = (node: AnyNode, context: Context): boolean => {
  if (node.data === undefined) return false;
  switch (node.kind) {
    case 'measure':
    case 'member':
      return true;
    case 'objective':
      return node.data.retiredFrom === undefined || context.quarter < node.data.retiredFrom;
    default:
      return activeIn(node.data, context.quarter);
  }
};

const runOne = (
  check: Check,
  node: MapNode<NodeKind>,
  context: Context,
  other?: MapNode<NodeKind>,
): CheckResult => {
  const { id, anchor, pair } = check.meta;
  const subject: Subject = pair
    ? { kind: pair.kind, ids: [node.id, other?.id ?? ''] }
    : { kind: anchor as Subject['kind'], ids: [node.id] };
  try {
    return { check: id, subject, result: check.find(node, context, other as MapNode<never>) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { check: id, subject, result: { verdict: 'crashed', error: message } };
  }
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** Whether a check runs under this policy. */
export const isOn = ({ meta }: Pick<Check, 'meta'>, { policy }: Pick<Context, 'policy'>): boolean =>
  policy.checks[meta.id] ?? meta.onByDefault ?? true;

/**
 * Every result of one check for one anchor node: one, or one for each pair that begins with it, by id.
 * `context` must have been made for this evaluation: facts worked out once hang on it.
 */
export const judge = (check: Check, node: MapNode<NodeKind>, context: Context): CheckResult[] => {
  if (!takesPart(node as AnyNode, context)) return [];
  const { pair } = check.meta;
  if (pair === undefined) return [runOne(check, node, context)];
  const others = (node.links as Readonly<Record<string, readonly MapNode<NodeKind>[]>>)[pair.link] ?? [];
  return (others.length > 1 ? others.toSorted(byId) : others).map((other) =>
    runOne(check, node, context, other),
  );
};

/** All results of a quarter: check by check in the catalogue's order, subjects by id. */
export const evaluate = (map: StrategyMap, context: Context, checks: readonly Check[]): CheckResult[] => {
  const own = { ...context };
  const results: CheckResult[] = [];
  for (const check of checks) {
    if (!isOn(check, own)) continue;
    for (const node of map.all(check.meta.anchor))
      for (const result of judge(check, node, own)) results.push(result);
  }
  return results;
};

/** The results of the touched subjects only, in the order in which `evaluate` gives them. */
export const reevaluate = (
  map: StrategyMap,
  context: Context,
  checks: readonly Check[],
  touched: Touched,
): CheckResult[] => {
  const own = { ...context };
  const results: CheckResult[] = [];
  for (const check of checks) {
    const ids = touched.get(check.meta.id);
    if (ids === undefined || !isOn(check, own)) continue;
    for (const id of [...ids].sort()) {
      const node = map.node(check.meta.anchor, id);
      if (node !== undefined) for (const result of judge(check, node, own)) results.push(result);
    }
  }
  return results;
};

/** The condition that a failing result puts into its finding; undefined for every other verdict. */
export const conditionOf = (
  { check, subject, result }: CheckResult,
  context: Context,
): Condition | undefined =>
  result.verdict !== 'fail'
    ? undefined
    : {
        check,
        subject,
        quarter: context.quarter,
        level: result.level,
        message: result.message,
        data: { ...result.data },
        reasons: [...result.reasons],
        evidence: {
          columns: [...result.evidence.columns],
          rows: result.evidence.rows.map((row) => [...row]),
        },
        related: result.related.map((ref) => ({ ...ref })),
        rulesVersion,
      };
