// The register's filter and order live in the address, so that a view of it can be sent on.
import type { Contract } from '../../shared/api/operations.ts';
import { findingStates, levels } from '../../shared/domain/finding-levels.ts';

/** What the service filters by. */
export const filterNames = ['level', 'check', 'department', 'outcome', 'state'] as const;
/** Orders of the register; the first is the service's own. */
export const sorts = ['worst', 'oldest', 'newest', 'department', 'check'] as const;
export type Sort = (typeof sorts)[number];
/** Quarters of age that one can ask for. */
export const ages = ['1', '2', '4', '8'] as const;

/** The values that a name may have; the other names take any id. */
const known: Readonly<Record<string, readonly string[]>> = {
  level: levels,
  state: findingStates,
  age: ages,
  unanswered: ['true'],
};
const asked = [...filterNames, 'age', 'unanswered', 'cursor'] as const;

/** The query for the register: what the address says, without what the service would refuse. */
export const filterOf = (search: URLSearchParams): Contract['listFindings']['query'] => {
  const entries = asked.flatMap((name) => {
    const value = search.get(name);
    return value === null || value === '' || known[name]?.includes(value) === false ? [] : [[name, value]];
  });
  return Object.fromEntries(entries) as Contract['listFindings']['query'];
};

/** The order that the address asks for. */
export const sortOf = (search: URLSearchParams): Sort =>
  sorts.find((one) => one === search.get('sort')) ?? 'worst';

/** Whether only findings are wanted for which a waiver waits for approval; the page itself picks them. */
export const wantsAsked = (search: URLSearchParams): boolean => search.get('waiver') === 'asked';

/** Whether the address narrows the register. */
export const isFiltered = (search: URLSearchParams): boolean =>
  [...filterNames, 'age', 'unanswered', 'waiver'].some((name) => search.has(name));

/** Whether the page itself must pick or sort, and so needs every page of the list. */
export const needsAll = (search: URLSearchParams): boolean =>
  sortOf(search) !== 'worst' || wantsAsked(search);

/** The address's search with one filter changed; the page begins anew. */
export const changed = (search: URLSearchParams, name: string, value: string): URLSearchParams => {
  const next = new URLSearchParams(search);
  next.delete('cursor');
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
};
