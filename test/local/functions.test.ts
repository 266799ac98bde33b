import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleFunctions } from '../../local/bundle.ts';
import { type Functions, type Outcome, openFunctions } from '../../local/functions.ts';
import type { LambdaFunction } from '../../local/resources/lambda-function.ts';

const lambda = (id: string, source: string, timeout: number): LambdaFunction => ({
  id,
  source,
  timeout,
  memory: 128,
  environment: { OWN: `own of ${id}`, SHARED: 'of the template' },
});
const rows = [lambda('Echo', 'functions/echo.ts', 3), lambda('Slow', 'functions/slow.ts', 1)];
const folder = mkdtempSync(join(tmpdir(), 'functions-'));
const onFailure = vi.fn();
let functions: Functions;

beforeAll(async () => {
  const bundles = await bundleFunctions(rows, join(import.meta.dirname, 'fixtures'), folder);
  const environment = { SHARED: 'of the stack', CLOCK_OFFSET_MS: '0' };
  functions = openFunctions({ functions: rows, bundles, environment, logs: folder, onFailure });
});
afterAll(() => functions.stop());

const payloadOf = (outcome: Outcome): Readonly<Record<string, unknown>> =>
  outcome.ok
    ? (outcome.payload as Readonly<Record<string, unknown>>)
    : expect.unreachable(outcome.errorMessage);

describe('a function', () => {
  it('gets its event and gives its answer as JSON, with a context', async () => {
    const answer = payloadOf(await functions.invoke('Echo', { at: new Date(0), none: undefined }));
    expect(answer).toMatchObject({
      event: { at: '1970-01-01T00:00:00.000Z' },
      name: 'echo',
      date: '1970-01-01T00:00:00.000Z',
    });
    expect(answer['event']).not.toHaveProperty('none');
    expect(answer['remaining']).toBeGreaterThan(2000);
    expect(answer['remaining']).toBeLessThanOrEqual(3000);
  });

  it('sees its own environment and nothing of this process', async () => {
    const read = async (variable: string) => payloadOf(await functions.invoke('Echo', { variable }));
    expect((await read('OWN'))['variable']).toBe('own of Echo');
    expect((await read('SHARED'))['variable']).toBe('of the stack');
    expect(await read('PATH')).not.toHaveProperty('variable');
    expect(await read('PATH')).not.toHaveProperty('home');
  });

  it('sees a variable that changes while it runs', async () => {
    expect(payloadOf(await functions.invoke('Echo', { variable: 'CLOCK_OFFSET_MS' }))['variable']).toBe('0');
    functions.setEnvironment('CLOCK_OFFSET_MS', '86400000');
    expect(payloadOf(await functions.invoke('Echo', { variable: 'CLOCK_OFFSET_MS' }))['variable']).toBe(
      '86400000',
    );
  });

  it('keeps its instance from one invocation to the next', async () => {
    const first = Number(payloadOf(await functions.invoke('Echo', {}))['invocations']);
    expect(payloadOf(await functions.invoke('Echo', {}))['invocations']).toBe(first + 1);
  });

  it('gives the error that it throws, with a trace into its source', async () => {
    const outcome = await functions.invoke('Echo', { fail: 'no such thing' });
    expect(outcome).toMatchObject({ ok: false, errorType: 'RangeError', errorMessage: 'no such thing' });
    expect(outcome.ok ? '' : outcome.trace.join('\n')).toMatch(/echo\.ts:\d+/);
    expect(onFailure).toHaveBeenLastCalledWith('Echo', outcome);
  });

  it('is ended when its time is up, even when it gives its thread back to nobody, and works again afterwards', async () => {
    const start = performance.now();
    const [waiting, blocking] = await Promise.all([
      functions.invoke('Slow', { wait: 60_000 }),
      functions.invoke('Slow', { block: true }),
    ]);
    expect(performance.now() - start).toBeLessThan(3000);
    const timedOut = {
      ok: false,
      errorType: 'Sandbox.Timedout',
      errorMessage: 'Task timed out after 1.00 seconds',
    };
    expect([waiting, blocking]).toMatchObject([timedOut, timedOut]);
    expect(await functions.invoke('Slow', {})).toEqual({ ok: true, payload: 'done' });
  });

  it('may exit: that invocation fails, the next has a new instance', async () => {
    expect(await functions.invoke('Echo', { exit: true })).toMatchObject({
      ok: false,
      errorType: 'Runtime.ExitError',
    });
    expect(payloadOf(await functions.invoke('Echo', {}))['invocations']).toBe(1);
  });

  it('takes and gives at most 6 MB', async () => {
    const big = { text: 'x'.repeat(6_300_000) };
    expect(await functions.invoke('Echo', big)).toMatchObject({
      ok: false,
      errorType: 'RequestTooLargeException',
    });
    expect(await functions.invoke('Echo', { big: 6_300_000 })).toMatchObject({
      ok: false,
      errorType: 'Function.ResponseSizeTooLarge',
    });
  });

  it('takes one invocation after the other, and gets more instances when that would last', async () => {
    const inOrder = await Promise.all(['a', 'b', 'c'].map((mark) => functions.invoke('Echo', { mark })));
    const counts = inOrder.map((outcome) => Number(payloadOf(outcome)['invocations']));
    expect(counts).toEqual([counts[0], Number(counts[0]) + 1, Number(counts[0]) + 2]);
    const start = performance.now();
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => functions.invoke('Slow', { wait: 700 })),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(performance.now() - start).toBeLessThan(4 * 700);
    expect(functions.running()).toBe(0);
  });

  it('is not there under another name', async () => {
    await expect(functions.invoke('Gone', {})).rejects.toThrow('There is no function Gone.');
  });
});

describe('a bundle', () => {
  it('says where the mistake is', async () => {
    const broken = lambda('Broken', 'functions/gone.ts', 3);
    const root = join(import.meta.dirname, 'fixtures');
    await expect(bundleFunctions([broken], root, folder)).rejects.toThrow(
      /^The functions can't be bundled: .*gone\.ts/,
    );
  });

  it('says that it is CommonJS, which it would not be beside a package of ES modules', () => {
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('{"type":"commonjs"}');
  });
});
