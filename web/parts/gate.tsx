// Between an answer and what shows it: waiting, failing and "there is none" look the same on every screen.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { CallRefused } from '../../shared/api/call-errors.ts';
import { ErrorState } from './error-state.tsx';
import { Loading } from './loading.tsx';

export interface GateProps<T> {
  readonly answer: UseQueryResult<T, Error>;
  readonly children: (value: T) => ReactNode;
  /** Shown where the service says that there is no such thing. */
  readonly missing?: ReactNode;
  /** Nothing else is on the page. */
  readonly alone?: boolean;
}

/** Shows `children` with the answer once it is there. */
export const Gate = <T,>({ answer, children, missing, alone = false }: GateProps<T>) => {
  if (answer.data !== undefined) return <>{children(answer.data)}</>;
  if (answer.error === null) return <Loading alone={alone} />;
  if (missing !== undefined && answer.error instanceof CallRefused && answer.error.status === 404)
    return <>{missing}</>;
  const state = <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  return alone ? <main className="alone">{state}</main> : state;
};
