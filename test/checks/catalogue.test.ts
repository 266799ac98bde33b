import { existsSync, readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { catalogue, checkOf } from '../../shared/checks/catalogue.ts';
import type { Check, Example } from '../../shared/checks/check.ts';
import { quarterlyChecks, subjectSchema } from '../../shared/domain/finding.ts';
import { levels } from '../../shared/domain/finding-levels.ts';
import { perspectives } from '../../shared/domain/kpi.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { linkTable } from '../../shared/domain/strategy-links.ts';
import { declaredPaths } from './guarded.ts';

const folder = new URL('../../shared/checks/', import.meta.url);
const docs = new URL('../../docs/checks/', import.meta.url);
const camel = (id: string): string => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

interface CheckFile {
  readonly check: Check | undefined;
  readonly examples: readonly Example[];
  readonly prose: string;
}
const load = async (id: string): Promise<CheckFile> => {
  const module = (await import(`../../shared/checks/${id}.ts`)) as Record<string, unknown>;
  return {
    check: module[camel(id)] as Check | undefined,
    examples: (module['examples'] ?? []) as readonly Example[],
    prose: (module['prose'] ?? '') as string,
  };
};

const names = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
const files = new Map(await Promise.all(names.map(async (name) => [name, await load(name)] as const)));
const ids = catalogue.map(({ meta }) => meta.id);

describe('catalogue', () => {
  it('lists exactly the files that hold a check, each once', () => {
    const withCheck = [...files].filter(([, { check }]) => check?.meta !== undefined).map(([name]) => name);
    expect(ids.toSorted()).toEqual(withCheck.sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('finds a check by its id', () => {
    for (const check of catalogue) expect(checkOf(check.meta.id)).toBe(check);
    expect(checkOf('no-such-check')).toBeUndefined();
  });

  it('holds every check whose finding belongs to one quarter', () => {
    for (const id of quarterlyChecks) expect(ids).toContain(id);
  });

  it('leaves prose, examples and parsers out of what an evaluator bundles', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `export { evaluate } from './evaluate.ts'; export { catalogue } from './catalogue.ts';`,
        resolveDir: folder.pathname,
        loader: 'ts',
      },
      bundle: true,
      minify: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      mainFields: ['module', 'main'],
    });
    const text = outputFiles[0]?.text ?? '';
    expect(text.length).toBeLessThan(75_000);
    expect(text).not.toContain('ZodError');
    for (const check of catalogue) expect(text).toContain(check.meta.id);
    for (const { prose, examples } of files.values()) {
      if (prose !== '') expect(text).not.toContain(prose.slice(0, 40));
      for (const { title } of examples) expect(text).not.toContain(title);
    }
  });
});

describe.each(catalogue.map((check) => [check.meta.id, check] as const))('%s', (id, { meta }) => {
  const file = files.get(id);

  it('has one file, one page and one test by its name', () => {
    expect(file?.check?.meta).toBe(meta);
    expect(existsSync(new URL(`${id}.md`, docs))).toBe(true);
    expect(existsSync(new URL(`${id}.test.ts`, import.meta.url))).toBe(true);
  });

  it('declares links that exist', () => {
    for (const path of declaredPaths({ meta }))
      path.split('.').reduce((kind, name) => {
        const link = linkTable.get(`${kind}.${name}`);
        expect(link, `${path}: no link "${name}" from ${kind}`).toBeDefined();
        return link?.to ?? kind;
      }, meta.anchor);
  });

  it('declares no path that another one includes', () => {
    for (const path of meta.reads)
      expect(
        declaredPaths({ meta }).filter((other) => other === path || other.startsWith(`${path}.`)),
      ).toEqual([path]);
  });

  it('names its levels worst first, and the worst for each perspective', () => {
    expect(meta.levels).toEqual(levels.filter((level) => meta.levels.includes(level)));
    const worst =
      typeof meta.level === 'string'
        ? [meta.level]
        : perspectives.map((perspective) => (meta.level as Record<string, string | undefined>)[perspective]);
    const named = worst.filter((level) => level !== undefined);
    expect(named).toContain(meta.levels[0]);
    for (const level of named) expect(meta.levels).toContain(level);
  });

  it('judges a kind of subject that findings know', () => {
    const kind = meta.pair?.kind ?? meta.anchor;
    expect(subjectSchema.safeParse({ kind, ids: ['a'] }).success).toBe(true);
  });

  it('tells its readers what they need', () => {
    expect(meta.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(meta.question).toMatch(/^[A-Z].*\?$/);
    expect(meta.why).toMatch(/\.$/);
    expect(meta.remedy).toMatch(/^[A-Z].*\.$/);
    expect(Object.keys(meta.messages).length).toBeGreaterThan(0);
    for (const text of Object.values(meta.messages)) expect(text).toMatch(/\.$/);
    expect(file?.prose).toMatch(/\.$/);
  });

  it('names thresholds that the policy has', () => {
    for (const name of meta.thresholds ?? []) expect(Object.keys(defaultPolicy)).toContain(name);
  });

  it('has a worked example that fails and one that passes', () => {
    expect(new Set(file?.examples.map(({ verdict }) => verdict))).toEqual(new Set(['fail', 'pass']));
  });
});
