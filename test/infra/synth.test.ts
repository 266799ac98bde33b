/** The command that a person types, without account, without configuration and without a way to AWS. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functionTable } from '../../infra/function-table.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const HOME = mkdtempSync(join(tmpdir(), 'synth-'));
const BINARIES = join(ROOT, 'node_modules', '.bin');

/** Nothing of AWS, and a proxy that nobody listens on for everything else. */
const OFFLINE = {
  PATH: [BINARIES, process.env['PATH'] ?? ''].join(delimiter),
  HOME,
  HTTP_PROXY: 'http://127.0.0.1:9',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  AWS_EC2_METADATA_DISABLED: 'true',
};

afterAll(() => rmSync(HOME, { recursive: true }));

describe('cdk synth', () => {
  const outdir = join(HOME, 'out');

  beforeAll(async () => {
    const synth = ['synth', '--quiet', '--output', outdir];
    await promisify(execFile)(join(BINARIES, 'cdk'), synth, { cwd: ROOT, env: OFFLINE });
  }, 120_000);

  it('writes a template without a finding', () => {
    expect(readdirSync(outdir)).toContain('counterpart-dev.template.json');
    const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
    expect(report.pluginReports).toEqual([]);
  });

  it('bundles every function into one file, and beside it what sets and draws paper and mail', () => {
    const assets = readdirSync(outdir).filter((name) => name.startsWith('asset.'));
    expect(assets).toHaveLength(functionTable.length);
    const files = assets.flatMap((asset) => readdirSync(join(outdir, asset)));
    expect(files.filter((name) => name === 'index.js')).toHaveLength(functionTable.length);
    const natives = files.filter((name) => name !== 'index.js').map((name) => name.split('.')[0]);
    expect(natives.sort()).toEqual(['resvgjs', 'typst-ts-node-compiler', 'typst-ts-node-compiler']);
  });
});
