// How a check is tested: one table of subjects that it lets pass, cannot judge or does not ask, one of subjects that
// it fails, each row by message id. Every row runs twice, the second time through the guarded view. A last test holds
// the rows together: every level, message and declared path of the check must have come up, and nothing undeclared.
import { describe, expect, it } from 'vitest';
import type { Check, Example, ExampleStrategy, Verdict } from '../../shared/checks/check.ts';
import { type CheckResult, judge } from '../../shared/checks/evaluate.ts';
import { fill } from '../../shared/checks/message.ts';
import type { Level } from '../../shared/domain/finding-levels.ts';
import type { Context } from '../../shared/domain/liveness.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { MapNode, NodeKind } from '../../shared/domain/strategy-links.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { declaredPaths, guarded } from './guarded.ts';
import { contextOf, type Moment, world } from './world.ts';

interface Row extends Moment {
  readonly title: string;
  readonly strategy: ExampleStrategy;
  readonly subject: readonly string[];
}
/** A subject that does not fail; `says` is part of the note, of what is missing, or of why it is not asked. */
export interface OtherRow extends Row {
  readonly verdict: 'pass' | 'cannot-tell' | 'not-applicable';
  readonly says?: string;
}
/** A subject that fails; what is left out is not looked at. `says` is part of the rendered sentence. */
export interface FailRow extends Row {
  readonly level: Level;
  readonly message: string;
  readonly reasons?: readonly string[];
  readonly rows?: readonly (readonly (string | number | null)[])[];
  readonly related?: readonly string[];
  readonly says?: string;
}

/** What one run showed: the verdict, the declared paths and the thresholds that were read. */
interface Run {
  readonly result: CheckResult['result'];
  readonly paths: Set<string>;
  readonly thresholds: Set<string>;
}

const watched = (context: Context, thresholds: Set<string>): Context => ({
  ...context,
  policy: new Proxy(context.policy, {
    get: (policy, name) => {
      thresholds.add(String(name));
      return policy[name as keyof Policy];
    },
  }),
});

const subjectIn = (
  results: readonly CheckResult[],
  ids: readonly string[],
): CheckResult['result'] | undefined =>
  results.find(({ subject }) => subject.ids.join() === ids.join())?.result;

/** Judges one subject, plainly and through the guarded view. */
export const run = (check: Check, row: Row): Run => {
  const [anchor = ''] = row.subject;
  const node = new StrategyMap(world(row.strategy)).node(check.meta.anchor, anchor) as
    | MapNode<NodeKind>
    | undefined;
  if (node === undefined) throw new Error(`the row "${row.title}" has no ${check.meta.anchor} "${anchor}"`);
  const paths = new Set<string>();
  const thresholds = new Set<string>();
  const plain = subjectIn(judge(check, node, contextOf(row)), row.subject);
  const view = guarded(check, node, paths);
  const held = subjectIn(judge(check, view, watched(contextOf(row), thresholds)), row.subject);
  if (plain === undefined) throw new Error(`the check says nothing of ${row.subject.join(' and ')}`);
  expect(held).toEqual(plain);
  return { result: plain, paths, thresholds };
};

const wordsOf = (verdict: Run['result']): string => {
  switch (verdict.verdict) {
    case 'pass':
      return verdict.note ?? '';
    case 'cannot-tell':
      return verdict.missing.join('; ');
    case 'not-applicable':
      return verdict.why;
    default:
      return '';
  }
};

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();

const expectFailure = (check: Check, result: Run['result']): Extract<Verdict, { verdict: 'fail' }> => {
  if (result.verdict !== 'fail') expect.fail(`expected a failure, got ${JSON.stringify(result)}`);
  const { meta } = check;
  const text = meta.messages[result.message];
  expect(meta.levels).toContain(result.level);
  expect(Object.keys(meta.messages)).toContain(result.message);
  expect(placeholders(text ?? '')).toEqual(Object.keys(result.data).sort());
  for (const row of result.evidence.rows) expect(row).toHaveLength(result.evidence.columns.length);
  expect(result.reasons).toEqual([...new Set(result.reasons)].sort());
  return result;
};

const exampleRow = ({ title, strategy, subject, quarter }: Example): Row => ({
  title,
  strategy,
  subject,
  quarter,
});

/** Registers the tests of one check. */
export const describeCheck = <K extends NodeKind, Other extends NodeKind>(
  typed: Check<K, Other>,
  examples: readonly Example[],
  tables: { readonly other: readonly OtherRow[]; readonly fail: readonly FailRow[] },
): void => {
  const check = typed as unknown as Check;
  const { meta } = check;
  describe(meta.id, () => {
    it.each(tables.other)('$verdict: $title', (row) => {
      const { result } = run(check, row);
      expect(result.verdict, JSON.stringify(result)).toBe(row.verdict);
      if (row.says !== undefined) expect(wordsOf(result)).toContain(row.says);
    });

    it.each(tables.fail)('fail: $title', (row) => {
      const failure = expectFailure(check, run(check, row).result);
      expect([failure.level, failure.message]).toEqual([row.level, row.message]);
      if (row.reasons) expect(failure.reasons).toEqual(row.reasons);
      if (row.rows) expect(failure.evidence.rows).toEqual(row.rows);
      if (row.related) expect(failure.related.map(({ id }) => id)).toEqual(row.related);
      if (row.says) expect(fill(meta.messages[failure.message] ?? '', failure.data)).toContain(row.says);
    });

    it.each(examples)('worked example: $title', (example) => {
      const { result } = run(check, exampleRow(example));
      expect(result.verdict, JSON.stringify(result)).toBe(example.verdict);
      if (example.verdict === 'fail') expectFailure(check, result);
    });

    it('comes up with every level, message and declared path, and with nothing undeclared', () => {
      const runs = [...tables.other, ...tables.fail, ...examples.map(exampleRow)].map((row) =>
        run(check, row),
      );
      const failures = runs.flatMap(({ result }) => (result.verdict === 'fail' ? [result] : []));
      const paths = new Set(runs.flatMap((one) => [...one.paths]));
      const thresholds = new Set(runs.flatMap((one) => [...one.thresholds]));
      expect([...new Set(failures.map(({ level }) => level))].sort()).toEqual([...meta.levels].sort());
      expect([...new Set(failures.map(({ message }) => message))].sort()).toEqual(
        Object.keys(meta.messages).sort(),
      );
      expect(declaredPaths(check).filter((path) => !paths.has(path))).toEqual([]);
      expect(
        [...thresholds].filter((name) => !(meta.thresholds ?? []).includes(name as keyof Policy)),
      ).toEqual([]);
    });
  });
};
