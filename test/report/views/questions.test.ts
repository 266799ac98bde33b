/** The seven questions: yes, partly, no or cannot tell, at exactly the shares that are named, with their evidence. */
import { describe, expect, it } from 'vitest';
import type { ExampleStrategy } from '../../../shared/checks/check.ts';
import { questionReasons, questionTexts } from '../../../shared/report/view-sentences.ts';
import { type Asked, sevenQuestions } from '../../../shared/report/views/questions.ts';
import { questionSchema, questions } from '../../../shared/report/views/shape.ts';
import { clock, journey, judgedMap, moving, onTarget } from './views.ts';

const coverage = { covered: 0, internal: 0, concentrated: 0, statutory: 0 };
const alignment = { weight: 0, cost: 0, hold: 0, fail: 0, waived: 0, cannotTell: 0 };
const ask = (
  question: (typeof questions)[number],
  strategy: ExampleStrategy = {},
  more: Partial<Pick<Asked, 'coverage' | 'alignment' | 'history'>> = {},
) => {
  const all = sevenQuestions({ ...judgedMap(strategy), coverage, alignment, history: [], ...more });
  expect(all.map((one) => one.question)).toEqual(questions);
  for (const one of all) {
    expect(questionSchema.safeParse(one).success).toBe(true);
    expect(questionTexts[one.question]).toMatch(/\?$/);
    expect(Object.keys(questionReasons[one.question] ?? {})).toContain(one.why);
  }
  const [answer] = all.filter((one) => one.question === question);
  if (answer === undefined) throw new Error('no answer');
  return answer;
};
const answersOf = (list: readonly { answer: string }[]) => list.map(({ answer }) => answer);

describe('the seven questions', () => {
  it('1: outcomes with a journey and no unclocked segment: all, half, less', () => {
    const mapped = { id: 'a', journey: 'order' };
    const unclocked = { id: 'b', clock: clock('placed', 'works') };
    const of = (...outcomes: Record<string, unknown>[]) =>
      ask('processes-mapped', { journeys: [journey()], outcomes });
    expect(answersOf([of(mapped), of(mapped, unclocked), of(mapped, unclocked, { id: 'c' }), of()])).toEqual([
      'yes',
      'partly',
      'no',
      'cannot-tell',
    ]);
    expect(of(mapped, unclocked).evidence).toContainEqual({ kind: 'outcome', id: 'b' });
  });

  it('2 and 7: employee KPIs on target; only those that name tools and information speak to the second', () => {
    const employee = (id: string, name: string, on: boolean) =>
      (on ? onTarget : moving)(id, { name, perspective: 'employee' });
    const spirit = employee('a', 'Employee engagement', true);
    expect(ask('technology-helps', { kpis: [spirit] })).toMatchObject({
      answer: 'cannot-tell',
      why: 'nothing-speaks-to-this',
    });
    const kpis = [spirit, employee('b', 'Satisfaction with internal IT tools', false)];
    expect(ask('technology-helps', { kpis }).answer).toBe('no');
    expect(ask('employees-engaged', { kpis })).toMatchObject({
      answer: 'partly',
      data: { onTarget: 1, kpis: 2 },
      evidence: [
        { kind: 'kpi', id: 'b' },
        { kind: 'kpi', id: 'a' },
      ],
    });
    expect(ask('employees-engaged').answer).toBe('cannot-tell');
  });

  it('3: alignment of 80 and 60 %', () => {
    const of = (cost: number) => ask('aligned', {}, { alignment: { ...alignment, weight: 100, cost } });
    expect(answersOf([of(20), of(21), of(40), of(41), ask('aligned')])).toEqual([
      'yes',
      'partly',
      'partly',
      'no',
      'cannot-tell',
    ]);
  });

  it('3: no plain yes while an internal KPI lacks a counterpart that counts', () => {
    const whole = { ...alignment, weight: 100, cost: 0 };
    const of = (covered: number) =>
      ask('aligned', {}, { alignment: whole, coverage: { ...coverage, covered, internal: 5 } });
    expect(answersOf([of(5), of(4)])).toEqual(['yes', 'partly']);
  });

  it('4: channels measured in all, half, less of the outcomes that have several', () => {
    const several = (id: string) => ({ id, touchpoints: ['order/shop'] });
    const heard = moving('a', { perspective: 'customer-facing' });
    const of = (...outcomes: Record<string, unknown>[]) =>
      ask('channels-consistent', { journeys: [journey()], outcomes, kpis: [heard] });
    expect(
      answersOf([
        of(several('soon')),
        of(several('soon'), several('b')),
        of(several('soon'), several('b'), several('c')),
        of({ id: 'soon' }),
      ]),
    ).toEqual(['yes', 'partly', 'no', 'cannot-tell']);
  });

  it('5: siloed outcomes falling over four quarters to none, falling, or not', () => {
    const shared = { id: 'soon', touchpoints: ['order/shop', 'order/door'] };
    const base = { departments: [{ id: 'sales' }, { id: 'logistics' }], journeys: [journey()] };
    const siloed = { ...base, outcomes: [shared], kpis: [moving('a')] };
    const aYearAgo = (count: number): Pick<Asked, 'history'> => ({
      history: [
        {
          quarter: '2025-Q2',
          before: true,
          covered: 0,
          internal: 0,
          weight: 0,
          cost: 0,
          clocked: { by: 'segments', clocked: 0, segments: 0, cannotTell: 0 },
          assumedGreen: { green: 0, resting: 0 },
          siloed: { judged: 3, siloed: count },
        },
      ],
    });
    const melted = { ...siloed, kpis: [moving('a'), moving('b', { department: 'logistics' })] };
    expect(
      answersOf([
        ask('silos-melting', melted, aYearAgo(2)),
        ask('silos-melting', siloed, aYearAgo(2)),
        ask('silos-melting', siloed, aYearAgo(1)),
        ask('silos-melting', siloed),
        ask('silos-melting'),
      ]),
    ).toEqual(['yes', 'partly', 'no', 'cannot-tell', 'cannot-tell']);
  });

  it('6: counterpart coverage of 100 and 70 %', () => {
    const of = (covered: number) =>
      ask('metrics-with-insight', {}, { coverage: { ...coverage, covered, internal: 10 } });
    expect(answersOf([of(10), of(9), of(7), of(6), ask('metrics-with-insight')])).toEqual([
      'yes',
      'partly',
      'partly',
      'no',
      'cannot-tell',
    ]);
  });
});
