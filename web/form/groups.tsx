// Answers that belong together, and lists of such groups in an order that people set.
import { ActionIcon, Button, Fieldset, Group, Input } from '@mantine/core';
import { useWords } from '../session/session.tsx';
import { draftOf, emptyDraft } from './draft.ts';
import { type Draft, type Field, type GroupField, groupIn, type RowsField, rowsIn, textIn } from './field.ts';
import { FieldInput, type Place } from './field-input.tsx';

const Fields = ({ fields, place }: { fields: readonly Field[]; place: Place }) => (
  <div className="form-grid">
    {fields
      .filter((field) => field.asked?.(place.beside) !== false)
      .map((field) => (
        <div key={field.name} className={`form-${field.kind}`}>
          <FieldInput field={field} place={place} />
        </div>
      ))}
  </div>
);

const within = (place: Place, path: string, beside: Draft, change: (after: Draft) => void): Place => ({
  ...place,
  path,
  beside,
  change: (name, value) => change({ ...beside, [name]: value }),
});

const Fault = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : <Input.Error role="alert">{text}</Input.Error>;

/** A group: there, or offered by a button. */
export const GroupInput = ({ field, place }: { field: GroupField; place: Place }) => {
  const { m } = useWords();
  const path = `${place.path}/${field.name}`;
  const group = groupIn(place.beside, field.name);
  return (
    <Fieldset legend={field.label} className="form-set">
      {field.help !== undefined && <p className="quiet">{field.help}</p>}
      {group === undefined && place.readOnly && <p>{m.form.nothing}</p>}
      {group === undefined && !place.readOnly && (
        <div>
          <Button
            size="compact-md"
            variant="default"
            onClick={() => place.change(field.name, emptyDraft(field.fields))}
          >
            {field.add}
          </Button>
        </div>
      )}
      {group !== undefined && (
        <Fields
          fields={field.fields}
          place={within(place, path, group, (after) => place.change(field.name, after))}
        />
      )}
      {group !== undefined && field.optional && !place.readOnly && (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => place.change(field.name, undefined)}>
            {field.remove}
          </Button>
        </div>
      )}
      <Fault text={place.faultAt(path)} />
    </Fieldset>
  );
};

const moved = (rows: readonly Draft[], from: number, to: number): readonly Draft[] => {
  const row = rows[from];
  return row === undefined ? rows : rows.toSpliced(from, 1).toSpliced(to, 0, row);
};

const Moves = (props: {
  name: string;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: () => void;
}) => {
  const { m, f } = useWords();
  const { name, onUp, onDown, onRemove } = props;
  return (
    <Group gap={4} className="form-moves">
      <ActionIcon
        variant="default"
        aria-label={f.say(m.form.up, { name })}
        disabled={onUp === undefined}
        onClick={onUp}
      >
        ↑
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={f.say(m.form.down, { name })}
        disabled={onDown === undefined}
        onClick={onDown}
      >
        ↓
      </ActionIcon>
      <ActionIcon variant="default" aria-label={f.say(m.form.remove, { name })} onClick={onRemove}>
        ✕
      </ActionIcon>
    </Group>
  );
};

/** Rows of groups; each can be moved and taken away. */
export const RowsInput = ({ field, place }: { field: RowsField; place: Place }) => {
  const { m, f } = useWords();
  const path = `${place.path}/${field.name}`;
  const rows = rowsIn(place.beside, field.name);
  const put = (after: readonly Draft[]) => place.change(field.name, after);
  const nameOf = (row: Draft, i: number): string => {
    const named = ['name', 'id', 'kpi', 'outcome', 'department']
      .map((name) => textIn(row, name))
      .find(Boolean);
    return named ?? f.say(m.form.nth, { n: i + 1 });
  };
  return (
    <Fieldset legend={field.label} className="form-set">
      {field.help !== undefined && <p className="quiet">{field.help}</p>}
      {rows.length === 0 && <p className="quiet">{m.form.none}</p>}
      {rows.length > 0 && (
        <ol className="form-rows">
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row's place is its identity while it is typed
            <li key={i}>
              <Fields
                fields={field.fields}
                place={within(place, `${path}/${i}`, row, (after) => put(rows.with(i, after)))}
              />
              {!place.readOnly && (
                <Moves
                  name={nameOf(row, i)}
                  onUp={i === 0 ? undefined : () => put(moved(rows, i, i - 1))}
                  onDown={i === rows.length - 1 ? undefined : () => put(moved(rows, i, i + 1))}
                  onRemove={() => put(rows.toSpliced(i, 1))}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {!place.readOnly && rows.length < field.max && (
        <div>
          <Button
            size="compact-md"
            variant="default"
            onClick={() => put([...rows, draftOf(field.fields, field.start ?? {}, f.locale)])}
          >
            {field.add}
          </Button>
        </div>
      )}
      <Fault text={place.faultAt(path)} />
    </Fieldset>
  );
};
