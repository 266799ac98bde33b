// The bar below a form: save, whether it is saved, what must be put right; and what else can be done.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../session/session.tsx';

export interface FormActionsProps {
  readonly label: string;
  readonly busy: boolean;
  readonly dirty: boolean;
  readonly faults: number;
  readonly saved: boolean;
  readonly children?: ReactNode;
}

/** The bar; its button submits the form around it. */
export const FormActions = ({ label, busy, dirty, faults, saved, children }: FormActionsProps) => {
  const { m, f } = useWords();
  const state = (): string => {
    if (busy) return m.form.saving;
    if (faults > 0) return f.say(m.form.faulty, { n: faults });
    if (dirty) return m.form.unsaved;
    return saved ? m.form.saved : '';
  };
  return (
    <div className="form-actions">
      <Button type="submit" disabled={busy}>
        {label}
      </Button>
      <span role="status" className={faults > 0 ? 'fault' : 'quiet'}>
        {state()}
      </span>
      {children !== undefined && <div className="end">{children}</div>}
    </div>
  );
};
