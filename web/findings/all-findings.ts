// Every page of the register at once, for what the service does not do itself: another order, an export.
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Call } from '../../shared/api/client.ts';
import type { Contract } from '../../shared/api/operations.ts';
import type { FindingItem } from '../../shared/report/finding-line.ts';
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
