// A form over something stored: what is typed, saving it under the version that was read, and what to do when somebody
// else was faster.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { CallRefused } from '../../shared/api/call-errors.ts';
import type { Answer, Request } from '../../shared/api/client.ts';
import type { OperationId } from '../../shared/api/operations.ts';
import { bodyOf, draftOf, type Stored } from '../form/draft.ts';
import { type Faults, localFaults, noFaults, refusedFaults } from '../form/faults.ts';
import type { Draft, Section } from '../form/field.ts';
import { useCall, useWords } from '../session/session.tsx';
import { type Change, changesSince, merged } from './conflict.tsx';

/** Something that a form writes: how it is read again, and how it is written. */
export interface Written<O extends OperationId> {
  readonly sections: readonly Section[];
  /** What is stored; undefined: there is none yet. */
  readonly stored: (Stored & { readonly version: number }) | undefined;
  readonly start: Stored;
  readonly put: O;
  readonly request: (body: Stored) => Request<O>;
  readonly readAgain: () => Promise<Stored & { readonly version: number }>;
  readonly toForm: (stored: Stored) => Stored;
  /** What the form says, and what of the stored it does not ask about → the body. */
  readonly toBody: (body: Stored, stored: Stored | undefined) => Stored;
  readonly refreshes: readonly OperationId[];
}

/** A form while it is filled in. */
export interface Editing<O extends OperationId> {
  readonly draft: Draft;
  readonly faults: Faults;
  readonly error: Error | undefined;
  readonly changes: readonly Change[] | undefined;
  readonly busy: boolean;
  readonly dirty: boolean;
  /** How often it has been saved here. */
  readonly saved: number;
  readonly change: (draft: Draft) => void;
  readonly take: (change: Change) => void;
  /** Saves; `over` replaces answers, such as the quarter from which it is retired. */
  readonly save: (over?: Draft) => Promise<Answer<O> | undefined>;
}

const focusFirstFault = (): void =>
  void requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus(),
  );

const isStale = (error: unknown): boolean => error instanceof CallRefused && error.kind === 'stale-version';

/** What a form does. */
export const useEditing = <O extends OperationId>(written: Written<O>): Editing<O> => {
  const call = useCall();
  const queries = useQueryClient();
  const words = useWords();
  const { locale } = words.f;
  const { sections, toForm, toBody } = written;
  const fields = sections.flatMap((section) => section.fields);
  const draftFrom = (stored: Stored): Draft => draftOf(fields, toForm(stored), locale);
  const first = written.stored ?? written.start;
  const [base, setBase] = useState(() => draftFrom(first));
  const [version, setVersion] = useState(written.stored?.version ?? 0);
  const latest = useRef<Stored | undefined>(written.stored);
  const [draft, setDraft] = useState(base);
  const [faults, setFaults] = useState<Faults>(noFaults);
  const [error, setError] = useState<Error>();
  const [changes, setChanges] = useState<readonly Change[]>();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(0);
  const running = useRef(false);

  const write = async (body: Stored, at: number): Promise<Answer<O>> => {
    const answer = await call(written.put, { ...written.request(body), version: at });
    const now = answer as Stored & { readonly version: number };
    setBase(draftFrom(now));
    setDraft(draftFrom(now));
    setVersion(now.version);
    latest.current = now;
    setChanges(undefined);
    setSaved((n) => n + 1);
    await Promise.all(written.refreshes.map((name) => queries.invalidateQueries({ queryKey: [name] })));
    return answer;
  };

  const onFault = async (met: Error, typed: Draft, body: Stored): Promise<Answer<O> | undefined> => {
    if (isStale(met) && version > 0) {
      const theirs = await written.readAgain();
      latest.current = theirs;
      const found = changesSince(fields, base, draftFrom(theirs), typed);
      if (found.length === 0) return write(toBody(body, theirs), theirs.version);
      setChanges(found);
      setDraft(merged(typed, found));
      setBase(draftFrom(theirs));
      setVersion(theirs.version);
      return undefined;
    }
    setFaults(refusedFaults(met, words));
    setError(met);
    focusFirstFault();
    return undefined;
  };

  const save = async (over: Draft = {}): Promise<Answer<O> | undefined> => {
    if (running.current) return undefined;
    const typed = { ...draft, ...over };
    const { body, faults: local } = bodyOf(fields, typed, locale);
    setError(undefined);
    setFaults(localFaults(local, words));
    if (local.size > 0) {
      focusFirstFault();
      return undefined;
    }
    running.current = true;
    setBusy(true);
    try {
      return await write(toBody(body, latest.current), version);
    } catch (failure) {
      const met = failure instanceof Error ? failure : new Error(String(failure));
      return await onFault(met, typed, body).catch((next: unknown) => {
        setError(next instanceof Error ? next : new Error(String(next)));
        return undefined;
      });
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  return {
    draft,
    faults,
    error,
    changes,
    busy,
    dirty: JSON.stringify(draft) !== JSON.stringify(base),
    saved,
    change: setDraft,
    take: ({ field, is }) => setDraft({ ...draft, [field.name]: is }),
    save,
  };
};
