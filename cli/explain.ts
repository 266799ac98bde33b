// `check --explain`: one answer taken apart, with the file and row of each thing that was read.
import { catalogue } from '../shared/checks/catalogue.ts';
import { type Place, type Places, placeOf } from '../shared/exchange/places.ts';
import { explain } from '../shared/report/explain.ts';
import type { Explanation } from '../shared/report/explanation.ts';
import type { Judgeable } from './check.ts';
import { UnusableInput } from './input.ts';

type Input = Explanation['inputs'][number];
/** An explanation whose inputs know their rows. */
export interface PlacedExplanation extends Omit<Explanation, 'inputs'> {
  readonly inputs: readonly (Input & { readonly place?: Place })[];
}

/** Explains the answer with this fingerprint, or with the only one that begins so. Throws UnusableInput where none does. */
export const explainOne = (
  { map, context }: Judgeable,
  places: Places,
  fingerprint: string,
): PlacedExplanation => {
  const found = /^[0-9a-f]{4,32}$/.test(fingerprint) && explain(map, context, catalogue, fingerprint);
  if (!found)
    throw new UnusableInput(
      `--explain: found ${JSON.stringify(fingerprint)}, expected the fingerprint of one answer, or 4 digits and more of its beginning, as check prints it`,
    );
  return {
    ...found,
    inputs: found.inputs.map((input) => {
      const place = placeOf(places, input.kind, input.id);
      return place === undefined ? input : { ...input, place };
    }),
  };
};

const inputLines = ({ kind, id, name, via, reads, place }: PlacedExplanation['inputs'][number]): string[] => [
  `  ${kind} ${id}${name === undefined ? '' : ` “${name}”`}${place === undefined ? '' : `  (${place.file}, row ${place.row})`}`,
  ...(via.length === 0 ? [] : [`    by ${via.join(', ')}`]),
  ...reads.map(
    ({ field, value, source }) =>
      `    ${field} = ${value}${source === undefined ? '' : `  (${source.file}, row ${source.row}, column ${source.column})`}`,
  ),
];

const evidenceLines = ({ columns, rows }: Explanation['evidence']): string[] =>
  rows.length === 0
    ? []
    : ['', 'Evidence', ...[columns, ...rows].map((row) => `  ${row.map((cell) => cell ?? '—').join(' | ')}`)];

/** The explanation as text for people at a terminal. */
export const explanationText = (one: PlacedExplanation): string =>
  [
    `${one.check}  ${one.subject.ids.join(' + ')}  ${one.quarter}`,
    one.question,
    '',
    `${one.verdict}${one.level === undefined ? '' : ` (${one.level})`}: ${one.text}`,
    ...(one.reasons.length === 0 ? [] : [`because: ${one.reasons.join(', ')}`]),
    '',
    'Read',
    ...one.inputs.flatMap(inputLines),
    ...(one.more === 0 ? [] : [`  and ${one.more} more`]),
    ...(one.thresholds.length === 0 ? [] : ['', 'Thresholds']),
    ...one.thresholds.map(
      ({ name, value, default: usual }) =>
        `  ${name} = ${JSON.stringify(value)}${JSON.stringify(value) === JSON.stringify(usual) ? '' : ` (default ${JSON.stringify(usual)})`}`,
    ),
    ...evidenceLines(one.evidence),
    '',
    `What would clear it: ${one.remedy}`,
    `${one.fingerprint}, rules ${one.rulesVersion}`,
    '',
  ].join('\n');
