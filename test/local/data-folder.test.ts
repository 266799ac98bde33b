import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { takeDataFolder } from '../../local/data-folder.ts';
import { openFailures } from '../../local/failures.ts';
import { openKeptFile } from '../../local/kept-file.ts';

const temporary = () => join(mkdtempSync(join(tmpdir(), 'data-')), 'nhs');
const keep = { reset: false };

describe('a data folder', () => {
  it('is made, kept, and emptied on request', () => {
    const path = temporary();
    const first = takeDataFolder(path, keep);
    writeFileSync(first.file('a.txt'), 'a');
    first.release();
    expect(readFileSync(takeDataFolder(path, keep).file('a.txt'), 'utf8')).toBe('a');
    expect(existsSync(takeDataFolder(path, { reset: true }).file('a.txt'))).toBe(false);
  });

  it('belongs to one process at a time, for as long as that lives', async () => {
    const path = temporary();
    const data = takeDataFolder(path, keep);
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    writeFileSync(data.file('owner.pid'), String(other.pid));
    expect(() => takeDataFolder(path, keep)).toThrow(
      `Process ${other.pid} already runs on the data folder ${path}: stop it, or choose another --example.`,
    );
    await new Promise((resolve) => other.on('exit', resolve).kill('SIGKILL'));
    expect(takeDataFolder(path, keep).path).toBe(path);
  });

  it('says in a sentence that it can not be written', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'data-')), 'file');
    writeFileSync(file, '');
    expect(() => takeDataFolder(join(file, 'nhs'), keep)).toThrow(
      `The data folder ${join(file, 'nhs')} can't be written (ENOTDIR).`,
    );
  });
});

describe('a kept file', () => {
  const Value = z.strictObject({ count: z.number() });

  it('holds the value last set', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'kept-')), 'value.json');
    const kept = openKeptFile(path, Value, () => ({ count: 1 }));
    expect(kept.get()).toEqual({ count: 1 });
    kept.set({ count: 2 });
    expect([kept.get(), openKeptFile(path, Value, () => ({ count: 9 })).get()]).toEqual([
      { count: 2 },
      { count: 2 },
    ]);
  });

  it.each([
    ['no JSON', '{"count":'],
    ['something else', '{"count":"many"}'],
    ['nothing', ''],
  ])('with %s in it stops the start in one sentence', (_, text) => {
    const path = join(mkdtempSync(join(tmpdir(), 'kept-')), 'value.json');
    writeFileSync(path, text);
    expect(() => openKeptFile(path, Value, () => ({ count: 1 }))).toThrow(
      `The data file ${path} is broken; start with --reset to begin afresh.`,
    );
  });
});

describe('the failure queues', () => {
  it('keep what failed, oldest first', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'failures-')), 'failures.jsonl');
    const failures = openFailures(path);
    expect(failures.list()).toEqual([]);
    failures.add('arn:aws:sqs:eu-west-1:000000000000:One', { a: 1 });
    failures.add('arn:aws:sqs:eu-west-1:000000000000:Two', { b: 2 });
    expect(openFailures(path).list()).toMatchObject([
      { queue: 'One', message: { a: 1 } },
      { queue: 'Two', message: { b: 2 } },
    ]);
  });
});
