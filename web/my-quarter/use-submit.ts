// Submitting counts once: one at a time, and a repetition after a lost answer carries the same key.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { CallRefused } from '../../shared/api/call-errors.ts';
import type { QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import { useCall } from '../session/session.tsx';
import type { Readable, Typing } from './entries.ts';
import type { DraftOfSheet } from './use-draft.ts';

const outdated = [
  'getQuarterSheet',
  'getDepartmentReport',
  'getBoardReport',
  'listFindings',
  'listReports',
  'listVersions',
];

const bodyOf = ({ readings }: Readable, { note }: Typing) => ({
  readings: [...readings],
  ...(note.trim() === '' ? {} : { note: note.trim() }),
});

/** Whether the answer leaves open if the write was done, so that it must be repeated under its old key. */
const leavesOpen = (error: Error): boolean => !(error instanceof CallRefused) || error.status >= 500;

export interface Submitting {
  readonly busy: boolean;
  readonly error: Error | undefined;
  readonly submit: () => Promise<void>;
}

/** Submits what is typed; afterwards the receipt is shown. */
export const useSubmit = (sheet: QuarterSheet, draft: DraftOfSheet, read: Readable): Submitting => {
  const call = useCall();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const under = useRef<{ content: string; key: string } | undefined>(undefined);
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();

  const keyFor = (content: string): string => {
    if (under.current?.content !== content) under.current = { content, key: crypto.randomUUID() };
    return under.current.key;
  };

  const submit = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(undefined);
    const params = { id: sheet.department.id, quarter: sheet.quarter };
    const body = bodyOf(read, draft.typing);
    const key = keyFor(JSON.stringify([sheet.version, body]));
    try {
      await draft.saveNow();
      const receipt = await call('submitQuarter', { params, body, version: sheet.version, key });
      draft.finish();
      for (const name of outdated) queries.removeQueries({ queryKey: [name], type: 'inactive' });
      void queries.invalidateQueries({ queryKey: ['getQuarterSheet'], refetchType: 'none' });
      await navigate(`/departments/${params.id}/quarters/${params.quarter}/receipt`, { state: { receipt } });
    } catch (failure) {
      const met = failure instanceof Error ? failure : new Error(String(failure));
      if (!leavesOpen(met)) under.current = undefined;
      if (met instanceof CallRefused && met.kind === 'stale-version')
        await queries.invalidateQueries({ queryKey: ['getQuarterSheet'] });
      setError(met);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, error, submit };
};
