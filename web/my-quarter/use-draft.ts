// The typing of a sheet and its draft: saved after a pause, one save at a time, the latest wins; kept in the browser
// until the service has it, tried again when the network is back, and put together with what others saved meanwhile.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { CallRefused } from '../../shared/api/call-errors.ts';
import type { QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import { useCall, useSession } from '../session/session.tsx';
import { draftOf, type Entry, emptyEntry, type Typing, typingOf } from './entries.ts';
import { placeOf, typingHere } from './kept-here.ts';
import { merge, sameTyping } from './merge.ts';

/** Milliseconds without a key stroke after which the draft is saved. */
const pause = 800;
/** Milliseconds after which a save that failed is tried again, beside when the network comes back. */
const retryAfter = 15_000;

/**
 * How the draft stands. `at` is the service's instant; `held`: somebody else changed the same figures, so nothing is
 * saved before the next key stroke.
 */
export type SaveState =
  | { readonly kind: 'idle' | 'waiting' | 'saving' | 'held' }
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'saved'; readonly at: string };

/** What others did to the sheet since it was opened: KPIs whose figure was changed here and there. */
export interface Overtaken {
  readonly clashes: readonly string[];
  readonly theirs: Typing;
}

export interface DraftOfSheet {
  readonly typing: Typing;
  /** Whether the typing was found in this browser, unsaved. */
  readonly recovered: boolean;
  readonly state: SaveState;
  readonly overtaken: Overtaken | undefined;
  readonly change: (kpi: string, part: Partial<Entry>) => void;
  readonly changeNote: (note: string) => void;
  /** Saves. False: others had changed the sheet, so what stands in the inputs now is not what stood there before. */
  readonly saveNow: () => Promise<boolean>;
  /** The figures of this typing are in: nothing of it is saved or kept any more; what was typed since is. */
  readonly finish: (submitted: Typing) => void;
}

/** Which state of the sheet it is: another one where somebody has saved or submitted. */
const stateOf = ({ version, draft }: QuarterSheet): string => `${version}|${draft?.savedAt ?? ''}`;

/** Where the typing begins: with what this browser has kept, put together with what the service holds; else with that. */
const startOf = (sheet: QuarterSheet, place: string, locale: string) => {
  const theirs = typingOf(sheet, locale);
  const kept = typingHere.find(place);
  const fresh = { typing: theirs, base: theirs, recovered: false, overtaken: undefined };
  if (kept === undefined) return fresh;
  if (kept.state === stateOf(sheet))
    return { ...fresh, typing: kept.typing, base: kept.base, recovered: true };
  const { typing, clashes } = merge({ base: kept.base, mine: kept.typing, theirs });
  const overtaken = clashes.length > 0 ? { clashes, theirs } : undefined;
  if (!sameTyping(typing, theirs)) return { typing, base: theirs, recovered: true, overtaken };
  typingHere.forget(place);
  return fresh;
};

/** The typing of a sheet. */
export const useDraft = (sheet: QuarterSheet): DraftOfSheet => {
  const call = useCall();
  const queries = useQueryClient();
  const { me, f } = useSession();
  const { locale } = f;
  const place = placeOf(me.organisation.id, me.member.id, sheet.department.id, sheet.quarter);
  const [start] = useState(() => startOf(sheet, place, locale));
  const [typing, setTyping] = useState<Typing>(start.typing);
  const [overtaken, setOvertaken] = useState<Overtaken | undefined>(start.overtaken);
  const [state, setState] = useState<SaveState>({ kind: start.overtaken ? 'held' : 'idle' });
  const latest = useRef(start.typing);
  const base = useRef(start.base);
  const known = useRef(stateOf(sheet));
  const own = useRef(new Set<string | undefined>());
  const unsure = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saving = useRef<Promise<boolean>>(Promise.resolve(true));
  const finished = useRef(false);
  const writable = sheet.writable && sheet.gate === 'open';

  /** Takes in what the service holds now, and says what that did to the typing. */
  const takeIn = useCallback(
    (found: QuarterSheet): 'nothing' | 'merged' | 'clash' => {
      if (finished.current || stateOf(found) === known.current) return 'nothing';
      known.current = stateOf(found);
      const { draft, ...submitted } = found;
      const theirs = typingOf(own.current.has(draft?.savedAt) ? submitted : found, locale);
      const { typing: both, clashes } = merge({ base: base.current, mine: latest.current, theirs });
      const untouched = sameTyping(both, latest.current) && sameTyping(both, theirs);
      base.current = theirs;
      latest.current = both;
      setTyping(both);
      setOvertaken(clashes.length > 0 ? { clashes, theirs } : undefined);
      if (sameTyping(both, theirs)) typingHere.forget(place);
      else typingHere.keep(place, { typing: both, base: theirs, state: known.current });
      if (clashes.length > 0) return 'clash';
      return untouched ? 'nothing' : 'merged';
    },
    [locale, place],
  );

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const params = { id: sheet.department.id, quarter: sheet.quarter };
    setState({ kind: 'saving' });
    let asBefore = true;
    try {
      if (unsure.current) {
        const found = await call('getQuarterSheet', { params });
        unsure.current = false;
        queries.setQueryData<QuarterSheet>(['getQuarterSheet', { params }], found);
        const came = takeIn(found);
        if (came === 'clash') {
          setState({ kind: 'held' });
          return false;
        }
        asBefore = came === 'nothing';
      }
      const typed = latest.current;
      const draft = draftOf(typed, sheet, locale);
      const { savedAt } = await call('putDraft', { params, body: draft });
      own.current.add(savedAt);
      queries.setQueryData<QuarterSheet>(['getQuarterSheet', { params }], (before) => {
        if (before === undefined) return before;
        const now = { ...before, draft: { ...draft, savedAt, basedOn: before.version } };
        known.current = stateOf(now);
        return now;
      });
      if (latest.current === typed) {
        typingHere.forget(place);
        setOvertaken(undefined);
        setState({ kind: 'saved', at: savedAt });
      }
    } catch (error) {
      unsure.current = true;
      if (!finished.current && error instanceof Error) setState({ kind: 'failed', error });
      if (error instanceof CallRefused && error.kind === 'quarter-closed')
        void queries.invalidateQueries({ queryKey: ['getQuarterSheet'] });
    }
    return asBefore;
  }, [call, queries, locale, place, sheet, takeIn]);

  const present = useRef(save);
  present.current = save;
  const saveNow = useCallback((): Promise<boolean> => {
    saving.current = saving.current.then(() => present.current());
    return saving.current;
  }, []);

  const put = useCallback(
    (next: Typing): void => {
      latest.current = next;
      setTyping(next);
      typingHere.keep(place, { typing: next, base: base.current, state: known.current });
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
  const finish = useCallback(
    (submitted: Typing): void => {
      if (latest.current !== submitted) return;
      finished.current = true;
      clearTimeout(timer.current);
      timer.current = undefined;
      typingHere.forget(place);
    },
    [place],
  );

  useEffect(() => {
    const came = takeIn(sheet);
    if (came === 'clash') setState({ kind: 'held' });
    else if (came === 'merged' && writable) void saveNow();
  }, [sheet, takeIn, writable, saveNow]);
  useEffect(() => {
    if (start.recovered && start.overtaken === undefined && writable) void saveNow();
    return () => {
      if (timer.current !== undefined) void saveNow();
    };
  }, [start, writable, saveNow]);
  const again = state.kind === 'failed' && writable;
  useEffect(() => {
    if (!again) return undefined;
    const retry = (): void => void saveNow();
    const later = setTimeout(retry, retryAfter);
    addEventListener('online', retry);
    return () => {
      clearTimeout(later);
      removeEventListener('online', retry);
    };
  }, [again, saveNow]);
  return { typing, recovered: start.recovered, state, overtaken, change, changeNote, saveNow, finish };
};
