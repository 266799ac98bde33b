// Conditions are judged anew; lives go on. This is the one place where a life moves because of an evaluation.
import { canonicalJson } from './canonical.ts';
import type { Day } from './day.ts';
import {
  type Condition,
  type Finding,
  fingerprintOf,
  identityOf,
  type Life,
  quarterlyChecks,
  type Resolution,
  type Subject,
} from './finding.ts';
import type { Quarter } from './quarter.ts';
import { afterWaivers, standingWaiver } from './waiver.ts';

/** One result of an evaluation, as far as lives care. */
export interface Judged {
  readonly check: string;
  readonly subject: Subject;
  readonly verdict: 'pass' | 'fail' | 'cannot-tell' | 'not-applicable' | 'crashed';
  readonly condition?: Condition | undefined;
}

/** What an evaluation covered: its results, and which subjects it has gone over without finding them any more. */
export interface Evaluated {
  readonly quarter: Quarter;
  readonly at: string;
  /** The local day of the calendar that is judged by: waivers end with it. Without it they stay as they are. */
  readonly today?: Day | undefined;
  readonly judged: readonly Judged[];
  /** Whether this evaluation looked at a check's subject; what it looked at and did not judge has vanished. */
  readonly covers: (check: string, subject: Subject) => boolean;
  /** Whether a check runs at all; the findings of one that is switched off are no longer applicable. */
  readonly runs?: (check: string) => boolean;
}

const resolved = (finding: Finding, resolution: Resolution, { at, quarter }: Evaluated): Finding => {
  const { notConfirmedSince: _gone, ...life } = finding.life;
  return {
    ...finding,
    life: {
      ...life,
      state: 'resolved',
      resolution,
      events: [...life.events, { at, quarter, event: 'resolved', note: resolution }],
    },
  };
};

const begin = (fingerprint: string, condition: Condition, { at, quarter }: Evaluated): Finding => ({
  fingerprint,
  condition,
  life: {
    firstSeen: { at, quarter },
    since: { at, quarter },
    state: 'open',
    events: [{ at, quarter, event: 'found' }],
  },
});

const reopen = (finding: Finding, condition: Condition, { at, quarter, today }: Evaluated): Finding => {
  const { resolution: _was, acknowledged: _old, notConfirmedSince: _gone, ...life } = finding.life;
  const waived = today !== undefined && standingWaiver(life, today) !== undefined;
  return {
    ...finding,
    condition,
    life: {
      ...life,
      since: { at, quarter },
      state: waived ? 'waived' : 'open',
      events: [...life.events, { at, quarter, event: 'reopened' }],
    },
  };
};

const goOn = (finding: Finding, condition: Condition, { at, quarter }: Evaluated): Finding => {
  const { notConfirmedSince: _gone, ...life } = finding.life;
  const moved: Life =
    condition.level === finding.condition.level
      ? life
      : {
          ...life,
          events: [
            ...life.events,
            { at, quarter, event: 'level-changed', note: `${finding.condition.level} -> ${condition.level}` },
          ],
        };
  return { ...finding, condition, life: moved };
};

/** What time alone does: waivers end after their last day, an acknowledgement with its quarter. The age stays. */
const aged = (finding: Finding, { at, quarter, today }: Evaluated): Finding => {
  const life = today === undefined ? finding.life : afterWaivers(finding.life, { today, at, quarter });
  const over = life.state === 'acknowledged' && (life.acknowledged?.quarter ?? quarter) < quarter;
  if (!over) return life === finding.life ? finding : { ...finding, life };
  const events = [...life.events, { at, quarter, event: 'acknowledgement-ended' as const }];
  return { ...finding, life: { ...life, state: 'open', events } };
};

const next = (stored: Finding | undefined, judged: Judged, evaluated: Evaluated): Finding | undefined => {
  const isFailing = judged.verdict === 'fail';
  const finding =
    stored === undefined || (stored.life.state === 'resolved' && !isFailing)
      ? stored
      : aged(stored, evaluated);
  if (judged.verdict === 'fail' && judged.condition !== undefined) {
    if (finding === undefined)
      return begin(
        fingerprintOf(judged.check, judged.subject, evaluated.quarter),
        judged.condition,
        evaluated,
      );
    return finding.life.state === 'resolved'
      ? reopen(finding, judged.condition, evaluated)
      : goOn(finding, judged.condition, evaluated);
  }
  if (finding === undefined || finding.life.state === 'resolved') return finding;
  if (judged.verdict === 'pass') return resolved(finding, 'cleared', evaluated);
  if (judged.verdict === 'not-applicable') return resolved(finding, 'not-applicable', evaluated);
  return finding.life.notConfirmedSince === undefined
    ? { ...finding, life: { ...finding.life, notConfirmedSince: evaluated.at } }
    : finding;
};

/**
 * The findings that an evaluation changes, sorted by fingerprint; what it leaves as it is, is not among them.
 * `stored` holds the findings of at least every check and subject that the evaluation covers.
 */
export const reconcile = (stored: readonly Finding[], evaluated: Evaluated): Finding[] => {
  const identified = ({ condition }: Finding) =>
    identityOf(condition.check, condition.subject, condition.quarter);
  const before = new Map(stored.map((finding) => [identified(finding), finding]));
  const after = new Map<string, Finding>();
  const seen = new Set<string>();
  for (const judged of evaluated.judged) {
    const identity = identityOf(judged.check, judged.subject, evaluated.quarter);
    seen.add(identity);
    const finding = next(before.get(identity), judged, evaluated);
    if (finding !== undefined) after.set(identity, finding);
  }
  for (const [identity, finding] of before) {
    if (seen.has(identity) || finding.life.state === 'resolved') continue;
    const { check, subject, quarter } = finding.condition;
    if (quarterlyChecks.has(check) && quarter < evaluated.quarter)
      after.set(identity, resolved(finding, 'quarter-passed', evaluated));
    else if (evaluated.covers(check, subject))
      after.set(
        identity,
        resolved(
          finding,
          evaluated.runs?.(check) === false ? 'not-applicable' : 'subject-retired',
          evaluated,
        ),
      );
  }
  const changed: Finding[] = [];
  for (const [identity, finding] of after) {
    const was = before.get(identity);
    if (was !== finding && (was === undefined || canonicalJson(finding) !== canonicalJson(was)))
      changed.push(finding);
  }
  return changed.sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
};
