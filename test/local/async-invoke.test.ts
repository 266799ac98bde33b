import { describe, expect, it, vi } from 'vitest';
import { openAsyncInvoker } from '../../local/async-invoke.ts';
import type { Functions, Outcome } from '../../local/functions.ts';
import type { AsyncBounds } from '../../local/resources/delivery.ts';

const done: Outcome = { ok: true, payload: null };
const failed: Outcome = { ok: false, errorType: 'Error', errorMessage: 'no', trace: [] };

function invokerOver(outcomes: readonly Outcome[], bounds: Partial<AsyncBounds> = {}) {
  const rest = outcomes.values();
  const invoke = vi.fn<Functions['invoke']>(async () => rest.next().value ?? failed);
  const failures = { add: vi.fn() };
  const all: AsyncBounds = { retries: 1, maxAge: 60_000, failureQueue: 'arn:Failed', ...bounds };
  const invoker = openAsyncInvoker({
    functions: { invoke },
    failures,
    bounds: new Map([['Tick', all]]),
    retryDelay: 1,
  });
  return { invoker, invoke, failures };
}

describe('an asynchronous invocation', () => {
  it('is tried again within its bounds', async () => {
    const { invoker, invoke, failures } = invokerOver([failed, done]);
    const sent = invoker.send('Tick', { time: 'now' });
    expect(invoker.pending()).toBe(1);
    await sent;
    expect(invoke).toHaveBeenCalledTimes(2);
    expect([failures.add.mock.calls.length, invoker.pending()]).toEqual([0, 0]);
  });

  it('goes to the failure queue with its event after the last try', async () => {
    const { invoker, invoke, failures } = invokerOver([failed, failed, done]);
    await invoker.send('Tick', { time: 'now' });
    expect(invoke).toHaveBeenCalledTimes(2);
    expect(failures.add).toHaveBeenCalledWith('arn:Failed', {
      requestContext: { functionArn: 'Tick', condition: 'RetriesExhausted', approximateInvokeCount: 2 },
      requestPayload: { time: 'now' },
      responsePayload: { errorType: 'Error', errorMessage: 'no' },
    });
  });

  it('is not tried again once it is too old', async () => {
    const { invoker, invoke, failures } = invokerOver([failed, done], { maxAge: -1 });
    await invoker.send('Tick', {});
    expect(invoke).toHaveBeenCalledTimes(1);
    expect(failures.add.mock.calls[0]?.[1]).toMatchObject({
      requestContext: { condition: 'EventAgeExceeded' },
    });
  });

  it('has two more tries where nothing is configured', async () => {
    const { invoker, invoke } = invokerOver([failed, failed, failed, done]);
    await invoker.send('Other', {});
    expect(invoke).toHaveBeenCalledTimes(3);
  });
});
