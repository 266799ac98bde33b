// What an import did, or would do, as lines: one an entity, with its fields, and a last one that counts.
import type { ImportView } from '../shared/api/operations.ts';

type Outcome = Pick<ImportView, 'created' | 'changed' | 'unchanged' | 'items'>;

const fieldText = ({ field, from, to }: Outcome['items'][number]['fields'][number]): string =>
  `    ${field}: ${from ?? 'nothing'} -> ${to ?? 'nothing'}`;

/** The entities that are created and changed, and how many of each; `dryRun`: it is only looked at. */
export const importText = ({ created, changed, unchanged, items }: Outcome, dryRun: boolean): string => {
  const lines = items.flatMap(({ change, kind, id, name, fields }) => [
    `${change} ${kind} ${id}${name === id ? '' : ` (${name})`}`,
    ...fields.map(fieldText),
  ]);
  const more = created + changed - items.length;
  const would = dryRun ? 'would be ' : '';
  return [
    ...lines,
    ...(more > 0 ? [`... and ${more} more`] : []),
    `${created} ${would}created, ${changed} ${would}changed, ${unchanged} left alone`,
  ].join('\n');
};
