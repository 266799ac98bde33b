// The register's filter lives in the address, so that a view of it can be sent on.
import type { Contract } from '../../shared/api/operations.ts';
import { findingStates, levels } from '../../shared/domain/finding.ts';

export const filterNames = ['level', 'check', 'department', 'state'] as const;
/** The values that level and state may have; the other names take any id. */
const known: Readonly<Record<string, readonly string[]>> = { level: levels, state: findingStates };

/** The query for the register: what the address says, without what the service would refuse. */
export const filterOf = (search: URLSearchParams): Contract['listFindings']['query'] => {
  const entries = [...filterNames, 'cursor'].flatMap((name) => {
    const value = search.get(name);
    return value === null || value === '' || known[name]?.includes(value) === false ? [] : [[name, value]];
  });
  return Object.fromEntries(entries) as Contract['listFindings']['query'];
};

/** The address's search with one filter changed; the page begins anew. */
export const changed = (search: URLSearchParams, name: string, value: string): URLSearchParams => {
  const next = new URLSearchParams(search);
  next.delete('cursor');
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
};
