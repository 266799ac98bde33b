// Reading from the service: one hook for any operation, one that reads a list to its end, one for writing.
import {
  keepPreviousData,
  skipToken,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { CallRefused } from '../../shared/api/call-errors.ts';
import type { Answer, Request } from '../../shared/api/client.ts';
import type { OperationId, Page } from '../../shared/api/operations.ts';
import { useCall } from '../session/session.tsx';

/** How a reading behaves. */
export interface Asking {
  /** Whether it is asked at all. */
  readonly enabled?: boolean;
  /** Whether the last answer stays while the next one is fetched. */
  readonly keep?: boolean;
  /** Whether it is asked again each time a screen opens, however young the last answer is. */
  readonly fresh?: boolean;
}

/** The answer of a reading operation. */
export const useAnswer = <O extends OperationId>(
  operation: O,
  request: Request<O>,
  { enabled = true, keep = false, fresh = false }: Asking = {},
): UseQueryResult<Answer<O>, Error> => {
  const call = useCall();
  return useQuery<Answer<O>, Error>({
    queryKey: [operation, request],
    queryFn: ({ signal }) => call(operation, { ...request, signal }),
    enabled,
    ...(fresh ? { refetchOnMount: 'always' as const } : {}),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
};

type ListOperation = { [O in OperationId]: Answer<O> extends Page<unknown> ? O : never }[OperationId];
type ItemOf<O extends ListOperation> = Answer<O> extends Page<infer T> ? T : never;

type WholeListOperation = Exclude<ListOperation, 'listAudit' | 'listFindings'>;

/** Where the items of a list stand while it is read for the first time. */
const partKey = (operation: OperationId): readonly string[] => [operation, 'so far'];

/** All items of a list, page after page; for lists of definitions, which an organisation has few of. */
export const useWholeList = <O extends WholeListOperation>(
  operation: O,
  { enabled = true }: Pick<Asking, 'enabled'> = {},
): UseQueryResult<readonly ItemOf<O>[], Error> => {
  const call = useCall();
  const queries = useQueryClient();
  return useQuery<readonly ItemOf<O>[], Error>({
    queryKey: [operation, 'whole'],
    enabled,
    queryFn: async ({ signal }) => {
      const items: ItemOf<O>[] = [];
      let cursor: string | undefined;
      do {
        const request = { query: { cursor, limit: 50 }, signal } as unknown as Request<O>;
        const page = (await call(operation, request)) as Page<ItemOf<O>>;
        items.push(...page.items);
        cursor = page.cursor;
        if (cursor !== undefined) queries.setQueryData(partKey(operation), [...items]);
      } while (cursor !== undefined);
      queries.removeQueries({ queryKey: partKey(operation), exact: true });
      return items;
    },
  });
};

/** The same list for who can begin with its first items: what has been read so far, until it is whole. */
export const useGrowingList = <O extends WholeListOperation>(
  operation: O,
): UseQueryResult<readonly ItemOf<O>[], Error> & { readonly isWhole: boolean } => {
  const whole = useWholeList(operation);
  const part = useQuery<readonly ItemOf<O>[], Error>({
    queryKey: partKey(operation),
    queryFn: skipToken,
  });
  const isWhole = whole.data !== undefined;
  return { ...whole, data: whole.data ?? part.data, isWhole } as ReturnType<typeof useGrowingList<O>>;
};

const isStale = (error: Error | null): boolean =>
  error instanceof CallRefused && error.kind === 'stale-version';

/** A write; once it is done, or somebody else was faster, the answers of the named operations are read again. */
export const useWrite = <O extends OperationId>(
  operation: O,
  refreshes: readonly OperationId[],
): UseMutationResult<Answer<O>, Error, Request<O>> => {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation<Answer<O>, Error, Request<O>>({
    mutationFn: (request) => call(operation, request),
    onSettled: (_answer, error) =>
      error === null || isStale(error)
        ? Promise.all(refreshes.map((name) => queries.invalidateQueries({ queryKey: [name] })))
        : undefined,
  });
};
