// A waiver says: we know, and we live with it until a day. One side asks with a reason, another approves; it ends by
// itself on the day after its end. A waived finding still costs in every score, and is counted apart.
import * as z from 'zod';
import { addDays, type Day } from './day.ts';
import type { Finding, Life } from './finding.ts';
import { Refusal, shown } from './problem.ts';
import { type Quarter, quarterSchema } from './quarter.ts';
import { prose, slug } from './slug.ts';

/** asked -> approved or refused; an approved one ends on the day after its end, one that nobody answered lapses then. */
export const waiverStates = ['asked', 'approved', 'refused', 'ended', 'lapsed'] as const;

/** Days from today within which a waiver must end: nobody waives for ever. */
const longest = 366;
/** Waivers that one finding keeps; what needs more of them needs a decision instead. */
const mostWaivers = 40;

export const waiverBody = z.strictObject({
  reason: prose(1000),
  /** The last day on which it holds, in the organisation's time zone. */
  until: z.iso.date({ error: 'a day such as 2026-12-31' }),
});

const word = z.strictObject({ by: slug, at: z.iso.datetime(), comment: prose(1000).optional() });

export const waiverSchema = z.strictObject({
  ...waiverBody.shape,
  state: z.enum(waiverStates),
  asked: z.strictObject({ by: slug, at: z.iso.datetime(), quarter: quarterSchema }),
  /** The departments that the asker spoke for; none of them can approve it. */
  departments: z.array(slug),
  decided: word.optional(),
  /** How many approved waivers this finding had before: 0 for the first, above it is a renewal. */
  renewal: z.int().min(0),
});
export type Waiver = z.infer<typeof waiverSchema>;

/** The waiver that waits for an answer, or that holds: up to which day, why, asked by whom, how often renewed. */
export const waiverLine = z.strictObject({
  state: z.enum(['asked', 'approved']),
  reason: z.string(),
  until: z.string(),
  by: z.string(),
  approvedBy: z.string().optional(),
  renewal: z.int().min(0),
});
export type WaiverLine = z.infer<typeof waiverLine>;

/** Who does something to a finding's waiver, when (ISO 8601, UTC), in which reporting quarter. */
export interface Saying {
  readonly by: string;
  readonly at: string;
  readonly quarter: Quarter;
}

type Lives = Pick<Life, 'waivers'>;
/** The last waiver that was asked for; undefined where there never was one. */
export const lastWaiver = ({ waivers }: Lives): Waiver | undefined => waivers?.at(-1);

/** The waiver that holds on a local day: approved, and not past its end. */
export const standingWaiver = (life: Lives, today: Day): Waiver | undefined =>
  life.waivers?.findLast(({ state, until }) => state === 'approved' && today <= until);

const withLast = (finding: Finding, waiver: Waiver, life: Partial<Life>): Finding => ({
  ...finding,
  life: { ...finding.life, waivers: [...(finding.life.waivers ?? []).slice(0, -1), waiver], ...life },
});

const badEnd = (until: Day, expected: string): Refusal =>
  new Refusal('invalid-input', 'The waiver can’t end then.', [
    { path: '/until', found: shown(until), expected },
  ]);

/**
 * The finding with a waiver asked for. Refuses (`conflict`) where the finding is resolved or one waits for its
 * answer already, and an end before today or over 366 days away.
 */
export const askForWaiver = (
  finding: Finding,
  asked: z.infer<typeof waiverBody>,
  {
    by,
    at,
    quarter,
    departments,
    today,
  }: Saying & { readonly departments: readonly string[]; readonly today: Day },
): Finding => {
  const { life } = finding;
  const waivers = life.waivers ?? [];
  if (life.state === 'resolved')
    throw new Refusal('conflict', 'The finding is resolved; there is nothing to waive.');
  if (lastWaiver(life)?.state === 'asked')
    throw new Refusal('conflict', 'A waiver has been asked for already and waits for its answer.');
  if (waivers.length >= mostWaivers)
    throw new Refusal('conflict', `The finding had ${mostWaivers} waivers; decide an action instead.`);
  if (asked.until < today) throw badEnd(asked.until, `a day from ${today} on`);
  if (asked.until > addDays(today, longest))
    throw badEnd(asked.until, `a day up to ${addDays(today, longest)}`);
  const renewal = waivers.filter(({ state }) => state === 'approved' || state === 'ended').length;
  const waiver: Waiver = {
    ...asked,
    state: 'asked',
    asked: { by, at, quarter },
    departments: [...departments].sort(),
    renewal,
  };
  return {
    ...finding,
    life: {
      ...life,
      waivers: [...waivers, waiver],
      events: [
        ...life.events,
        { at, quarter, event: 'waiver-asked', by, note: asked.reason, until: asked.until },
      ],
    },
  };
};

/** Who wants to answer a waiver, and in which right. */
export interface Approver {
  readonly member: string;
  readonly executive: boolean;
  /** The departments that he or she writes for today. */
  readonly departments: readonly string[];
  /** The departments that own the outcomes that the finding is about, each once; none where it is about no outcome. */
  readonly owning: readonly (string | undefined)[];
}

/** What stands between somebody and an answer: who asks, whose department asks, or whose say it is not. */
export const approvalObstacles = ['asker', 'department', 'neither-side'] as const;
export type ApprovalObstacle = (typeof approvalObstacles)[number];

/** Each obstacle as a sentence. */
export const obstacleTexts: Readonly<Record<ApprovalObstacle, string>> = {
  asker: 'Who asks for a waiver does not decide on it.',
  department: 'The department that asks for a waiver does not decide on it.',
  'neither-side':
    'An executive decides on it, or the head whose department owns the outcomes that the finding is about.',
};

/**
 * Why somebody may not answer a waiver; undefined where he or she may. Never the asker, never a department that
 * asked; an executive, or the head of a department that owns every outcome that the finding is about.
 */
export const approvalObstacle = (
  { asked, departments }: Pick<Waiver, 'asked' | 'departments'>,
  { member, executive, departments: own, owning }: Approver,
): ApprovalObstacle | undefined => {
  if (asked.by === member) return 'asker';
  if (own.some((id) => departments.includes(id))) return 'department';
  const owns = owning.length > 0 && owning.every((id) => id !== undefined && own.includes(id));
  return executive || owns ? undefined : 'neither-side';
};

/** What is said to a waiver. A refusal has a comment. */
export interface WaiverAnswer extends Saying {
  readonly approve: boolean;
  readonly comment?: string | undefined;
  readonly today: Day;
}

/** The finding with its waiver answered. Refuses (`conflict`) where none waits, or where its end has passed. */
export const answerWaiver = (finding: Finding, answer: WaiverAnswer): Finding => {
  const { approve, by, at, quarter, comment, today } = answer;
  const waiver = lastWaiver(finding.life);
  if (waiver?.state !== 'asked') throw new Refusal('conflict', 'No waiver waits for an answer.');
  if (finding.life.state === 'resolved')
    throw new Refusal('conflict', 'The finding is resolved; there is nothing to waive.');
  if (approve && waiver.until < today)
    throw new Refusal('conflict', `The waiver would have ended on ${waiver.until}; ask for another one.`);
  const said = comment === undefined ? {} : { comment };
  const answered: Waiver = {
    ...waiver,
    state: approve ? 'approved' : 'refused',
    decided: { by, at, ...said },
  };
  return withLast(finding, answered, {
    ...(approve ? { state: 'waived' as const } : {}),
    events: [
      ...finding.life.events,
      {
        at,
        quarter,
        event: approve ? ('waived' as const) : ('waiver-refused' as const),
        by,
        ...(comment === undefined ? {} : { note: comment }),
        ...(approve ? { until: waiver.until } : {}),
      },
    ],
  });
};

/** What time does to a life on a local day: waivers end or lapse on the day after their end. The age stays. */
export const afterWaivers = (
  life: Life,
  { today, at, quarter }: Omit<Saying, 'by'> & { readonly today: Day },
): Life => {
  if (!life.waivers?.some(({ state, until }) => until < today && (state === 'approved' || state === 'asked')))
    return life;
  const lapsed = lastWaiver(life)?.state === 'asked' && (lastWaiver(life)?.until ?? today) < today;
  const waivers = life.waivers.map((waiver): Waiver => {
    if (waiver.until >= today) return waiver;
    if (waiver.state === 'approved') return { ...waiver, state: 'ended' };
    return waiver.state === 'asked' ? { ...waiver, state: 'lapsed' } : waiver;
  });
  const ended = life.state === 'waived' && standingWaiver({ waivers }, today) === undefined;
  return {
    ...life,
    waivers,
    ...(ended ? { state: 'open' as const } : {}),
    events: [
      ...life.events,
      ...(ended ? [{ at, quarter, event: 'waiver-ended' as const }] : []),
      ...(lapsed ? [{ at, quarter, event: 'waiver-lapsed' as const }] : []),
    ],
  };
};
