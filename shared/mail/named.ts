// Findings keep a member's id where they name an owner; nobody wants to read one.
import type { FindingLine } from '../report/finding-line.ts';

/** A line whose owner is told by name, where he or she is known. */
export const named = <L extends Pick<FindingLine, 'data'>>(
  line: L,
  names: ReadonlyMap<string, string>,
): L => {
  const owner = names.get(String(line.data['owner']));
  return owner === undefined ? line : { ...line, data: { ...line.data, owner } };
};
