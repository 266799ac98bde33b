// A quarter takes readings from its first day to its closing day. Both refusals say which day it was.
import { type CalendarSettings, closeDate, quarterGate } from './calendar.ts';
import { Refusal, shown } from './problem.ts';
import type { Quarter } from './quarter.ts';
import { firstDay } from './quarter-steps.ts';

/** Refuses, `quarter-not-begun` or `quarter-closed`, unless the quarter is open at an instant (ISO 8601, UTC). */
export const requireOpen = (quarter: Quarter, now: string, settings: CalendarSettings): void => {
  const gate = quarterGate(quarter, now, settings);
  if (gate === 'open') return;
  const fault = {
    path: '/quarter',
    found: shown(quarter),
    expected: 'a quarter that has begun and is not closed',
  };
  if (gate === 'not-begun')
    throw new Refusal(
      'quarter-not-begun',
      `The quarter ${quarter} begins on ${firstDay(quarter, settings.fiscalStart)}.`,
      [fault],
    );
  throw new Refusal('quarter-closed', `The quarter ${quarter} closed on ${closeDate(quarter, settings)}.`, [
    fault,
  ]);
};

/** Refuses (`conflict`) unless the quarter is closed: history is what nobody could hand in any more. */
export const requireClosed = (quarter: Quarter, now: string, settings: CalendarSettings): void => {
  if (quarterGate(quarter, now, settings) === 'closed') return;
  throw new Refusal('conflict', `The quarter ${quarter} is not closed; its department submits it.`, [
    { path: '/quarter', found: shown(quarter), expected: 'a closed quarter' },
  ]);
};
