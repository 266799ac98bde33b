// How the last word on a finding went, and which answers it makes old.
import { CallRefused } from '../../shared/api/call-errors.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../session/session.tsx';

/** Answers that a word on a finding makes old. */
export const changedWithFinding = [
  'getFinding',
  'listFindings',
  'listActions',
  'getBoardReport',
  'getDepartmentReport',
] as const;

/** Says how a write went. */
export const SaidState = ({ error, done }: { error: Error | null; done: boolean }) => {
  const { m } = useWords();
  if (error instanceof CallRefused && error.kind === 'stale-version')
    return (
      <Notice now tone="care">
        <p>{m.decide.stale}</p>
      </Notice>
    );
  if (error !== null) return <ErrorState error={error} />;
  return <p role="status">{done ? m.decide.saved : ''}</p>;
};
