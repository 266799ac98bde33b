// What people do with a finding: they acknowledge it, say a word, ask for a waiver, decide on one. Each reads the
// finding strongly, lets the domain decide what becomes of its life, and stores that with its audit entry.
import { type Acknowledgement, acknowledge } from '../domain/acknowledgement.ts';
import { calendarAt } from '../domain/calendar.ts';
import { dayOf } from '../domain/day.ts';
import type { Finding } from '../domain/finding.ts';
import type { Member } from '../domain/member.ts';
import { departmentsLed, writesFor } from '../domain/member-writes.ts';
import type { Organisation } from '../domain/organisation.ts';
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import {
  type ApprovalObstacle,
  answerWaiver,
  approvalObstacle,
  askForWaiver,
  lastWaiver,
  obstacleTexts,
} from '../domain/waiver.ts';
import type { GivenAnswer, Writing } from '../domain/writing.ts';
import { type KeptFinding, putLife, readFinding } from '../table/findings.ts';
import type { Table } from '../table/table.ts';
import { owningDepartments } from './waive.ts';

/** Who does something, as far as findings care. */
export interface Answering {
  readonly org: OrgId;
  readonly member: Member;
  readonly now: string;
  readonly organisation: () => Promise<Organisation>;
  readonly own: (...departments: string[]) => Promise<void>;
  readonly writing: () => Promise<Writing>;
  readonly expectVersion: (present: number | undefined) => void;
}

/** A finding as it was read. */
export type ReadFinding = KeptFinding & { readonly department: string | undefined };

/** When something is said: by whom, in which reporting quarter, on which local day. */
export interface Moment {
  readonly by: string;
  readonly at: string;
  readonly quarter: Quarter;
  readonly today: string;
}

const unknown = (fingerprint: string) => new Refusal('not-found', `There is no finding “${fingerprint}”.`);

/** One finding; refuses (`not-found`) in the same words whether it is unknown or another organisation's. */
export const oneFinding = async (
  table: Table,
  org: OrgId,
  fingerprint: string,
  strong = false,
): Promise<ReadFinding> => {
  const found = await readFinding(table, org, fingerprint, strong);
  if (found === undefined) throw unknown(fingerprint);
  return found;
};

/** Refuses (`forbidden`) whoever does not answer for the finding: an executive, or its department's head or deputy. */
const mustAnswer = async (call: Answering, { department }: ReadFinding): Promise<void> => {
  if (call.member.roles.includes('executive')) return;
  if (department === undefined)
    throw new Refusal('forbidden', 'The finding belongs to no department; an executive answers for it.');
  await call.own(department);
};

/** Whether a member answers for a finding today. */
export const answersFor = (member: Member, department: string | undefined, today: string): boolean =>
  member.roles.includes('executive') || (department !== undefined && writesFor(member, department, today));

interface Change {
  readonly fingerprint: string;
  readonly action: string;
  /** Refuses whoever may not. */
  readonly allow: (found: ReadFinding, moment: Moment) => Promise<void>;
  readonly make: (finding: Finding, moment: Moment) => Finding;
}

/** Stores what `make` makes of a finding and answers with it. */
const change = async (
  table: Table,
  call: Answering,
  { fingerprint, action, allow, make }: Change,
  reply: (after: ReadFinding) => GivenAnswer | Promise<GivenAnswer>,
): Promise<GivenAnswer> => {
  const found = await oneFinding(table, call.org, fingerprint, true);
  const organisation = await call.organisation();
  const moment: Moment = {
    by: call.member.id,
    at: call.now,
    quarter: calendarAt(call.now, organisation).reportingQuarter,
    today: dayOf(call.now, organisation.timeZone),
  };
  await allow(found, moment);
  call.expectVersion(found.version);
  const writing = await call.writing();
  const finding = make(found.finding, moment);
  const answer = await reply({ ...found, finding, version: found.version + 1 });
  await putLife(table, writing, found, finding, action, answer);
  return answer;
};

type Reply = (after: ReadFinding) => GivenAnswer | Promise<GivenAnswer>;

/** Says: we know. */
export const acknowledgeFinding = (
  table: Table,
  call: Answering,
  fingerprint: string,
  note: Acknowledgement['note'],
  reply: Reply,
): Promise<GivenAnswer> =>
  change(
    table,
    call,
    {
      fingerprint,
      action: 'finding.acknowledge',
      allow: (found) => mustAnswer(call, found),
      make: (finding, { by, at, quarter }) => acknowledge(finding, { by, at, quarter, note }),
    },
    reply,
  );

/** Says a word; it becomes part of the finding's history. */
export const commentFinding = (
  table: Table,
  call: Answering,
  fingerprint: string,
  text: string,
  reply: Reply,
): Promise<GivenAnswer> =>
  change(
    table,
    call,
    {
      fingerprint,
      action: 'finding.comment',
      allow: (found) => mustAnswer(call, found),
      make: (finding, { by, at, quarter }) => ({
        ...finding,
        life: {
          ...finding.life,
          events: [...finding.life.events, { at, quarter, event: 'commented', by, note: text }],
        },
      }),
    },
    reply,
  );

/** Asks for a waiver. The asker speaks for the departments that he or she writes for. */
export const askWaiver = (
  table: Table,
  call: Answering,
  fingerprint: string,
  asked: { readonly reason: string; readonly until: string },
  reply: Reply,
): Promise<GivenAnswer> =>
  change(
    table,
    call,
    {
      fingerprint,
      action: 'finding.waiver-ask',
      allow: (found) => mustAnswer(call, found),
      make: (finding, moment) =>
        askForWaiver(finding, asked, { ...moment, departments: departmentsLed(call.member, moment.today) }),
    },
    reply,
  );

/** Why a member may not decide on the waiver that waits; undefined where he or she may. */
export const waiverObstacle = async (
  table: Table,
  { org, member }: Pick<Answering, 'org' | 'member'>,
  { finding }: Pick<ReadFinding, 'finding'>,
  today: string,
): Promise<ApprovalObstacle | undefined> => {
  const waiver = lastWaiver(finding.life);
  if (waiver?.state !== 'asked') return undefined;
  const executive = member.roles.includes('executive');
  return approvalObstacle(waiver, {
    member: member.id,
    executive,
    departments: departmentsLed(member, today),
    owning: executive ? [] : await owningDepartments(table, org, finding.condition),
  });
};

/** Approves or refuses the waiver that waits. */
export const decideWaiver = (
  table: Table,
  call: Answering,
  fingerprint: string,
  said: { readonly approve: boolean; readonly comment?: string | undefined },
  reply: Reply,
): Promise<GivenAnswer> =>
  change(
    table,
    call,
    {
      fingerprint,
      action: said.approve ? 'finding.waiver-approve' : 'finding.waiver-refuse',
      allow: async (found, { today }) => {
        const obstacle = await waiverObstacle(table, call, found, today);
        if (obstacle !== undefined) throw new Refusal('forbidden', obstacleTexts[obstacle]);
      },
      make: (finding, moment) => answerWaiver(finding, { ...said, ...moment }),
    },
    reply,
  );
