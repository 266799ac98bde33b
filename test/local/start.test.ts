import { spawn } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listen } from '../../local/server.ts';

const start = join(import.meta.dirname, '..', '..', 'local', 'start.ts');
const temporary = () => mkdtempSync(join(tmpdir(), 'start-'));

/** Runs `npm start` with these arguments until it ends; its exit code and what it wrote on standard error. */
async function run(args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const child = spawn(process.execPath, [start, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, complaint };
}

describe('npm start', () => {
  it('says in one sentence that its port is in use', async () => {
    const server = await listen(0);
    expect(await run(['--port', String(server.port), '--data', temporary()])).toEqual({
      code: 1,
      complaint: `Port ${server.port} is in use: choose another one with --port.\n`,
    });
    await server.close();
  });

  it('says in one sentence that there is no Java', async () => {
    const PATH = temporary();
    symlinkSync(process.execPath, join(PATH, 'node'));
    expect(await run(['--port', '0', '--data', temporary()], { PATH })).toEqual({
      code: 1,
      complaint:
        'DynamoDB Local needs Java, and no Java was found on the PATH. Install Java 17 or newer (https://adoptium.net) and start again.\n',
    });
  });

  it('says in one sentence that its data folder can not be written', async () => {
    const file = join(temporary(), 'file');
    writeFileSync(file, '');
    expect(await run(['--port', '0', '--data', file])).toEqual({
      code: 1,
      complaint: `The data folder ${file} can't be written (EEXIST).\n`,
    });
  });

  it('says in one sentence that its clock is broken', async () => {
    const data = temporary();
    writeFileSync(join(data, 'clock.json'), '{"offset":');
    expect(await run(['--port', '0', '--data', data])).toEqual({
      code: 1,
      complaint: `The data file ${join(data, 'clock.json')} is broken; start with --reset to begin afresh.\n`,
    });
  });

  it('names what it can not be filled with, and what it can', async () => {
    const { code, complaint } = await run(['--example', 'other']);
    expect(code).toBe(1);
    expect(complaint).toContain("argument 'other' is invalid. Allowed choices are nhs");
  });
});
