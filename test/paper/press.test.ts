// The press as it is deployed: bundled like every function, with the native module beside it and the fonts in it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleOptions } from '../../infra/bundling.ts';

const folder = mkdtempSync(join(tmpdir(), 'press-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the bundled press', () => {
  it('sets a paper', async () => {
    const entry = join(folder, 'entry.ts');
    const paper = join(import.meta.dirname, '..', '..', 'shared', 'paper');
    writeFileSync(
      entry,
      `export { press } from ${JSON.stringify(join(paper, 'press.ts'))};
       export { setPaper } from ${JSON.stringify(join(paper, 'typst.ts'))};`,
    );
    const outfile = join(folder, 'out', 'index.js');
    await build({ ...bundleOptions, entryPoints: [entry], outfile, logLevel: 'silent' });
    writeFileSync(join(folder, 'out', 'package.json'), '{"type":"commonjs"}');
    const bundled = createRequire(import.meta.url)(outfile);
    const source = '#set document(title: "A")\n#set text(font: "Inter", lang: "en")\nThree fonts.';
    const { pdf, pages } = bundled.setPaper(await bundled.press(), { source, files: new Map() });
    expect(pages).toBe(1);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/Inter/);
  });
});
