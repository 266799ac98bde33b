// What a person sees who asks the command line for help, and what a program gets for an option that is none.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const counterpart = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['cli/counterpart.ts', ...args], {
    cwd: join(import.meta.dirname, '..', '..'),
    encoding: 'utf8',
  });

describe('--help', () => {
  it.each([
    [[], ['check', 'classify', 'suggest', 'diverge']],
    [['check'], ['--quarter', '--today', '--format', '--locale', '--explain', 'docs/import-format.md']],
    [['diverge'], ['--quarters', 'early-sign']],
  ])('of %j tells options, exit codes and forms', (command, words) => {
    const { status, stdout, stderr } = counterpart(...command, '--help');
    expect([status, stderr]).toEqual([0, '']);
    for (const word of [...words, 'Exit code 0: fine']) expect(stdout).toContain(word);
  });
});

describe('options', () => {
  it('that can’t be used end with 2 and say what was expected', () => {
    const { status, stdout, stderr } = counterpart('check', 'examples/nhs', '--quarter', 'Q3');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('expected a quarter such as 2026-Q3');
  });
});
