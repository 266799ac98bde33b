// Every page of the register at once, for what the service does not do itself: another order, one outcome, an export.
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Call } from '../../shared/api/client.ts';
import type { Contract } from '../../shared/api/operations.ts';
import type { FindingItem } from '../../shared/report/finding-line.ts';
import { useWholeList } from '../data/answers.ts';
import { useCall } from '../session/session.tsx';
import type { Sort } from './filter.ts';

type Query = Contract['listFindings']['query'];

/** All findings of a query, page after page. */
export const everyFinding = async (
  call: Call,
  query: Query,
  signal?: AbortSignal,
): Promise<readonly FindingItem[]> => {
  const items: FindingItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await call('listFindings', { query: { ...query, cursor, limit: 50 }, signal });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
};

/** All findings of a query, where they are needed. */
export const useAllFindings = (
  { cursor: _cursor, ...query }: Query,
  enabled: boolean,
): UseQueryResult<readonly FindingItem[], Error> => {
  const call = useCall();
  return useQuery<readonly FindingItem[], Error>({
    queryKey: ['listFindings', 'all', query],
    queryFn: ({ signal }) => everyFinding(call, query, signal),
    enabled,
  });
};

const orders: Readonly<Record<Sort, (a: FindingItem, b: FindingItem) => number>> = {
  worst: () => 0,
  oldest: (a, b) => a.since.localeCompare(b.since),
  newest: (a, b) => b.since.localeCompare(a.since),
  department: (a, b) => (a.department ?? '~').localeCompare(b.department ?? '~'),
  check: (a, b) => a.check.localeCompare(b.check),
};

/** The findings in an order; equal ones stay as the service has them, worst first. */
export const sorted = (items: readonly FindingItem[], sort: Sort): readonly FindingItem[] =>
  items.toSorted(orders[sort]);

/** Whether a finding concerns an outcome: it, what contributes to it, what serves it. */
export const useConcerns = (outcome: string | null): ((finding: FindingItem) => boolean) => {
  const asked = { enabled: outcome !== null };
  const kpis = useWholeList('listKpis', asked).data ?? [];
  const objectives = useWholeList('listObjectives', asked).data ?? [];
  const capabilities = useWholeList('listCapabilities', asked).data ?? [];
  if (outcome === null) return () => true;
  const subjects = new Set([
    `outcome ${outcome}`,
    ...kpis
      .filter(({ contributions }) => contributions.some((one) => one.outcome === outcome))
      .map(({ id }) => `kpi ${id}`),
    ...objectives.filter(({ outcomes }) => outcomes.includes(outcome)).map(({ id }) => `objective ${id}`),
    ...capabilities.filter(({ outcomes }) => outcomes.includes(outcome)).map(({ id }) => `capability ${id}`),
  ]);
  return ({ subject: { kind, ids } }) => {
    if (kind === 'kpi-outcome') return ids[1] === outcome;
    const plain = kind.startsWith('kpi') || kind === 'measure' ? 'kpi' : kind;
    return ids.some((id) => subjects.has(`${plain} ${id}`));
  };
};
