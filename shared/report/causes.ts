// Findings that have one cause are one line: a counterpart that is red under twenty green KPIs is one piece of news,
// not twenty. Counts stay ungrouped: a group says how many findings it stands for.
import { fill, messageOf } from '../checks/message.ts';
import type { BoardReport } from './board-report.ts';
import { type Common, causeName, commonOf } from './common-cause.ts';
import type { FindingLine } from './finding-line.ts';

/** Findings of one check with one cause. */
export interface Cause {
  readonly check: string;
  readonly common: Common;
  /** The most urgent of them. */
  readonly lead: FindingLine;
  readonly lines: readonly FindingLine[];
}

/** The findings by cause, in the order of the most urgent finding of each. `lines` come most urgent first. */
export const causesOf = (lines: readonly FindingLine[]): Cause[] => {
  const causes = new Map<
    string,
    { check: string; common: Common; lead: FindingLine; lines: FindingLine[] }
  >();
  for (const line of lines) {
    const common = commonOf(line);
    const key = causeName(line);
    const known = causes.get(key);
    if (known === undefined) causes.set(key, { check: line.check, common, lead: line, lines: [line] });
    else known.lines.push(line);
  }
  return [...causes.values()];
};

/** The sentences of pairs with one counterpart, by check; others tell their first finding and how many are like it. */
export const grouped: Readonly<Record<string, string>> = {
  watermelon: '“{counterpart}” is off target under {count} KPIs that are on target.',
  'diverging-pair': '“{counterpart}” gets worse under {count} KPIs that get better.',
  'clock-gap': 'The clocks of {count} KPIs leave out parts of the customer’s clock of “{outcome}”.',
  'unacceptable-process': '{count} KPIs run beyond what customers of “{outcome}” accept.',
};

/** A cause as a report keeps it: what its sentence is made of, and how many findings it stands for. */
export type CauseLine = NonNullable<BoardReport['causes']>[number];

/** A cause as a line of a report. */
export const causeLineOf = ({ check, common, lead, lines }: Cause): CauseLine => ({
  check,
  common,
  level: lead.level,
  fingerprint: lead.fingerprint,
  message: lead.message,
  data: lead.data,
  count: lines.length,
});

/** The sentence of a cause: the finding's own where it is alone. */
export const causeText = ({
  check,
  message,
  data,
  count,
}: Pick<CauseLine, 'check' | 'message' | 'data' | 'count'>): string => {
  const own = messageOf({ check, message, data });
  if (count === 1) return own;
  const sentence = grouped[check];
  return sentence === undefined ? `${own} ${count - 1} more like it.` : fill(sentence, { ...data, count });
};
