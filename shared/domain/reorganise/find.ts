// The entity that a reorganisation is about. Naming one that is not there is a fault of the request.
import { type Fault, Refusal, shown } from '../problem.ts';

/** Refuses (`invalid-input`) with these faults, if there are any. */
export const refuse = (faults: readonly Fault[]): void => {
  if (faults.length > 0)
    throw new Refusal('invalid-input', 'The organisation can’t be changed like this.', faults);
};

/** The entity with this id in a list; refuses (`invalid-input`), at the path that names it, where there is none. */
export const named = <T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  path: string,
  what: string,
): T => {
  const found = list.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new Refusal('invalid-input', 'The organisation can’t be changed like this.', [
    { path, found: shown(id), expected: `the id of ${what}` },
  ]);
};
