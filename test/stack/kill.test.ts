// The stack is killed without a word while people write, again and again. Nothing accepted is lost, nothing is there
// twice, and nobody gets a mail twice.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nhs } from '../../examples/nhs/organisation.ts';
import { personWith } from './client.ts';

const folder = mkdtempSync(join(tmpdir(), 'kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the stack in a process of its own and waits for its address. */
const start = async (): Promise<{ readonly origin: string; readonly kill: () => Promise<void> }> => {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'stack-process.ts'), join(folder, 'nhs')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running.add(child);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let said = '';
  const origin = await new Promise<string>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /ready (\S+)/.exec(said);
      if (found?.[1] !== undefined) done(found[1]);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('exit', (code) => fail(new Error(`ended with ${code}: ${said}`)));
  });
  return {
    origin,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      running.delete(child);
    },
  };
};

const tokenOf = async (origin: string, member: string): Promise<string> => {
  const answer = await fetch(`${origin}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ member }),
  });
  return ((await answer.json()) as { token: string }).token;
};

describe('kill -9', () => {
  it('loses nothing that was accepted and repeats nothing, at any moment', async () => {
    const quarter = '2022-Q4';
    const department = 'rhm';
    let attempt = 0;
    let version: number | undefined;
    let accepted = 0;
    for (const killAfter of [0, 20, 90]) {
      const { origin, kill } = await start();
      const head = personWith(origin, await tokenOf(origin, `head-${department}`));
      const sheet = (await head('GET', `/v1/departments/${department}/quarters/${quarter}`)).json;
      version ??= sheet.version as number;
      expect(sheet.version).toBeGreaterThanOrEqual(version);
      expect(sheet.version - version).toBeGreaterThanOrEqual(accepted);
      const readings = sheet.rows.map((row: { kpi: { id: string }; reading: object }) => ({
        ...row.reading,
        kpi: row.kpi.id,
      }));
      attempt += 1;
      const body = { readings, note: `attempt ${attempt}` };
      const submit = () =>
        head('POST', `/v1/departments/${department}/quarters/${quarter}/submission`, body, {
          'if-match': `"${sheet.version}"`,
          'idempotency-key': `attempt-${attempt}`,
        });
      const first = submit().catch(() => undefined);
      await new Promise((done) => setTimeout(done, killAfter));
      await kill();
      const told = await first;
      // The page sends the same request again when it does not know what became of it.
      const again = await start();
      const same = personWith(again.origin, await tokenOf(again.origin, `head-${department}`));
      const answer = await same(
        'POST',
        `/v1/departments/${department}/quarters/${quarter}/submission`,
        body,
        {
          'if-match': `"${sheet.version}"`,
          'idempotency-key': `attempt-${attempt}`,
        },
      );
      expect(answer).toMatchObject({ status: 201, json: { version: sheet.version + 1 } });
      if (told?.status === 201) expect(answer.json).toEqual(told.json);
      accepted += 1;
      const { items } = (await same('GET', `/v1/departments/${department}/quarters/${quarter}/versions`))
        .json;
      expect(items.filter((one: { note?: string }) => one.note === `attempt ${attempt}`)).toHaveLength(1);
      const auditor = personWith(again.origin, await tokenOf(again.origin, 'group-auditor'));
      const trail = (
        await auditor('GET', `/v1/audit?kind=submission&id=${department}/${quarter}/${sheet.version + 1}`)
      ).json.items;
      expect(trail).toHaveLength(1);
      if (attempt === 3) {
        const tick = () => fetch(`${again.origin}/local/tick`, { method: 'POST' }).catch(() => undefined);
        void tick();
        await new Promise((done) => setTimeout(done, 400));
        await again.kill();
        const last = await start();
        await fetch(`${last.origin}/local/tick`, { method: 'POST' });
        const subjects = readdirSync(join(folder, 'nhs', 'mail')).map((name) => {
          const mail = JSON.parse(readFileSync(join(folder, 'nhs', 'mail', name), 'utf8'));
          return `${mail.to} ${mail.subject}`;
        });
        expect(subjects.length).toBeGreaterThan(0);
        expect(new Set(subjects).size).toBe(subjects.length);
        await last.kill();
      } else await again.kill();
    }
    expect(attempt).toBe(3);
    expect(nhs.departments.map(({ id }) => id)).toContain(department);
  }, 400_000);
});
