// A whole form: its sections, each a panel with a heading.
import { Paper } from '@mantine/core';
import type { Faults } from './faults.ts';
import type { Draft, Section, Typed } from './field.ts';
import { FieldInput, type Place } from './field-input.tsx';
import './form.css';

export interface SectionsProps {
  readonly sections: readonly Section[];
  readonly draft: Draft;
  readonly faults: Faults;
  readonly readOnly: boolean;
  readonly onChange: (draft: Draft) => void;
}

/** Draws the sections over what is typed. */
export const Sections = ({ sections, draft, faults, readOnly, onChange }: SectionsProps) => {
  const place: Place = {
    path: '',
    beside: draft,
    whole: draft,
    faultAt: (path) => faults.get(path),
    readOnly,
    change: (name: string, value: Typed) => onChange({ ...draft, [name]: value }),
  };
  return (
    <>
      {sections.map(({ title, help, fields }) => (
        <Paper key={title} component="section" className="panel" aria-label={title}>
          <h2>{title}</h2>
          {help !== undefined && <p className="quiet">{help}</p>}
          <div className="form-grid">
            {fields
              .filter((field) => field.asked?.(draft) !== false)
              .map((field) => (
                <div key={field.name} className={`form-${field.kind}`}>
                  <FieldInput field={field} place={place} />
                </div>
              ))}
          </div>
        </Paper>
      ))}
    </>
  );
};
