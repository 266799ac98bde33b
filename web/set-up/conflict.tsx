// Two people wrote at the same time: what the other one changed, and whose answer stands where both changed it.
import { Button } from '@mantine/core';
import { type Draft, type Field, isDraft, optionsOf, type Typed } from '../form/field.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords, type Words } from '../session/session.tsx';

const same = (a: Typed, b: Typed): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A field that somebody else changed: before, after, and what is typed here where that is another answer again. */
export interface Change {
  readonly field: Field;
  readonly was: Typed;
  readonly is: Typed;
  readonly mine: Typed;
  /** Whether both changed it, so that a person must decide. */
  readonly both: boolean;
}

/** What they changed since `base`, beside what is typed here. */
export const changesSince = (fields: readonly Field[], base: Draft, theirs: Draft, mine: Draft): Change[] =>
  fields.flatMap((field) => {
    const [was, is, own] = [base[field.name], theirs[field.name], mine[field.name]];
    if (same(was, is)) return [];
    return [{ field, was, is, mine: own, both: !same(own, was) && !same(own, is) }];
  });

/** What is typed here with everything taken over that only they changed. */
export const merged = (mine: Draft, changes: readonly Change[]): Draft => ({
  ...mine,
  ...Object.fromEntries(changes.filter(({ both }) => !both).map(({ field, is }) => [field.name, is])),
});

const isSwitched = (value: Typed): boolean => typeof value === 'boolean';

const shortest = 60;
const cut = (text: string): string => (text.length > shortest ? `${text.slice(0, shortest - 1)}…` : text);

/** An answer in a few words. */
export const described = (field: Field, value: Typed, whole: Draft, { m, f }: Words): string => {
  const labelOf = (id: string): string =>
    field.kind === 'choice' || field.kind === 'many'
      ? (optionsOf(field.options, whole, whole).find((one) => one.value === id)?.label ?? id)
      : id;
  if (value === undefined || value === '') return m.form.nothing;
  if (typeof value === 'string') return cut(labelOf(value));
  if (typeof value === 'boolean') return value ? m.setUpForm.yes : m.setUpForm.no;
  if (isDraft(value) && field.kind === 'group' && Object.values(value).every(isSwitched))
    return f.say(m.setUpForm.switchedOn, {
      n: Object.values(value).filter((one) => one === true).length,
      all: Object.keys(value).length,
    });
  if (isDraft(value)) return cut(Object.values(value).filter(Boolean).join(', '));
  if (value.length === 0) return m.form.nothing;
  const texts = value.map((one) =>
    typeof one === 'string' ? labelOf(one) : String(Object.values(one).find(Boolean) ?? ''),
  );
  return cut(`${texts.join(', ')} (${f.number(texts.length)})`);
};

/** The notice that lists what they changed; `onTake`: their answer stands. */
export const Conflict = (props: {
  changes: readonly Change[];
  draft: Draft;
  onTake: (change: Change) => void;
}) => {
  const words = useWords();
  const { m, f } = words;
  const { changes, draft, onTake } = props;
  return (
    <Notice now tone="care" title={m.form.conflictTitle}>
      <p>{changes.length === 0 ? m.form.conflictNone : m.form.conflict}</p>
      <ul>
        {changes.map((change) => {
          const say = (value: Typed) => described(change.field, value, draft, words);
          const open = change.both && !same(draft[change.field.name], change.is);
          return (
            <li key={change.field.name}>
              {f.say(m.form.conflictChanged, {
                field: change.field.label,
                was: say(change.was),
                is: say(change.is),
              })}
              <p className="quiet">
                {open
                  ? f.say(m.form.conflictMine, { mine: say(draft[change.field.name]) })
                  : m.form.conflictTaken}
              </p>
              {open && (
                <Button size="compact-sm" variant="default" onClick={() => onTake(change)}>
                  {m.form.conflictTake}: {change.field.label}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
};
