// The whole test run: types, lint, then every test. It ends with one line, `N passed, N failed`, whatever happens;
// a step that could not run counts as failed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import * as z from 'zod';

const report = 'node_modules/.cache/tests.json';
const counts = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numTotalTests: z.int(),
  success: z.boolean(),
});

const run = (title: string, command: string, args: readonly string[]): boolean => {
  const start = performance.now();
  console.log(`\n${title}`);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error !== undefined) console.error(`${command}: ${error.message}`);
  console.log(
    `${title}: ${status === 0 ? 'passed' : 'failed'} in ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  return status === 0;
};

mkdirSync('node_modules/.cache', { recursive: true });
rmSync(report, { force: true });
const steps = [run('Types', 'tsc', ['--noEmit']), run('Lint', 'biome', ['check', '--error-on-warnings'])];
const ran = run('Tests', 'vitest', [
  'run',
  '--reporter=default',
  '--silent=passed-only',
  '--reporter=json',
  `--outputFile.json=${report}`,
]);
let tests = { passed: 0, failed: 1 };
try {
  const { numPassedTests, numFailedTests, success } = counts.parse(JSON.parse(readFileSync(report, 'utf8')));
  // A file that could not be loaded has no tests to count, but is not a success.
  tests = { passed: numPassedTests, failed: success && ran ? numFailedTests : Math.max(1, numFailedTests) };
} catch (error) {
  console.error(`no test report: ${error instanceof Error ? error.message : String(error)}`);
}
const passed = steps.filter(Boolean).length + tests.passed;
const failed = steps.filter((step) => !step).length + tests.failed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && tests.passed > 0 ? 0 : 1;
