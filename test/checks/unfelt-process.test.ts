import { examples, unfeltProcess } from '../../shared/checks/unfelt-process.ts';
import { describeCheck } from './table.ts';

const names = ['a', 'b', 'c', 'd'];
const events = names.map((id) => ({ id, name: id.toUpperCase(), seenBy: 'inside' }));
const clock = (from: string, to: string, journey = 'j') => ({ journey, from, to });
const world = (kpi: Record<string, unknown>, ...outcomes: Record<string, unknown>[]) => ({
  journeys: [
    { id: 'j', events },
    { id: 'old', events, retiredFrom: '2026-Q2' },
  ],
  outcomes: outcomes.map((outcome) => ({ statement: 'Soon.', ...outcome })),
  kpis: [{ id: 'x', name: 'Filing', ...kpi }],
});
const subject = ['x'];

describeCheck(unfeltProcess, examples, {
  other: [
    {
      title: 'one segment in common with one of two customers’ clocks',
      strategy: world(
        { clock: clock('b', 'd') },
        { id: 'o', clock: clock('a', 'b') },
        { id: 'p', clock: clock('a', 'c') },
      ),
      subject,
      verdict: 'pass',
    },
    { title: 'no clock', strategy: world({}), subject, verdict: 'not-applicable', says: 'no clock' },
    {
      title: 'on no journey',
      strategy: world({ clock: 'on-no-journey' }),
      subject,
      verdict: 'not-applicable',
      says: 'no clock',
    },
    {
      title: 'a customer-facing KPI',
      strategy: world({ clock: clock('a', 'b'), perspective: 'customer-facing' }),
      subject,
      verdict: 'not-applicable',
      says: 'not an internal KPI',
    },
    {
      title: 'a retired journey',
      strategy: world({ clock: clock('a', 'b', 'old') }),
      subject,
      verdict: 'not-applicable',
      says: 'not active',
    },
    {
      title: 'a journey nowhere defined',
      strategy: world({ clock: clock('a', 'b', 'nowhere') }),
      subject,
      verdict: 'cannot-tell',
      says: 'the journey “nowhere”',
    },
    {
      title: 'a clock that runs backwards',
      strategy: world({ clock: clock('b', 'a') }),
      subject,
      verdict: 'cannot-tell',
      says: 'after it, “a”',
    },
  ],
  fail: [
    {
      title: 'the customer’s clock stops where it begins',
      strategy: world({ clock: clock('b', 'd') }, { id: 'o', clock: clock('a', 'b') }),
      subject,
      level: 'note',
      message: 'no-overlap',
      rows: [['o', 'Soon.', 'A', 'B']],
      related: ['o'],
      says: '“Filing” runs from B to D, where none of the customers’ clocks on the journey runs (1).',
    },
    {
      title: 'the customer’s clock is broken',
      strategy: world({ clock: clock('a', 'd') }, { id: 'o', clock: clock('z', 'b') }),
      subject,
      level: 'note',
      message: 'no-overlap',
      rows: [['o', 'Soon.', 'z', 'B']],
    },
    {
      title: 'the outcome that was felt is retired, another runs on another journey',
      strategy: world(
        { clock: clock('a', 'd') },
        { id: 'o', clock: clock('a', 'd'), retiredFrom: '2026-Q2' },
        { id: 'p', clock: clock('a', 'd', 'old') },
        { id: 'q', journey: 'j' },
      ),
      subject,
      level: 'note',
      message: 'no-clock',
      rows: [],
    },
  ],
});
