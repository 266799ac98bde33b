// Submitting counts once: one at a time, and a repetition after a lost answer carries the same key, also after a reload.
// Where the service turns out to hold what was sent, the receipt follows by itself.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { CallRefused } from '../../shared/api/call-errors.ts';
import type { QuarterSheet, Receipt } from '../../shared/api/schemas/quarter.ts';
import { useCall, useSession } from '../session/session.tsx';
import type { Readable, Typing } from './entries.ts';
import { type Attempt, attemptHere, placeOf } from './kept-here.ts';
import type { DraftOfSheet } from './use-draft.ts';

const outdated = [
  'getQuarterSheet',
  'getDepartmentReport',
  'getBoardReport',
  'listFindings',
  'listReports',
  'listVersions',
];
/** Refusals after which the sheet is another one than the one that is shown. */
const changedSheet: readonly string[] = ['stale-version', 'quarter-closed'];

const bodyOf = ({ readings }: Readable, { note }: Typing) => ({
  readings: [...readings],
  ...(note.trim() === '' ? {} : { note: note.trim() }),
});

/** Whether the answer leaves open if the write was done, so that it must be repeated under its old key. */
const leavesOpen = (error: Error): boolean => !(error instanceof CallRefused) || error.status >= 500;

/** Whether the sheet's submission is what the attempt has sent. */
const hasArrived = (attempt: Attempt, { submission, version }: QuarterSheet, member: string): boolean => {
  if (submission?.submittedBy !== member || submission.state === 'returned') return false;
  if (version !== attempt.version + 1) return false;
  const sent = JSON.parse(attempt.content) as ReturnType<typeof bodyOf>;
  const figures = (readings: ReturnType<typeof bodyOf>['readings']): string =>
    JSON.stringify(readings.map(({ kpi, actual, notMeasured }) => [kpi, actual, notMeasured]).sort());
  return figures(sent.readings) === figures(submission.readings);
};

export interface Submitting {
  readonly busy: boolean;
  readonly error: Error | undefined;
  readonly submit: () => Promise<void>;
}

/** Submits what is typed; afterwards the receipt is shown. */
export const useSubmit = (sheet: QuarterSheet, draft: DraftOfSheet, read: Readable): Submitting => {
  const call = useCall();
  const { me } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const { id } = sheet.department;
  const { quarter } = sheet;
  const place = placeOf(me.organisation.id, me.member.id, id, quarter);
  const { finish } = draft;

  const showReceipt = useCallback(
    async (submitted: Typing, receipt?: Receipt): Promise<void> => {
      attemptHere.forget(place);
      finish(submitted);
      for (const name of outdated) queries.removeQueries({ queryKey: [name], type: 'inactive' });
      void queries.invalidateQueries({ queryKey: ['getQuarterSheet'], refetchType: 'none' });
      await navigate(`/departments/${id}/quarters/${quarter}/receipt`, { state: { receipt } });
    },
    [finish, id, navigate, place, quarter, queries],
  );

  const typed = useRef(draft.typing);
  typed.current = draft.typing;
  useEffect(() => {
    const attempt = attemptHere.find(place);
    if (running.current || attempt === undefined) return;
    if (hasArrived(attempt, sheet, me.member.id)) void showReceipt(typed.current);
    else if (sheet.version > attempt.version) attemptHere.forget(place);
  }, [me.member.id, place, sheet, showReceipt]);

  useEffect(() => {
    if (error === undefined || !leavesOpen(error)) return undefined;
    const look = (): void => void queries.invalidateQueries({ queryKey: ['getQuarterSheet'] });
    addEventListener('online', look);
    return () => removeEventListener('online', look);
  }, [error, queries]);

  const submit = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(undefined);
    const { typing } = draft;
    const body = bodyOf(read, typing);
    const content = JSON.stringify(body);
    const open = attemptHere.find(place);
    const again = open?.content === content;
    const { version, key } = again ? open : { version: sheet.version, key: crypto.randomUUID() };
    try {
      if (!again && !(await draft.saveNow())) return;
      attemptHere.keep(place, { content, version, key });
      const receipt = await call('submitQuarter', { params: { id, quarter }, body, version, key });
      await showReceipt(typing, receipt);
    } catch (failure) {
      const met = failure instanceof Error ? failure : new Error(String(failure));
      if (!leavesOpen(met)) attemptHere.forget(place);
      if (met instanceof CallRefused && changedSheet.includes(met.kind))
        await queries.invalidateQueries({ queryKey: ['getQuarterSheet'] });
      setError(met);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, error, submit };
};
