// Laws of a finding's life with people in it: whatever is said and however time passes, a waiver ends on the day after
// its end, nobody decides on the own wish, and no age starts anew.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acknowledge } from '../../shared/domain/acknowledgement.ts';
import { addDays } from '../../shared/domain/day.ts';
import { type Condition, type Finding, findingSchema } from '../../shared/domain/finding.ts';
import { isUnanswered, lastWordAt, waiverLineOf } from '../../shared/domain/finding-life.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { type Judged, reconcile } from '../../shared/domain/reconcile.ts';
import { answerWaiver, approvalObstacle, askForWaiver, standingWaiver } from '../../shared/domain/waiver.ts';

const quarter: Quarter = '2026-Q2';
const subject = { kind: 'kpi' as const, ids: ['a'] };
const condition: Condition = {
  check: 'missing-counterpart',
  subject,
  quarter,
  level: 'error',
  message: 'm',
  data: {},
  reasons: [],
  evidence: { columns: [], rows: [] },
  related: [],
  rulesVersion: '1',
};
const noon = (day: string) => `${day}T12:00:00Z`;
const night = (day: string) => `${day}T00:10:00Z`;
const judged = (verdict: Judged['verdict']): Judged => ({
  check: condition.check,
  subject,
  verdict,
  condition: verdict === 'fail' ? condition : undefined,
});
const evaluated = (
  finding: Finding | undefined,
  today: string,
  verdict: Judged['verdict'],
  of: Quarter = quarter,
) =>
  reconcile(finding === undefined ? [] : [finding], {
    quarter: of,
    at: night(today),
    today,
    judged: [judged(verdict)],
    covers: () => true,
  })[0] ?? finding;
const found = (today = '2026-07-01'): Finding => {
  const finding = evaluated(undefined, today, 'fail');
  if (finding === undefined) throw new Error('a finding');
  return finding;
};
const ask = (finding: Finding, today: string, until: string, by = 'otto') =>
  askForWaiver(
    finding,
    { reason: 'Because.', until },
    { by, at: noon(today), quarter, departments: ['operations'], today },
  );
const answer = (finding: Finding, today: string, approve: boolean) =>
  answerWaiver(finding, { approve, by: 'eve', at: noon(today), quarter, comment: 'So be it.', today });

/** One day of a finding: what people try to say, and what the night finds. */
const anyDay = fc.record({
  ask: fc.option(fc.integer({ min: -1, max: 6 }), { nil: undefined }),
  answer: fc.constantFrom(undefined, undefined, true, true, false),
  acknowledge: fc.boolean(),
  verdict: fc.constantFrom('fail', 'fail', 'fail', 'pass', 'cannot-tell', 'crashed') as fc.Arbitrary<
    Judged['verdict']
  >,
});
const tried = (finding: Finding, change: (finding: Finding) => Finding): Finding => {
  try {
    return change(finding);
  } catch (error) {
    if (error instanceof Refusal) return finding;
    throw error;
  }
};
/** The finding after each night of a life. */
const lifeOf = (days: readonly (typeof anyDay extends fc.Arbitrary<infer D> ? D : never)[]) => {
  let finding = found();
  return days.map((day, i) => {
    const today = addDays('2026-07-01', i);
    if (day.ask !== undefined) {
      const until = addDays(today, day.ask);
      finding = tried(finding, (one) => ask(one, today, until));
    }
    if (day.answer !== undefined) finding = tried(finding, (one) => answer(one, today, day.answer === true));
    if (day.acknowledge)
      finding = tried(finding, (one) => acknowledge(one, { by: 'eve', at: noon(today), quarter }));
    const before = finding;
    const tomorrow = addDays(today, 1);
    finding = evaluated(finding, tomorrow, day.verdict) ?? finding;
    return { before, finding, today: tomorrow };
  });
};

describe('a life', () => {
  it('is waived exactly while an approved waiver stands and the check fails', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { maxLength: 25 }), (days) => {
        for (const { finding, today } of lifeOf(days)) {
          const standing = standingWaiver(finding.life, today) !== undefined;
          if (finding.life.state === 'waived') expect(standing).toBe(true);
          if (standing) expect(['waived', 'resolved']).toContain(finding.life.state);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never forgets: it fits its schema, keeps its first sight, and starts no age but by reopening', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { maxLength: 25 }), (days) => {
        for (const { before, finding } of lifeOf(days)) {
          expect(findingSchema.parse(finding)).toEqual(finding);
          expect(finding.life.firstSeen).toEqual(before.life.firstSeen);
          expect(finding.life.events.slice(0, before.life.events.length)).toEqual(before.life.events);
          const reopened = before.life.state === 'resolved' && finding.life.state !== 'resolved';
          if (!reopened) expect(finding.life.since).toEqual(before.life.since);
          expect(finding.life.waivers?.length ?? 0).toBe(before.life.waivers?.length ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is settled by one night: the same night again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1, maxLength: 15 }), (days) => {
        const { finding, today } = lifeOf(days).at(-1) ?? { finding: found(), today: '2026-07-02' };
        expect(evaluated(finding, today, days.at(-1)?.verdict ?? 'fail')).toEqual(finding);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a waiver', () => {
  const waived = (until = '2026-07-10') => answer(ask(found(), '2026-07-02', until), '2026-07-02', true);

  it('holds on its last day and is over on the next; the finding is as old as it was', () => {
    const last = evaluated(waived(), '2026-07-10', 'fail');
    expect(last?.life.state).toBe('waived');
    const back = evaluated(last, '2026-07-11', 'fail');
    expect(back?.life).toMatchObject({
      state: 'open',
      since: found().life.since,
      waivers: [{ state: 'ended' }],
    });
    expect(back?.life.events.at(-1)).toEqual({ at: night('2026-07-11'), quarter, event: 'waiver-ended' });
  });

  it('comes back with a finding that clears and fails again within its time, and not after it', () => {
    const cleared = evaluated(waived(), '2026-07-05', 'pass');
    expect(cleared?.life.state).toBe('resolved');
    expect(evaluated(cleared, '2026-07-10', 'fail')?.life.state).toBe('waived');
    expect(evaluated(cleared, '2026-07-11', 'fail')?.life).toMatchObject({
      state: 'open',
      waivers: [{ state: 'ended' }],
    });
  });

  it('that nobody answers lapses on the day after its end', () => {
    const asked = ask(found(), '2026-07-02', '2026-07-05');
    expect(evaluated(asked, '2026-07-05', 'fail')).toEqual(asked);
    const lapsed = evaluated(asked, '2026-07-06', 'fail');
    expect(lapsed?.life).toMatchObject({ state: 'open', waivers: [{ state: 'lapsed' }] });
    expect(waiverLineOf(lapsed?.life ?? asked.life)).toBeUndefined();
  });

  it('is renewed while it stands, and the longer one counts', () => {
    const renewed = answer(ask(waived(), '2026-07-09', '2026-07-20'), '2026-07-09', true);
    expect(renewed.life.waivers?.map(({ renewal }) => renewal)).toEqual([0, 1]);
    expect(evaluated(renewed, '2026-07-11', 'fail')?.life).toMatchObject({
      state: 'waived',
      waivers: [{ state: 'ended' }, { state: 'approved' }],
    });
  });
});

describe('who decides on a waiver', () => {
  const anyIds = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 });
  it('is never the asker nor a department that asked; a head owns every outcome, or is an executive', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('eve', 'otto'),
        fc.boolean(),
        anyIds,
        anyIds,
        fc.array(fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }), { maxLength: 3 }),
        (member, executive, departments, asking, owning) => {
          const waiver = { asked: { by: 'otto', at: noon('2026-07-01'), quarter }, departments: asking };
          const may = approvalObstacle(waiver, { member, executive, departments, owning }) === undefined;
          if (member === 'otto' || departments.some((id) => asking.includes(id))) expect(may).toBe(false);
          else if (executive) expect(may).toBe(true);
          else
            expect(may).toBe(
              owning.length > 0 && owning.every((id) => id !== undefined && departments.includes(id)),
            );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('an acknowledgement', () => {
  it('ends with its quarter, and the finding asks again', () => {
    const known = acknowledge(found(), { by: 'eve', at: noon('2026-07-02'), quarter });
    expect(evaluated(known, '2026-09-30', 'fail')?.life.state).toBe('acknowledged');
    const asked = evaluated(known, '2026-10-01', 'fail', '2026-Q3');
    expect(asked?.life).toMatchObject({ state: 'open', since: found().life.since });
    expect(asked?.life.events.at(-1)).toMatchObject({ event: 'acknowledgement-ended', quarter: '2026-Q3' });
  });
});

describe('silence', () => {
  it('counts from the last word, and only while the finding is open', () => {
    const finding = found();
    const silentOn = (day: string, one = finding) =>
      isUnanswered({ state: one.life.state, wordAt: lastWordAt(one.life) }, day, 'UTC');
    expect(silentOn('2026-10-01')).toBe(false);
    expect(silentOn('2026-10-02')).toBe(true);
    const answered = ask(finding, '2026-09-01', '2026-09-02');
    expect(silentOn('2026-10-02', answered)).toBe(false);
    expect(silentOn('2026-12-02', answered)).toBe(true);
    expect(silentOn('2026-12-02', acknowledge(finding, { by: 'eve', at: noon('2026-07-02'), quarter }))).toBe(
      false,
    );
  });
});
