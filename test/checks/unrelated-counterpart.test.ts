import { examples, unrelatedCounterpart } from '../../shared/checks/unrelated-counterpart.ts';
import { describeCheck } from './table.ts';

const outcomes = [{ id: 'a' }, { id: 'b' }, { id: 'gone', retiredFrom: '2026-Q1' }];
const serves = (...ids: string[]) => ids.map((outcome) => ({ outcome, effect: '+' }));
const felt = (id: string, ...served: string[]) => ({
  id,
  name: `Felt ${id}`,
  perspective: 'customer-facing',
  contributions: serves(...served),
  readings: { '2026-Q2': { actual: '1' } },
});
const inside = (id: string, counterparts: string[], ...served: string[]) => ({
  id,
  name: `Inside ${id}`,
  counterparts: counterparts.map((kpi) => ({ kpi })),
  contributions: serves(...served),
});
const subject = ['x'];

describeCheck(unrelatedCounterpart, examples, {
  other: [
    {
      title: 'one of two counterparts shares one of its outcomes',
      strategy: {
        outcomes,
        kpis: [inside('x', ['f', 'g'], 'gone', 'a'), felt('f', 'b'), felt('g', 'b', 'a')],
      },
      subject,
      verdict: 'pass',
    },
    {
      title: 'it serves no active outcome',
      strategy: { outcomes, kpis: [inside('x', ['f'], 'gone'), felt('f', 'a')] },
      subject,
      verdict: 'not-applicable',
      says: 'no active outcome',
    },
    {
      title: 'no counterpart counts',
      strategy: { outcomes, kpis: [inside('x', ['f', 'ghost'], 'a'), { ...felt('f', 'b'), owner: null }] },
      subject,
      verdict: 'not-applicable',
      says: 'no counterpart counts',
    },
  ],
  fail: [
    {
      title: 'nothing shared; the evidence says on whom each counterpart is leaned',
      strategy: {
        outcomes,
        kpis: [
          inside('x', ['f'], 'a'),
          inside('y', ['f'], 'b'),
          { ...inside('z', ['f'], 'b'), retiredFrom: '2026-Q1' },
          { ...inside('w', ['f'], 'b'), perspective: 'financial' },
          felt('f', 'b', 'gone'),
        ],
      },
      subject,
      level: 'warning',
      message: 'none-shared',
      rows: [['f', 'Felt f', 'b', 2]],
      related: ['f', 'a'],
      says: 'No counterpart of “Inside x” serves an outcome that it serves itself (counterparts that count: 1).',
    },
    {
      title: 'an outcome in common that is retired does not relate them',
      strategy: { outcomes, kpis: [inside('x', ['f'], 'a', 'gone'), felt('f', 'b', 'gone')] },
      subject,
      level: 'warning',
      message: 'none-shared',
    },
    {
      title: 'a related counterpart that does not count does not help',
      strategy: {
        outcomes,
        kpis: [inside('x', ['f', 'g'], 'a'), felt('f', 'b'), { ...felt('g', 'a'), readings: {} }],
      },
      subject,
      level: 'warning',
      message: 'none-shared',
      rows: [['f', 'Felt f', 'b', 1]],
    },
  ],
});
