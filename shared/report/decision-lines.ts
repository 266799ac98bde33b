// What was decided and what waits for a decision, as reports list it: open actions come first in every report until
// they are done, and what is waived is counted and shown, so that nobody can talk a finding away.
import * as z from 'zod';
import { actionAge, isStalled } from '../domain/action-age.ts';
import type { Quarter } from '../domain/quarter.ts';
import { quarterSchema } from '../domain/quarter.ts';
import type { StrategyMap } from '../domain/strategy-map.ts';
import { type FindingLine, findingLine } from './finding-line.ts';

/** An open action with its age in quarters, and how many of its findings still fail. */
export const actionLine = z.strictObject({
  id: z.string(),
  text: z.string(),
  owner: z.string(),
  department: z.string().optional(),
  dueQuarter: quarterSchema,
  decidedIn: quarterSchema,
  age: z.int().min(0),
  stalled: z.boolean(),
  findings: z.array(z.string()),
  open: z.int().min(0),
});
export type ActionLine = z.infer<typeof actionLine>;

/** What is waived: how many findings, how many ask for it, how many by a renewal, and the lines, worst first. */
export const waiversSchema = z.strictObject({
  standing: z.int().min(0),
  asked: z.int().min(0),
  renewed: z.int().min(0),
  lines: z.array(findingLine),
});
export type Waivers = z.infer<typeof waiversSchema>;

/** The open actions that were decided up to a quarter's report, oldest first. */
export const actionLines = (
  map: StrategyMap,
  quarter: Quarter,
  lines: readonly FindingLine[],
): ActionLine[] => {
  const failing = new Set(lines.map(({ fingerprint }) => fingerprint));
  return map
    .all('action')
    .flatMap(({ id, data }) => {
      if (data === undefined || data.state !== 'open' || data.decided.quarter > quarter) return [];
      const { text, owner, department, dueQuarter, decided, findings } = data;
      const line: ActionLine = {
        id,
        text,
        owner,
        ...(department === undefined ? {} : { department }),
        dueQuarter,
        decidedIn: decided.quarter,
        age: actionAge(data, quarter),
        stalled: isStalled(data, quarter),
        findings: [...findings],
        open: findings.filter((one) => failing.has(one)).length,
      };
      return [{ line, at: decided.at }];
    })
    .sort((a, b) => (`${a.at} ${a.line.id}` < `${b.at} ${b.line.id}` ? -1 : 1))
    .map(({ line }) => line);
};

/** How many waived findings one report lists; the register has them all. */
const waiversShown = 50;

/** What of a quarter's findings is waived or waits for it; `answered` adds who answers for a line. */
export const waiversOf = (
  lines: readonly FindingLine[],
  answered: (line: FindingLine) => FindingLine,
): Waivers => {
  const standing = lines.filter(({ state }) => state === 'waived');
  const asked = lines.filter(({ waiver }) => waiver?.state === 'asked');
  return {
    standing: standing.length,
    asked: asked.length,
    renewed: standing.filter(({ waiver }) => (waiver?.renewal ?? 0) > 0).length,
    lines: [...standing, ...asked].slice(0, waiversShown).map(answered),
  };
};
