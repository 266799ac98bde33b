// What fails, as lines in the order in which people read them. Every report of a quarter is cut from these lines.
import { catalogue } from '../checks/catalogue.ts';
import type { CheckResult } from '../checks/evaluate.ts';
import { fingerprintOf } from '../domain/finding.ts';
import { type Level, levelPlace } from '../domain/finding-levels.ts';
import type { LifeLine } from '../domain/finding-life.ts';
import type { Context } from '../domain/liveness.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { StrategyMap } from '../domain/strategy-map.ts';
import type { FindingLine } from './finding-line.ts';
import { departmentOf } from './result-departments.ts';

/** The lives of unresolved findings by fingerprint; one that is missing is new. */
export type Lives = ReadonlyMap<string, LifeLine>;

const checkPlace = new Map(catalogue.map(({ meta }, i) => [meta.id, i]));

/** The order in which people read findings: worst first, then the longest open, then by check and subject. */
export const byUrgency = (
  a: Pick<FindingLine, 'level' | 'since' | 'check' | 'subject'>,
  b: Pick<FindingLine, 'level' | 'since' | 'check' | 'subject'>,
): number =>
  levelPlace(a.level) - levelPlace(b.level) ||
  (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) ||
  (checkPlace.get(a.check) ?? 0) - (checkPlace.get(b.check) ?? 0) ||
  (a.subject.ids.join() < b.subject.ids.join() ? -1 : 1);

/** The failing results as lines, the most urgent first. */
export const findingLines = ({
  map,
  results,
  lives,
  context: { quarter },
}: {
  readonly map: StrategyMap;
  readonly results: readonly CheckResult[];
  readonly lives: Lives;
  readonly context: Context;
}): FindingLine[] =>
  results
    .flatMap(({ check, subject, result }) => {
      if (result.verdict !== 'fail') return [];
      const fingerprint = fingerprintOf(check, subject, quarter);
      const life: LifeLine = lives.get(fingerprint) ?? { state: 'open', since: quarter };
      const { state, since, waiver, reopened, notConfirmedSince } = life;
      return [
        {
          fingerprint,
          check,
          level: result.level,
          subject,
          department: departmentOf(map, { subject }),
          message: result.message,
          data: { ...result.data },
          reasons: [...result.reasons],
          state,
          since,
          ...(waiver === undefined ? {} : { waiver }),
          ...(reopened === undefined ? {} : { reopened }),
          ...(notConfirmedSince === undefined ? {} : { notConfirmedSince }),
        },
      ];
    })
    .sort(byUrgency);

/** How many lines there are of each level. */
export const countLevels = (lines: readonly FindingLine[]): Record<Level, number> => ({
  error: lines.filter((line) => line.level === 'error').length,
  warning: lines.filter((line) => line.level === 'warning').length,
  note: lines.filter((line) => line.level === 'note').length,
});

/** Tells of a failing result whether its line is waived. */
export const waivedIn = (lines: readonly Pick<FindingLine, 'fingerprint' | 'state'>[], quarter: Quarter) => {
  const waived = new Set(lines.filter((line) => line.state === 'waived').map((line) => line.fingerprint));
  return ({ check, subject }: CheckResult): boolean =>
    waived.size > 0 && waived.has(fingerprintOf(check, subject, quarter));
};
