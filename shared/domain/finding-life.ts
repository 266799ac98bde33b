// What can be said of a finding's life without storing it: how old its present spell is, whether anybody has answered,
// how often it came back.
import { addMonths, type Day, dayOf } from './day.ts';
import type { Life } from './finding.ts';
import type { Quarter } from './quarter.ts';
import { quarterIndex } from './quarter-steps.ts';
import { lastWaiver, type WaiverLine } from './waiver.ts';

/** Quarters from the one in which the present spell began to another. */
export const ageIn = (since: Quarter, quarter: Quarter): number =>
  Math.max(0, quarterIndex(quarter) - quarterIndex(since));

/** How often a finding has come back. */
export const timesReopened = ({ events }: Pick<Life, 'events'>): number =>
  events.filter(({ event }) => event === 'reopened').length;

/** When somebody, or time, last had a word on the present spell; its beginning where nobody did. */
export const lastWordAt = ({ events, since }: Pick<Life, 'events' | 'since'>): string => {
  const word = events.findLast(({ event }) => event !== 'level-changed');
  return word !== undefined && word.at > since.at ? word.at : since.at;
};

/** Months without a word after which a finding counts as unanswered. */
const patience = 3;

/** Whether a finding is open and nobody has said a word for over a quarter. `wordAt` is an instant (ISO 8601, UTC). */
export const isUnanswered = (
  { state, wordAt }: { readonly state: Life['state']; readonly wordAt: string },
  today: Day,
  timeZone: string,
): boolean => state === 'open' && addMonths(dayOf(wordAt, timeZone), patience) < today;

/** The waiver as a line: the one that holds, else the one that waits for an answer; undefined where there is neither. */
export const waiverLineOf = (life: Pick<Life, 'waivers' | 'state'>): WaiverLine | undefined => {
  const asked = lastWaiver(life);
  const standing =
    life.state === 'waived' ? life.waivers?.findLast(({ state }) => state === 'approved') : undefined;
  const shown = standing ?? (asked?.state === 'asked' && life.state !== 'resolved' ? asked : undefined);
  if (shown === undefined) return undefined;
  const { reason, until, renewal, state, asked: word, decided } = shown;
  return {
    reason,
    until,
    renewal,
    state: state === 'approved' ? 'approved' : 'asked',
    by: word.by,
    ...(state === 'approved' && decided !== undefined ? { approvedBy: decided.by } : {}),
  };
};

/** What the lines of reports and lists say of a finding's life. */
export interface LifeLine {
  readonly state: Life['state'];
  readonly since: Quarter;
  readonly waiver?: WaiverLine | undefined;
  /** How often it came back; absent where it never did. */
  readonly reopened?: number | undefined;
  readonly notConfirmedSince?: string | undefined;
}

/** A life as lines tell it. */
export const lifeLineOf = (life: Life): LifeLine => {
  const { state, since, notConfirmedSince } = life;
  const waiver = waiverLineOf(life);
  const reopened = timesReopened(life);
  return {
    state,
    since: since.quarter,
    ...(waiver === undefined ? {} : { waiver }),
    ...(reopened === 0 ? {} : { reopened }),
    ...(notConfirmedSince === undefined ? {} : { notConfirmedSince }),
  };
};
