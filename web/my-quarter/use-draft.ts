// The typing of a sheet and its draft: saved after a pause, one save at a time, the latest wins; kept in the tab until
// the service has it.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import { useCall, useSession } from '../session/session.tsx';
import { draftOf, type Entry, emptyEntry, type Typing, typingOf } from './entries.ts';
import { forgetHere, keepHere, keptHere, placeOf } from './kept-here.ts';

/** Milliseconds without a key stroke after which the draft is saved. */
const pause = 800;

/**
 * How the draft stands. `at` is the service's instant; `held`: this tab's typing is not saved before the next key
 * stroke, because somebody has saved a draft since.
 */
export type SaveState =
  | { readonly kind: 'idle' | 'waiting' | 'saving' | 'failed' | 'held' }
  | { readonly kind: 'saved'; readonly at: string };

export interface DraftOfSheet {
  readonly typing: Typing;
  /** Whether the typing was found in this tab, unsaved. */
  readonly recovered: boolean;
  readonly state: SaveState;
  readonly change: (kpi: string, part: Partial<Entry>) => void;
  readonly changeNote: (note: string) => void;
  readonly saveNow: () => Promise<void>;
  /** Ends saving and forgets what is kept in the tab: the figures are in. */
  readonly finish: () => void;
}

/** The typing of a sheet. */
export const useDraft = (sheet: QuarterSheet): DraftOfSheet => {
  const call = useCall();
  const queries = useQueryClient();
  const { me, f } = useSession();
  const place = placeOf(me.organisation.id, me.member.id, sheet.department.id, sheet.quarter);
  const [recovered] = useState(() => keptHere(place));
  const [overtaken] = useState(() => recovered !== undefined && recovered.after !== sheet.draft?.savedAt);
  const [typing, setTyping] = useState<Typing>(() => recovered?.typing ?? typingOf(sheet, f.locale));
  const [state, setState] = useState<SaveState>({ kind: overtaken ? 'held' : 'idle' });
  const latest = useRef(typing);
  const after = useRef(sheet.draft?.savedAt);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saving = useRef<Promise<void>>(Promise.resolve());
  const finished = useRef(false);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const typed = latest.current;
    const params = { id: sheet.department.id, quarter: sheet.quarter };
    const draft = draftOf(typed, sheet.rows, f.locale);
    setState({ kind: 'saving' });
    try {
      const { savedAt } = await call('putDraft', { params, body: draft });
      queries.setQueryData<QuarterSheet>(['getQuarterSheet', { params }], (known) =>
        known === undefined ? known : { ...known, draft: { ...draft, savedAt, basedOn: known.version } },
      );
      after.current = savedAt;
      if (latest.current === typed) {
        forgetHere(place);
        setState({ kind: 'saved', at: savedAt });
      }
    } catch {
      if (!finished.current) setState({ kind: 'failed' });
    }
  }, [call, queries, f.locale, place, sheet.department.id, sheet.quarter, sheet.rows]);

  const saveNow = useCallback((): Promise<void> => {
    saving.current = saving.current.then(save);
    return saving.current;
  }, [save]);

  const put = useCallback(
    (next: Typing): void => {
      latest.current = next;
      setTyping(next);
      keepHere(place, { typing: next, after: after.current });
      setState({ kind: 'waiting' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void saveNow(), pause);
    },
    [place, saveNow],
  );
  const change = useCallback(
    (kpi: string, part: Partial<Entry>): void => {
      const { entries, note } = latest.current;
      put({ note, entries: { ...entries, [kpi]: { ...emptyEntry, ...entries[kpi], ...part } } });
    },
    [put],
  );
  const changeNote = useCallback((note: string): void => put({ ...latest.current, note }), [put]);
  const finish = useCallback((): void => {
    finished.current = true;
    clearTimeout(timer.current);
    timer.current = undefined;
    forgetHere(place);
  }, [place]);

  const onLeave = useRef(saveNow);
  onLeave.current = saveNow;
  useEffect(() => {
    if (recovered !== undefined && !overtaken) void onLeave.current();
    return () => {
      if (timer.current !== undefined) void onLeave.current();
    };
  }, [recovered, overtaken]);
  return { typing, recovered: recovered !== undefined, state, change, changeNote, saveNow, finish };
};
