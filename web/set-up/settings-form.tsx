// The form of a record that always exists: its sections, what somebody else changed meanwhile, and one button.
import type { FormEvent } from 'react';
import type { Section } from '../form/field.ts';
import { FormActions } from '../form/form-actions.tsx';
import { FormTrouble } from '../form/form-trouble.tsx';
import { Sections } from '../form/sections.tsx';
import { useSession } from '../session/session.tsx';
import { Conflict } from './conflict.tsx';
import type { useEditing } from './use-editing.ts';

interface Props {
  readonly editing: ReturnType<typeof useEditing>;
  readonly sections: readonly Section[];
  readonly readOnly: boolean;
}

/** The form; whoever may not change the record reads it. */
export const SettingsForm = ({ editing, sections, readOnly }: Props) => {
  const { m } = useSession();
  const { draft, faults, changes, busy, dirty, saved } = editing;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void editing.save();
      }}
    >
      {changes !== undefined && <Conflict changes={changes} draft={draft} onTake={editing.take} />}
      <FormTrouble
        error={editing.error}
        faults={faults}
        fields={sections.flatMap((section) => section.fields)}
      />
      <Sections
        sections={sections}
        draft={draft}
        faults={faults}
        readOnly={readOnly}
        onChange={editing.change}
      />
      {!readOnly && (
        <FormActions label={m.form.save} busy={busy} dirty={dirty} faults={faults.size} saved={saved > 0} />
      )}
    </form>
  );
};
