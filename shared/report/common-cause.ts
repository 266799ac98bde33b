// Which findings have one cause, told from the findings alone: the page asks it too, without the rules.
import type { FindingLine } from './finding-line.ts';

/** What several findings have in common. */
export interface Common {
  readonly kind: 'kpi' | 'outcome' | 'department' | 'finding';
  readonly id: string;
}

/** Checks whose findings in one department have one cause: there somebody has not linked, targeted or read. */
const ofDepartments: ReadonlySet<string> = new Set([
  'missing-counterpart',
  'unrelated-counterpart',
  'unlinked-kpi',
  'orphan-objective',
  'unmeasured-objective',
  'score-without-why',
  'no-room-to-act',
  'stale-kpi',
  'untargeted-kpi',
  'assumed-outcome',
  'doubtful-perspective',
]);

/** What a finding has in common with others of its check. */
export const commonOf = ({
  check,
  subject,
  department,
  fingerprint,
}: Pick<FindingLine, 'check' | 'subject' | 'department' | 'fingerprint'>): Common => {
  const [first = '', second] = subject.ids;
  if (subject.kind === 'kpi-pair' && second !== undefined) return { kind: 'kpi', id: second };
  if (subject.kind === 'kpi-outcome' && second !== undefined) return { kind: 'outcome', id: second };
  if (subject.kind === 'outcome') return { kind: 'outcome', id: first };
  if (ofDepartments.has(check) && department !== undefined) return { kind: 'department', id: department };
  return { kind: 'finding', id: fingerprint };
};

/** The name of a finding's cause: findings with one name have one cause. */
export const causeName = (line: Parameters<typeof commonOf>[0] & Pick<FindingLine, 'message'>): string => {
  const { kind, id } = commonOf(line);
  return [line.check, line.message, kind, id].join('|');
};
