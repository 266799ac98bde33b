// What waits for one reader beside new findings: waivers to decide on, waivers that end soon, actions that are due.
// Each has a token, so that it makes a digest necessary once, and is repeated as long as it waits.
import { addDays, type Day } from '../domain/day.ts';
import type { Member } from '../domain/member.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { ActionLine } from '../report/decision-lines.ts';
import type { FindingLine } from '../report/finding-line.ts';
import type { LetterItem } from './letter.ts';
import type { Voice } from './voice.ts';

/** A waiver that waits for an answer, and the members who may give it. */
export interface AskedWaiver {
  readonly line: FindingLine;
  readonly deciders: ReadonlySet<string>;
}

/** What asks are made of; the same for all members. */
export interface AskInput {
  /** Every unresolved finding. */
  readonly lines: readonly FindingLine[];
  readonly asked: readonly AskedWaiver[];
  readonly actions: readonly ActionLine[];
  /** The local day, and the quarter that is running on it. */
  readonly today: Day;
  readonly running: Quarter;
  /** The names of members by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly pageUrl: string;
}

/** One thing that waits, with the token of what is new about it. */
export interface Ask {
  readonly token: string;
  /** The action that it is, where it is one. */
  readonly action?: string;
  /** Whether it waits for a member. */
  readonly isFor: (member: Pick<Member, 'id' | 'heads' | 'roles'>) => boolean;
  readonly item: (voice: Voice) => LetterItem;
}

/** Days before a waiver's end from which on it is told. */
const soon = 14;

const approvals = ({ asked, names, pageUrl }: AskInput): Ask[] =>
  asked.flatMap(({ line, deciders }): Ask[] => {
    const { waiver, fingerprint } = line;
    if (waiver === undefined) return [];
    const { by, until, reason, renewal } = waiver;
    return [
      {
        token: `waiver-asked|${fingerprint}|${by}|${until}`,
        isFor: ({ id }) => deciders.has(id),
        item: ({ w, f, finding }) => ({
          kicker: w.approve.kicker,
          isGrave: true,
          text: f.say(w.approve.text, { name: names.get(by) ?? by, finding: finding(line) }),
          notes: [
            f.say(w.approve.note, { day: f.day(until), reason }),
            ...(renewal === 0 ? [] : [f.say(w.approve.renewal, { n: renewal })]),
          ],
          action: w.approve.action,
          link: `${pageUrl}/findings/${fingerprint}`,
        }),
      },
    ];
  });

const endings = ({ lines, today, names, pageUrl }: AskInput): Ask[] =>
  lines.flatMap((line): Ask[] => {
    const { waiver, fingerprint, department } = line;
    if (line.state !== 'waived' || waiver === undefined || waiver.until > addDays(today, soon)) return [];
    const { by, until, reason } = waiver;
    return [
      {
        token: `waiver-ends|${fingerprint}|${until}`,
        isFor: ({ id, heads, roles }) =>
          id === by || (department === undefined ? roles.includes('executive') : heads.includes(department)),
        item: ({ w, f, finding }) => ({
          kicker: w.ending.kicker,
          isGrave: false,
          text: f.say(w.ending.text, { day: f.day(until), finding: finding(line) }),
          notes: [f.say(w.ending.note, { name: names.get(by) ?? by, reason })],
          action: w.ending.action,
          link: `${pageUrl}/findings/${fingerprint}`,
        }),
      },
    ];
  });

const dueActions = ({ actions, running, names, pageUrl }: AskInput): Ask[] =>
  actions.flatMap((action): Ask[] => {
    const { id, text, owner, department, dueQuarter, decidedIn, open, findings, stalled } = action;
    if (!stalled && dueQuarter > running) return [];
    return [
      {
        token: `action-${stalled ? 'late' : 'due'}|${id}|${dueQuarter}`,
        action: id,
        isFor: (member) =>
          member.id === owner || (department !== undefined && member.heads.includes(department)),
        item: ({ w, f }) => ({
          kicker: stalled ? w.act.late : w.act.due,
          isGrave: stalled,
          text: f.say(stalled ? w.act.isLate : w.act.isDue, { text, quarter: f.quarter(dueQuarter) }),
          notes: [
            f.say(w.act.owner, { name: names.get(owner) ?? owner }),
            f.say(w.act.decidedIn, { quarter: f.quarter(decidedIn) }),
            ...(open === 0 ? [] : [f.say(w.act.open, { n: open })]),
          ],
          action: w.act.action,
          link: `${pageUrl}/findings/${findings[0] ?? ''}`,
        }),
      },
    ];
  });

/** All that waits for anybody: waivers to decide on first, then actions, then waivers that end. */
export const asksOf = (input: AskInput): readonly Ask[] => [
  ...approvals(input),
  ...dueActions(input),
  ...endings(input),
];
