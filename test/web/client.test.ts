// The client against a scripted fetch: what it sends, what it repeats, what it makes of refusals.
import { describe, expect, it } from 'vitest';
import { CallRefused, ConnectionLost } from '../../shared/api/call-errors.ts';
import { createClient, pathOf } from '../../shared/api/client.ts';
import { problemOf } from '../../shared/api/problem-document.ts';
import { type ProblemKind, problemKinds, Refusal } from '../../shared/domain/problem.ts';

interface Sent {
  readonly address: string;
  readonly method: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}
type Step = Response | 'lost';

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });
const refused = (kind: ProblemKind, headers: Record<string, string> = {}): Response => {
  const body = problemOf(new Refusal(kind, 'No.', [{ path: '/a', found: '1', expected: '2' }]), 'r1');
  return json(body, body.status, headers);
};

const scripted = (...steps: readonly Step[]) => {
  const sent: Sent[] = [];
  const waits: number[] = [];
  let keys = 0;
  const call = createClient({
    base: 'https://example.test',
    token: () => 'the-token',
    newKey: () => `key-${++keys}`,
    wait: async (milliseconds) => void waits.push(milliseconds),
    fetch: async (address, init) => {
      const step = steps[sent.length];
      sent.push({
        address,
        method: init.method,
        headers: init.headers as Record<string, string>,
        body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      });
      if (step === undefined || step === 'lost') throw new TypeError('fetch failed');
      return step;
    },
  });
  return { call, sent, waits };
};
const params = { id: 'operations', quarter: '2026-Q2' } as const;
const body = { readings: [{ kpi: 'dispatch', actual: '19.5' }] };

describe('a call', () => {
  it('fills the path and the query, and leaves out what is undefined', () => {
    expect(pathOf('/v1/kpis/{id}', { params: { id: 'a/b' }, query: { cursor: undefined, limit: 5 } })).toBe(
      '/v1/kpis/a%2Fb?limit=5',
    );
  });

  it('reads with the token and without a key', async () => {
    const { call, sent } = scripted(json({ items: [] }));
    expect(await call('listFindings', { query: { level: 'error' } })).toEqual({ items: [] });
    expect(sent[0]).toMatchObject({ address: 'https://example.test/v1/findings?level=error', method: 'GET' });
    expect(sent[0]?.headers['authorization']).toBe('Bearer the-token');
    expect(sent[0]?.headers).not.toHaveProperty('idempotency-key');
  });

  it('writes with a key and the version that it changes', async () => {
    const { call, sent } = scripted(json({}));
    await call('submitQuarter', { params, body, version: 3 });
    expect(sent[0]).toMatchObject({ method: 'POST', body });
    expect(sent[0]?.headers).toMatchObject({ 'idempotency-key': 'key-1', 'if-match': '"3"' });
  });

  it('says If-None-Match: * for what is new', async () => {
    const { call, sent } = scripted(json({}));
    await call('submitQuarter', { params, body, version: 0 });
    expect(sent[0]?.headers).toMatchObject({ 'if-none-match': '*' });
    expect(sent[0]?.headers).not.toHaveProperty('if-match');
  });

  it('carries a given key', async () => {
    const { call, sent } = scripted(json({}));
    await call('submitQuarter', { params, body, version: 1, key: 'mine' });
    expect(sent[0]?.headers['idempotency-key']).toBe('mine');
  });
});

describe('a repetition', () => {
  it('happens once after a lost connection, under the same key', async () => {
    const { call, sent } = scripted('lost', json({ reference: 'R' }));
    expect(await call('submitQuarter', { params, body, version: 1 })).toEqual({ reference: 'R' });
    expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual(['key-1', 'key-1']);
  });

  it('happens once after a 503, when the service says', async () => {
    const { call, sent, waits } = scripted(
      refused('temporarily-unavailable', { 'retry-after': '2' }),
      json({}),
    );
    await call('getMe', {});
    expect(sent).toHaveLength(2);
    expect(waits).toEqual([2000]);
  });

  it('waits no longer than five seconds', async () => {
    const { call, waits } = scripted(refused('temporarily-unavailable', { 'retry-after': '600' }), json({}));
    await call('getMe', {});
    expect(waits).toEqual([5000]);
  });

  it('happens no second time', async () => {
    const { call, sent } = scripted('lost', 'lost', json({}));
    await expect(call('getMe', {})).rejects.toBeInstanceOf(ConnectionLost);
    expect(sent).toHaveLength(2);
  });

  it.each((Object.keys(problemKinds) as ProblemKind[]).filter((kind) => problemKinds[kind] !== 503))(
    'does not happen after %s',
    async (kind) => {
      const { call, sent } = scripted(refused(kind), json({}));
      await expect(call('getMe', {})).rejects.toMatchObject({ kind, status: problemKinds[kind] });
      expect(sent).toHaveLength(1);
    },
  );
});

describe('a refusal', () => {
  it('keeps what was found and what was expected', async () => {
    const { call } = scripted(refused('invalid-input'));
    const error = await call('getMe', {}).catch((met: unknown) => met);
    expect(error).toBeInstanceOf(CallRefused);
    expect(error).toMatchObject({ message: 'No.', errors: [{ path: '/a', found: '1', expected: '2' }] });
  });

  it('without a problem document is of kind unknown', async () => {
    const { call } = scripted(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(call('getMe', {})).rejects.toMatchObject({ kind: 'unknown', status: 502 });
  });

  it('is not made of an abort', async () => {
    const aborting = new AbortController();
    const { call, sent } = scripted('lost');
    aborting.abort();
    await expect(call('getMe', { signal: aborting.signal })).rejects.toBeInstanceOf(TypeError);
    expect(sent).toHaveLength(1);
  });
});
