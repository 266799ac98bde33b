import { describe, expect, it } from 'vitest';
import { pages, stalePaths } from '../../docs/generate.ts';
import { catalogue } from '../../shared/checks/catalogue.ts';

const all = await pages();

describe('generated pages', () => {
  it('stand in the repository as the code makes them (node docs/generate.ts writes them)', () => {
    expect(stalePaths(all)).toEqual([]);
  });

  it('tell when a page is missing, differs, or has no source any more', () => {
    const [first, second, ...rest] = all;
    if (first === undefined || second === undefined) throw new Error('at least two pages');
    const missing = { path: 'docs/checks/no-such-check.md', text: '' };
    expect(stalePaths([{ ...first, text: 'other' }, missing, ...rest])).toEqual(
      [first.path, missing.path, second.path].sort(),
    );
  });

  it('are one for each check, one that lists them, and the description of the API', () => {
    expect(all.map(({ path }) => path)).toEqual([
      'docs/checks/README.md',
      ...catalogue.map(({ meta }) => `docs/checks/${meta.id}.md`),
      'docs/openapi.json',
    ]);
  });

  it('show what each example says when it is run', () => {
    const page = all.find(({ path }) => path === 'docs/checks/watermelon.md')?.text;
    expect(page).toContain('“Average handling time” is on target in 2026-Q2 while its counterpart');
    expect(page).toContain('| `nearPercent` | 5 |');
  });
});
