// What a value is measured in, as two questions; the second depends on the first.
import { durationSymbols, type Unit, unitKinds, unitSchema } from '../../shared/domain/unit.ts';
import { type Draft, type Field, groupIn, textIn } from '../form/field.ts';
import type { Words } from '../session/session.tsx';

const unitOf = (group: Draft | undefined): Unit | undefined => {
  if (group === undefined) return undefined;
  const read = unitSchema.safeParse({ kind: textIn(group, 'kind'), symbol: textIn(group, 'symbol') });
  return read.success ? read.data : undefined;
};

/** The unit that stands beside a value, once it is one. */
export const unitBeside = (beside: Draft): Unit | undefined => unitOf(groupIn(beside, 'unit'));

const isDuration = (beside: Draft): boolean => textIn(beside, 'kind') === 'duration';

/** The question for a unit. */
export const unitField = ({ m }: Words, label: string): Field => ({
  kind: 'group',
  name: 'unit',
  label,
  optional: false,
  add: '',
  remove: '',
  fields: [
    {
      kind: 'choice',
      name: 'kind',
      label: m.setUpForm.unitKind,
      required: true,
      options: unitKinds.map((value) => ({ value, label: m.setUpForm.unitKinds[value] })),
    },
    {
      kind: 'choice',
      name: 'symbol',
      label: m.setUpForm.unitIn,
      required: true,
      asked: isDuration,
      options: durationSymbols.map((value) => ({ value, label: m.setUpForm.durations[value] })),
    },
    {
      kind: 'line',
      name: 'symbol',
      label: m.setUpForm.unitSymbol,
      max: 20,
      help: m.setUpForm.unitSymbolHelp,
      asked: (beside) => !isDuration(beside) && textIn(beside, 'kind') !== 'share',
    },
  ],
});
