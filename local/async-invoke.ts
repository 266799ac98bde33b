/**
 * Invocations that nobody waits for: a tick, an event of a mail. A failed one is tried again within the bounds of the
 * template, then the event with its error goes to the failure queue.
 */
import type { Failures } from './failures.ts';
import type { Functions } from './functions.ts';
import type { AsyncBounds } from './resources/delivery.ts';

/** What Lambda does where nothing is configured. */
const DEFAULT_BOUNDS: AsyncBounds = { retries: 2, maxAge: 21_600_000, failureQueue: undefined };

export interface AsyncInvokerProps {
  readonly functions: Pick<Functions, 'invoke'>;
  readonly bounds: ReadonlyMap<string, AsyncBounds>;
  readonly failures: Pick<Failures, 'add'>;
  /** Milliseconds before the first repetition, twice as many before the second; Lambda waits a minute, then two. */
  readonly retryDelay: number;
}

/** Hands events over. */
export interface AsyncInvoker {
  /** Resolves when the event has been handled or laid aside. */
  send(functionId: string, event: unknown): Promise<void>;
  /** Number of events that are neither. */
  pending(): number;
}

/** Makes an invoker. */
export function openAsyncInvoker({
  functions,
  bounds,
  failures,
  retryDelay,
}: AsyncInvokerProps): AsyncInvoker {
  let pending = 0;
  const deliver = async (functionId: string, event: unknown): Promise<void> => {
    const { retries, maxAge, failureQueue } = bounds.get(functionId) ?? DEFAULT_BOUNDS;
    const deadline = Date.now() + maxAge;
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await functions.invoke(functionId, event);
      if (outcome.ok) return;
      const delay = retryDelay * 2 ** attempt;
      if (attempt < retries && Date.now() + delay <= deadline) {
        await new Promise((resolve) => setTimeout(resolve, delay));
        continue;
      }
      const { errorType, errorMessage } = outcome;
      const condition = attempt < retries ? 'EventAgeExceeded' : 'RetriesExhausted';
      const requestContext = { functionArn: functionId, condition, approximateInvokeCount: attempt + 1 };
      const responsePayload = { errorType, errorMessage };
      if (failureQueue)
        failures.add(failureQueue, { requestContext, requestPayload: event, responsePayload });
      return;
    }
  };
  return {
    pending: () => pending,
    send: async (functionId, event) => {
      pending += 1;
      await deliver(functionId, event).finally(() => (pending -= 1));
    },
  };
}
