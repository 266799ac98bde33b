/**
 * What the tests are worth: plants known bugs, one at a time, in a copy of the checkout, and runs the tests that must
 * fail. `node bench/planted-bugs.ts` takes some minutes; a text narrows it to the bugs whose names have it, and
 * `--check` only says whether every bug can be planted.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type PlantedBug, plantedBugs } from './planted/bugs.ts';

const root = join(import.meta.dirname, '..');
const left: ReadonlySet<string> = new Set(['node_modules', '.git', '.local', 'dist', 'cdk.out']);

/** The file with the bug in it. Throws where the place is gone, or there are several. */
const planted = (folder: string, { name, file, find, replace }: PlantedBug): string => {
  const text = readFileSync(join(folder, file), 'utf8');
  const places = text.split(find).length - 1;
  if (places !== 1) throw new Error(`“${name}” can’t be planted: ${file} has its place ${places} times`);
  return text.replace(find, () => replace);
};

/** Runs tests in a copy of the checkout: what they print where one fails, undefined where all pass. */
const failureOf = (folder: string, tests: readonly string[]): string | undefined => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const ran = spawnSync(process.execPath, [vitest, 'run', '--silent=true', ...tests], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 600_000,
  });
  return ran.status === 0 ? undefined : `${ran.stdout}${ran.stderr}`;
};

const [only = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const bugs = plantedBugs.filter(({ name }) => name.includes(only));

for (const bug of plantedBugs) planted(root, bug);
console.log(`${plantedBugs.length} bugs can be planted`);
if (!process.argv.includes('--check')) {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    cpSync(root, folder, { recursive: true, filter: (path) => path === root || !left.has(basename(path)) });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const tests = [...new Set(bugs.flatMap((bug) => bug.tests))];
    const failure = failureOf(folder, tests);
    if (failure !== undefined) throw new Error(`without a bug these must pass:\n${failure.slice(-4000)}`);
    let caught = 0;
    for (const bug of bugs) {
      const path = join(folder, bug.file);
      const sound = readFileSync(path, 'utf8');
      writeFileSync(path, planted(folder, bug));
      const isCaught = failureOf(folder, bug.tests) !== undefined;
      writeFileSync(path, sound);
      if (isCaught) caught += 1;
      console.log(`${isCaught ? 'caught' : 'MISSED'}: ${bug.name}`);
    }
    console.log(`caught ${caught} of ${bugs.length}`);
    process.exitCode = caught === bugs.length ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
