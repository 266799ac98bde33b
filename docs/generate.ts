// Writes the pages that are made from the code; `--check` writes nothing and fails where a page is not what the code
// says. A folder listed here holds generated pages only.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkPages } from './check-pages.ts';
import { importFormatPage } from './import-format.ts';
import { openApiPage } from './openapi.ts';
import { readmePage } from './readme-checks.ts';

/** A generated page: where it stands below the repository's root, and its text. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

const root = new URL('../', import.meta.url);
const folders = ['docs/checks'];

/** Every page that is made from the code. */
export const pages = async (): Promise<Page[]> => [
  ...(await checkPages()),
  openApiPage(),
  importFormatPage(),
  readmePage(),
];

/** The paths whose file is missing, differs from its page, or has no page any more; sorted. */
export const stalePaths = (all: readonly Page[]): string[] => {
  const wanted = new Set(all.map(({ path }) => path));
  const changed = all.filter(({ path, text }) => {
    const file = new URL(path, root);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  const orphans = folders.flatMap((folder) => {
    const place = new URL(`${folder}/`, root);
    const names = existsSync(place) ? readdirSync(place) : [];
    return names.map((name) => `${folder}/${name}`).filter((path) => !wanted.has(path));
  });
  return [...changed.map(({ path }) => path), ...orphans].sort();
};

const write = (all: readonly Page[], paths: readonly string[]): void => {
  const texts = new Map(all.map(({ path, text }) => [path, text]));
  for (const path of paths) {
    const file = new URL(path, root);
    const text = texts.get(path);
    if (text === undefined) rmSync(file);
    else {
      mkdirSync(dirname(file.pathname), { recursive: true });
      writeFileSync(file, text);
    }
  }
};

if (import.meta.main) {
  const all = await pages();
  const stale = stalePaths(all);
  if (process.argv.includes('--check')) {
    for (const path of stale) process.stdout.write(`${path}\n`);
    process.exitCode = stale.length === 0 ? 0 : 1;
  } else write(all, stale);
}
