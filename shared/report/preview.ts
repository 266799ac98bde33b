// What a submission would change, with nothing stored: the touched subjects are judged with the figures and without
// them, on one map in memory.
import type { Check } from '../checks/check.ts';
import { type CheckResult, reevaluate } from '../checks/evaluate.ts';
import { touch } from '../checks/touched.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { DepartmentFacts, KpiFacts, Strategy } from '../domain/facts.ts';
import { fingerprintOf } from '../domain/finding.ts';
import type { Kpi } from '../domain/kpi.ts';
import { departmentIn } from '../domain/kpi-in-quarter.ts';
import type { Context } from '../domain/liveness.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { Ref } from '../domain/strategy-links.ts';
import { StrategyMap } from '../domain/strategy-map.ts';
import type { Reading } from '../domain/submission.ts';
import type { FindingLine } from './finding-line.ts';
import { findingLines, type Lives } from './finding-lines.ts';

/** What would be handed in: the readings, and the KPIs that they name as they are defined now. */
export interface Proposed {
  readonly department: string;
  readonly quarter: Quarter;
  readonly readings: readonly Reading[];
  readonly kpis: ReadonlyMap<string, Kpi>;
}

const without = (readings: KpiFacts['readings'], quarter: Quarter): KpiFacts['readings'] =>
  Object.fromEntries(Object.entries(readings).filter(([one]) => one !== quarter)) as KpiFacts['readings'];

const factsAfter = (strategy: Strategy, { department, quarter, readings, kpis }: Proposed) => {
  const known = new Map(strategy.kpis.map((facts) => [facts.id, facts]));
  const after = new Map<string, KpiFacts>();
  for (const facts of strategy.kpis)
    if (facts.readings[quarter] !== undefined && departmentIn(facts, quarter) === department)
      after.set(facts.id, { ...facts, readings: without(facts.readings, quarter) });
  for (const { kpi: id, note: _note, source: _source, ...reading } of readings) {
    const kpi = kpis.get(id);
    if (kpi === undefined) continue;
    const before = known.get(id);
    after.set(id, {
      ...kpi,
      readings: { ...before?.readings, [quarter]: reading },
      ...(before?.perspectiveReading === undefined ? {} : { perspectiveReading: before.perspectiveReading }),
    });
  }
  const facts = strategy.departments.find((one) => one.id === department);
  const counted: DepartmentFacts | undefined = facts && {
    ...facts,
    counted: [...new Set([...facts.counted, quarter])].sort(),
  };
  return { kpis: [...after.values()], department: counted };
};

/** What the touched subjects were judged to be without the figures, and are with them. */
export interface JudgedProposal {
  readonly map: StrategyMap;
  readonly context: Context;
  readonly before: readonly CheckResult[];
  readonly after: readonly CheckResult[];
}

/** Judges everything that the figures touch, without them and with them. */
export const judgeProposal = (
  strategy: Strategy,
  context: Context,
  checks: readonly Check[],
  proposed: Proposed,
): JudgedProposal => {
  const { kpis, department } = factsAfter(strategy, proposed);
  const refs: Ref[] = [
    { kind: 'department', id: proposed.department },
    ...kpis.map(({ id }): Ref => ({ kind: 'kpi', id })),
  ];
  const old = new StrategyMap(strategy);
  const map = new StrategyMap(strategy);
  const touched = touch(map, checks, refs);
  if (department !== undefined) map.put('department', department.id, department);
  for (const facts of kpis) map.put('kpi', facts.id, facts);
  touch(map, checks, refs, touched);
  return {
    map,
    context,
    before: reevaluate(old, context, checks, touched),
    after: reevaluate(map, context, checks, touched),
  };
};

/** A finding that would be there; `change` against what is there without the figures. */
export type PreviewLine = FindingLine & { readonly change: 'new' | 'stays' | 'changed' };

const byFingerprint = (results: readonly CheckResult[], { quarter }: Context): Map<string, CheckResult> =>
  new Map(results.map((result) => [fingerprintOf(result.check, result.subject, quarter), result]));

/** The fingerprints of all findings that the preview tells of. */
export const previewFingerprints = ({ before, after, context }: JudgedProposal): string[] => [
  ...new Set(
    [...before, ...after]
      .filter(({ result }) => result.verdict === 'fail')
      .map(({ check, subject }) => fingerprintOf(check, subject, context.quarter)),
  ),
];

/**
 * The findings that would be there, worst first, and those that would be cleared. `lives` holds what has become of
 * the unresolved ones among them, by fingerprint.
 */
export const previewOf = (
  judged: JudgedProposal,
  lives: Lives,
): { readonly findings: readonly PreviewLine[]; readonly cleared: readonly FindingLine[] } => {
  const { map, context } = judged;
  const before = byFingerprint(judged.before, context);
  const after = byFingerprint(judged.after, context);
  const changeOf = (fingerprint: string): PreviewLine['change'] => {
    const was = before.get(fingerprint)?.result;
    if (was?.verdict !== 'fail') return 'new';
    return canonicalJson(was) === canonicalJson(after.get(fingerprint)?.result) ? 'stays' : 'changed';
  };
  const isCleared = (fingerprint: string): boolean => {
    const verdict = after.get(fingerprint)?.result.verdict;
    return verdict === undefined || verdict === 'pass' || verdict === 'not-applicable';
  };
  const lines = (results: readonly CheckResult[]) => findingLines({ map, results, lives, context });
  return {
    findings: lines(judged.after).map((line) => ({ ...line, change: changeOf(line.fingerprint) })),
    cleared: lines(judged.before).filter((line) => isCleared(line.fingerprint)),
  };
};
