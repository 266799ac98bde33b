// The company says what customers want; no customer was asked, or not for a long time.
import type { Calendar } from '../domain/calendar.ts';
import { addMonths, type Day } from '../domain/day.ts';
import { lastDay } from '../domain/quarter-steps.ts';
import { type Check, type Example, fail, pass } from './check.ts';
import { perEvaluation } from './per-evaluation.ts';

/** The earliest day on which a validation must have been made not to have lapsed at the quarter's end. */
const validSince = perEvaluation(
  (calendar: Calendar, { quarter, policy }): Day =>
    addMonths(lastDay(quarter, calendar.fiscalStart), -policy.validationMonths),
);

export const assumedOutcome: Check<'outcome'> = {
  meta: {
    id: 'assumed-outcome',
    group: 'discipline',
    anchor: 'outcome',
    level: 'warning',
    levels: ['warning'],
    title: 'Assumed outcome',
    question: 'Have customers said, recently enough, that this is what they want?',
    why: 'Companies answer “is our experience good?” for themselves instead of asking; everything that rests on an assumed outcome rests on that answer.',
    messages: {
      never: '“{outcome}” was never validated with customers.',
      lapsed:
        '“{outcome}” was last validated with customers on {date}, longer than {months} months before the quarter’s end.',
    },
    remedy: 'Validate the outcome with customers, and record method, sample size, date and source.',
    reads: [],
    thresholds: ['validationMonths'],
  },
  find: ({ data }, context) => {
    const outcome = data?.statement ?? '';
    const validation = data?.validation;
    if (validation === undefined)
      return fail({ level: 'warning', message: 'never', data: { outcome }, reasons: ['never'] });
    if (validation.date >= validSince(context.calendar, context)) return pass();
    return fail({
      level: 'warning',
      message: 'lapsed',
      data: { outcome, date: validation.date, months: context.policy.validationMonths },
      reasons: ['lapsed'],
      evidence: {
        columns: ['method', 'sample size', 'date', 'source'],
        rows: [[validation.method, validation.sampleSize, validation.date, validation.source]],
      },
    });
  },
};

export const examples: readonly Example[] = [
  {
    title: 'Written down in a workshop without customers',
    strategy: { outcomes: [{ id: 'easy', statement: 'I get help without asking twice.' }] },
    subject: ['easy'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'Asked last autumn',
    strategy: {
      outcomes: [
        {
          id: 'easy',
          statement: 'I get help without asking twice.',
          validation: {
            method: 'Interviews',
            sampleSize: 24,
            date: '2025-10-07',
            source: 'Service research 2025',
          },
        },
      ],
    },
    subject: ['easy'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `A validation names its method, sample size, date and source. It lapses \`validationMonths\` after its date; what counts is the last day of the quarter that is judged.`;
