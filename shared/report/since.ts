// What became of findings since the board last met: new, resolved, reopened, and what was decided. Worked out from the
// lives themselves, so that it says the same however often it is asked.
import * as z from 'zod';
import { messageOf } from '../checks/message.ts';
import type { Action } from '../domain/action.ts';
import type { Finding, Life } from '../domain/finding.ts';
import { levelPlace } from '../domain/finding-levels.ts';
import { lifeLineOf } from '../domain/finding-life.ts';
import { type Quarter, quarterSchema } from '../domain/quarter.ts';
import { findingLine } from './finding-line.ts';

const told = z.strictObject({ ...findingLine.shape, text: z.string() });
type Told = z.infer<typeof told>;

export const sinceSchema = z.strictObject({
  quarter: quarterSchema,
  /** The report that the board saw last: a sealed one, or that of the quarter before. */
  last: z.strictObject({ quarter: quarterSchema, sealedAt: z.string().optional() }),
  counts: z.strictObject({ new: z.int(), resolved: z.int(), reopened: z.int(), decided: z.int() }),
  /** Each list is cut, the counts are not. */
  new: z.array(told),
  resolved: z.array(z.strictObject({ ...told.shape, resolution: z.string() })),
  reopened: z.array(told),
  decided: z.array(
    z.strictObject({
      kind: z.enum([
        'waiver-approved',
        'waiver-refused',
        'acknowledged',
        'action-decided',
        'action-done',
        'action-dropped',
      ]),
      /** A fingerprint, or an action's id. */
      id: z.string(),
      text: z.string(),
      by: z.string(),
      at: z.string(),
      note: z.string().optional(),
    }),
  ),
});
/** What became of findings since the board last met. */
export type SinceView = z.infer<typeof sinceSchema>;
export type LastBoard = SinceView['last'];
export type Decided = SinceView['decided'][number];

/** The view as it is kept: with the version of HEAD that it was worked out at. */
export const keptSince = z.strictObject({ head: z.int(), view: sinceSchema });

/** A finding with the department that it belongs to. */
export interface OwnedFinding {
  readonly finding: Finding;
  readonly department?: string | undefined;
}

const lineOf = ({ finding, department }: OwnedFinding): Told => {
  const { fingerprint, condition, life } = finding;
  const { notConfirmedSince: _untold, ...lived } = lifeLineOf(life);
  return {
    fingerprint,
    check: condition.check,
    level: condition.level,
    subject: condition.subject,
    ...(department === undefined ? {} : { department }),
    message: condition.message,
    data: condition.data,
    reasons: condition.reasons,
    ...lived,
    text: messageOf(condition),
  };
};

const decisions = {
  waived: 'waiver-approved',
  'waiver-refused': 'waiver-refused',
  acknowledged: 'acknowledged',
} as const;
type Deciding = keyof typeof decisions;
const isDecision = (
  event: Life['events'][number],
): event is Life['events'][number] & { event: Deciding; by: string } =>
  event.event in decisions && event.by !== undefined;

/** How many lines each list shows. */
const shown = 100;
const worstFirst = (a: Told, b: Told): number =>
  levelPlace(a.level) - levelPlace(b.level) || (a.fingerprint < b.fingerprint ? -1 : 1);

/** What happened after the board last met and up to the end of a quarter's reporting. */
export const sinceLast = (
  quarter: Quarter,
  last: LastBoard,
  findings: readonly OwnedFinding[],
  actions: readonly Action[],
): SinceView => {
  const within = ({ at, quarter: of }: { readonly at: string; readonly quarter: Quarter }): boolean =>
    of <= quarter && (last.sealedAt === undefined ? of > last.quarter : at > last.sealedAt);
  const lists = { fresh: [] as Told[], resolved: [] as SinceView['resolved'], reopened: [] as Told[] };
  const decided: Decided[] = [];
  for (const owned of findings) {
    const { life, fingerprint, condition } = owned.finding;
    const events = life.events.filter(within);
    if (events.length === 0) continue;
    const happened = new Set(events.map(({ event }) => event));
    const open = life.state !== 'resolved';
    if (open && happened.has('found')) lists.fresh.push(lineOf(owned));
    else if (open && happened.has('reopened')) lists.reopened.push(lineOf(owned));
    else if (!open && happened.has('resolved') && !happened.has('found'))
      lists.resolved.push({ ...lineOf(owned), resolution: life.resolution ?? 'cleared' });
    for (const event of events)
      if (isDecision(event))
        decided.push({
          kind: decisions[event.event],
          id: fingerprint,
          text: messageOf(condition),
          by: event.by,
          at: event.at,
          ...(event.note === undefined ? {} : { note: event.note }),
        });
  }
  for (const { id, text, decided: word, ended, state } of actions) {
    if (within(word)) decided.push({ kind: 'action-decided', id, text, by: word.by, at: word.at });
    if (ended !== undefined && within(ended))
      decided.push({
        kind: state === 'done' ? 'action-done' : 'action-dropped',
        id,
        text,
        by: ended.by,
        at: ended.at,
        ...(ended.comment === undefined ? {} : { note: ended.comment }),
      });
  }
  decided.sort((a, b) => (`${b.at} ${b.id}` < `${a.at} ${a.id}` ? -1 : 1));
  return {
    quarter,
    last,
    counts: {
      new: lists.fresh.length,
      resolved: lists.resolved.length,
      reopened: lists.reopened.length,
      decided: decided.length,
    },
    new: lists.fresh.sort(worstFirst).slice(0, shown),
    resolved: lists.resolved.sort(worstFirst).slice(0, shown),
    reopened: lists.reopened.sort(worstFirst).slice(0, shown),
    decided: decided.slice(0, shown),
  };
};
