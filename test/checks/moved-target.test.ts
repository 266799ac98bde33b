import { examples, movedTarget } from '../../shared/checks/moved-target.ts';
import { describeCheck } from './table.ts';

const set = (from: string, value: unknown, setAt: string, change: Record<string, unknown> = {}) => ({
  from,
  value,
  setAt,
  ...change,
});
const early = set('2026-Q1', '100', '2025-12-01T00:00:00Z');
const late = '2026-06-15T10:00:00Z';
const change = (field: string, was: string, is: string, at: string) => ({ field, was, is, at, by: 'bob' });
const kpi = (targets: unknown[], more: Record<string, unknown> = {}) => ({
  kpis: [{ id: 'k', name: 'Calls', targets, readings: { '2026-Q2': { actual: '70' } }, ...more }],
});
const subject = ['k'];

describeCheck(movedTarget, examples, {
  other: [
    { title: 'the target has stood since before', strategy: kpi([early]), subject, verdict: 'pass' },
    {
      title: 'it was set on the last minute of the grace',
      strategy: kpi([early, set('2026-Q2', '70', '2026-05-01T23:59:59Z')]),
      subject,
      verdict: 'pass',
    },
    {
      title: 'where the organisation is, the grace lasts some hours more',
      strategy: kpi([early, set('2026-Q2', '70', '2026-05-02T09:00:00Z')]),
      calendar: { timeZone: 'Pacific/Pago_Pago' },
      subject,
      verdict: 'pass',
    },
    {
      title: 'it begins next quarter',
      strategy: kpi([early, set('2026-Q3', '70', late)]),
      subject,
      verdict: 'pass',
    },
    {
      title: 'it says the same in other digits',
      strategy: kpi([early, set('2026-Q2', '100.0', late)]),
      subject,
      verdict: 'pass',
    },
    {
      title: 'a range says the same in other digits',
      strategy: kpi(
        [
          set('2026-Q1', { low: '80', high: '90' }, '2025-12-01T00:00:00Z'),
          set('2026-Q2', { low: '80.0', high: '90.0' }, late),
        ],
        { direction: 'range' },
      ),
      subject,
      verdict: 'pass',
    },
    {
      title: 'it was moved and moved back',
      strategy: kpi([early, set('2026-Q2', '60', late), set('2026-Q2', '100', '2026-06-20T10:00:00Z')]),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the direction was turned and turned back',
      strategy: kpi([early], {
        changes: [
          change('direction', 'lower', 'higher', '2026-06-20T10:00:00Z'),
          change('direction', 'higher', 'lower', late),
        ],
      }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'it moved to another department',
      strategy: kpi([early], { changes: [change('department', 'it', 'service', late)] }),
      subject,
      verdict: 'pass',
    },
    { title: 'no target stands', strategy: kpi([]), subject, verdict: 'pass' },
    {
      title: 'imported history carries the day on which it was set',
      strategy: kpi([
        set('2025-Q1', '50', '2025-01-10T00:00:00Z'),
        set('2026-Q2', '70', '2026-04-10T00:00:00Z'),
      ]),
      subject,
      verdict: 'pass',
    },
    {
      title: 'its first target',
      strategy: kpi([set('2026-Q2', '70', late)]),
      subject,
      verdict: 'not-applicable',
      says: 'first target',
    },
    {
      title: 'its first quarter',
      strategy: kpi([early, set('2026-Q2', '70', late)], { firstQuarter: '2026-Q2' }),
      subject,
      verdict: 'not-applicable',
      says: 'first quarter',
    },
    {
      title: 'a longer grace in the policy',
      strategy: kpi([early, set('2026-Q2', '70', late)]),
      policy: { graceDays: 90 },
      subject,
      verdict: 'pass',
    },
  ],
  fail: [
    {
      title: 'off target turns to on target',
      strategy: kpi([early, set('2026-Q2', '70', late, { reason: 'Two people are ill', by: 'bob' })]),
      subject,
      level: 'error',
      message: 'turned',
      rows: [['target', '100', '70', late, 'bob', 'Two people are ill']],
      says: '“Calls” was off-target and became on-target when its target changed later than 30 days into 2026-Q2.',
    },
    {
      title: 'near target turns to on target',
      strategy: kpi([set('2026-Q1', '71', '2025-12-01T00:00:00Z'), set('2026-Q2', '70', late)]),
      subject,
      level: 'error',
      message: 'turned',
      says: 'was near-target',
    },
    {
      title: 'the first minute after the grace',
      strategy: kpi([early, set('2026-Q2', '70', '2026-05-02T00:00:00Z')]),
      subject,
      level: 'error',
      message: 'turned',
    },
    {
      title: 'where the organisation is, the grace is over some hours earlier',
      strategy: kpi([early, set('2026-Q2', '70', '2026-05-01T12:00:00Z')]),
      calendar: { timeZone: 'Pacific/Kiritimati' },
      subject,
      level: 'error',
      message: 'turned',
    },
    {
      title: 'a fiscal year that starts in April',
      strategy: kpi([early, set('2026-Q2', '70', '2026-08-15T00:00:00Z')]),
      calendar: { fiscalStart: 4 },
      subject,
      level: 'error',
      message: 'turned',
    },
    {
      title: 'after the quarter’s end',
      strategy: kpi([early, set('2026-Q2', '70', '2026-07-10T00:00:00Z')]),
      subject,
      level: 'error',
      message: 'turned',
    },
    {
      title: 'a second target after the first, both late',
      strategy: kpi([set('2026-Q2', '100', '2026-06-01T00:00:00Z'), set('2026-Q2', '70', late)]),
      subject,
      level: 'error',
      message: 'turned',
    },
    {
      title: 'on target stays on target',
      strategy: kpi([set('2026-Q1', '60', '2025-12-01T00:00:00Z'), set('2026-Q2', '70', late)]),
      subject,
      level: 'note',
      message: 'moved',
      rows: [['target', '60', '70', late, 'ann', null]],
      says: '(its status: on-target before, on-target after)',
    },
    {
      title: 'off target turns to near target',
      strategy: kpi([early, set('2026-Q2', '72', late)]),
      subject,
      level: 'note',
      message: 'moved',
      says: 'off-target before, near-target after',
    },
    {
      title: 'no reading yet',
      strategy: kpi([early, set('2026-Q2', '70', late)], { readings: {} }),
      subject,
      level: 'note',
      message: 'moved',
    },
    {
      title: 'the direction was turned',
      strategy: kpi([early], {
        direction: 'lower',
        changes: [change('direction', 'higher', 'lower', late)],
      }),
      subject,
      level: 'error',
      message: 'turned',
      rows: [['direction', 'higher', 'lower', late, 'bob', null]],
    },
    {
      title: 'a range was widened',
      strategy: kpi(
        [
          set('2026-Q1', { low: '80', high: '90' }, '2025-12-01T00:00:00Z'),
          set('2026-Q2', { low: '70', high: '90' }, late),
        ],
        { direction: 'range', unit: { kind: 'duration', symbol: 'h' }, readings: {} },
      ),
      subject,
      level: 'note',
      message: 'moved',
      rows: [['target', '80 h to 90 h', '70 h to 90 h', late, 'ann', null]],
    },
    {
      title: 'a range was moved at its upper end only',
      strategy: kpi(
        [
          set('2026-Q1', { low: '50', high: '60' }, '2025-12-01T00:00:00Z'),
          set('2026-Q2', { low: '50', high: '70' }, late),
        ],
        { direction: 'range' },
      ),
      subject,
      level: 'error',
      message: 'turned',
    },
    {
      title: 'a number became a range',
      strategy: kpi([early, set('2026-Q2', { low: '60', high: '80' }, late)], {
        direction: 'range',
        changes: [change('direction', 'higher', 'range', late)],
      }),
      subject,
      level: 'error',
      message: 'turned',
      says: 'when its target and direction changed',
    },
    {
      title: 'perspective and clock changed, the status did not',
      strategy: kpi([early], {
        changes: [
          change('clock', 'on no journey', 'order: a to b', late),
          change('perspective', 'internal-efficiency', 'financial', late),
          change('perspective', 'financial', 'employee', '2026-06-20T00:00:00Z'),
        ],
      }),
      subject,
      level: 'note',
      message: 'moved',
      rows: [
        ['perspective', 'internal-efficiency', 'employee', '2026-06-20T00:00:00Z', 'bob', null],
        ['clock', 'on no journey', 'order: a to b', late, 'bob', null],
      ],
      says: 'The perspective and clock of “Calls” changed',
    },
  ],
});
