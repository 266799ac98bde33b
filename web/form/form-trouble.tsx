// What went wrong with saving, where it is no single input's fault.
import { CallRefused } from '../../shared/api/call-errors.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../session/session.tsx';
import { type Faults, homeless } from './faults.ts';
import type { Field } from './field.ts';

const shownAt = (fields: readonly Field[]) => {
  const names = new Set(fields.map(({ name }) => name));
  return (path: string): boolean => names.has(path.split('/')[1] ?? '');
};

/** The faults that land on no input, or the error where it is another. */
export const FormTrouble = (props: {
  error: Error | undefined;
  faults: Faults;
  fields: readonly Field[];
}) => {
  const { m } = useWords();
  const { error, faults, fields } = props;
  if (error === undefined) return null;
  const left = homeless(faults, shownAt(fields));
  if (left.length > 0)
    return (
      <Notice now tone="fault" title={m.form.others}>
        <ul>
          {left.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Notice>
    );
  const told = error instanceof CallRefused && faults.size > 0;
  return told ? null : <ErrorState error={error} />;
};
