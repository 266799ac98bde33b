import { describe, expect, it } from 'vitest';
import { pages, stalePaths } from '../../docs/generate.ts';
import { withChecks } from '../../docs/readme-checks.ts';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { tables } from '../../shared/exchange/tables.ts';

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

  it('are those of the checks, the API, the import format, and the README with its table', () => {
    expect(all.map(({ path }) => path)).toEqual([
      'docs/checks/README.md',
      ...catalogue.map(({ meta }) => `docs/checks/${meta.id}.md`),
      'docs/openapi.json',
      'docs/import-format.md',
      'README.md',
    ]);
  });

  it('tell every column of the import format, with its example', () => {
    const page = all.find(({ path }) => path === 'docs/import-format.md')?.text ?? '';
    for (const { name, columns } of tables) {
      const [, section = ''] = page.split(`### ${name}\n`);
      for (const { name: column, example } of columns) {
        expect(section).toContain(`| \`${column}\` |`);
        expect(section).toContain(`| \`${example.replaceAll('|', '\\|')}\` |`);
      }
    }
    expect(page).toContain('readings.csv, row 2, column actual: found "91", expected a share from 0 to 1');
  });

  it('keep what is written by hand around the table of checks', () => {
    const text = 'before\n<!-- checks: made by docs/generate.ts -->\nold\n<!-- /checks -->\nafter\n';
    const made = withChecks(text);
    expect(made).toMatch(/^before\n<!--[\s\S]*-->\nafter\n$/);
    expect(made).not.toContain('old');
    for (const { meta } of catalogue) expect(made).toContain(`docs/checks/${meta.id}.md)`);
    expect(withChecks(made)).toBe(made);
    expect(() => withChecks('no markers')).toThrow('expected “<!-- checks');
  });

  it('show what each example says when it is run', () => {
    const page = all.find(({ path }) => path === 'docs/checks/watermelon.md')?.text;
    expect(page).toContain('“Average handling time” is on target in 2026-Q2 while its counterpart');
    expect(page).toContain('| `nearPercent` | 5 |');
  });
});
