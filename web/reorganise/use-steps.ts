// Nothing of the organisation changes unseen: first what would change is looked at, then exactly that is made.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { CallRefused } from '../../shared/api/call-errors.ts';
import { useCall } from '../session/session.tsx';
import type { Ask, Reorganised } from './questions.ts';

/** Where one is: asking, looking at what would change, or done. */
export type Step =
  | { readonly kind: 'asking' }
  | { readonly kind: 'shown' | 'done'; readonly answer: Reorganised };

export interface Steps {
  readonly step: Step;
  readonly busy: boolean;
  readonly error: Error | undefined;
  /** Somebody changed something between looking and making; what is shown is the new state. */
  readonly overtaken: boolean;
  readonly look: (ask: Ask) => Promise<void>;
  /** Makes what is shown. */
  readonly make: () => Promise<void>;
  readonly back: () => void;
}

const isStale = (error: unknown): boolean => error instanceof CallRefused && error.kind === 'stale-version';

/** The steps; every answer that the page holds is read again once it is made. */
export const useSteps = (): Steps => {
  const call = useCall();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>({ kind: 'asking' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const [overtaken, setOvertaken] = useState(false);
  const asked = useRef<Ask | undefined>(undefined);
  const running = useRef(false);

  const doing = async (what: () => Promise<void>): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(undefined);
    try {
      await what();
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const show = async (ask: Ask): Promise<void> =>
    setStep({ kind: 'shown', answer: await ask(call, { apply: false }) });
  const look = (ask: Ask): Promise<void> =>
    doing(async () => {
      asked.current = ask;
      setOvertaken(false);
      await show(ask);
    });
  const make = (): Promise<void> =>
    doing(async () => {
      const ask = asked.current;
      if (ask === undefined || step.kind !== 'shown') return;
      try {
        const answer = await ask(call, { apply: true, basis: step.answer.basis });
        await queries.invalidateQueries();
        setStep({ kind: 'done', answer });
      } catch (failure) {
        if (!isStale(failure)) throw failure;
        setOvertaken(true);
        await show(ask);
      }
    });
  const back = (): void => {
    setError(undefined);
    setOvertaken(false);
    setStep({ kind: 'asking' });
  };
  return { step, busy, error, overtaken, look, make, back };
};
