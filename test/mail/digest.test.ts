// What a digest says beside its findings: the actions that come back until they are done, and whom nobody tells.
import { describe, expect, it } from 'vitest';
import { type DigestInput, digestFor } from '../../shared/mail/digest.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import type { ActionLine } from '../../shared/report/decision-lines.ts';
import type { FindingLine } from '../../shared/report/finding-line.ts';

const action = (id: string, more: Partial<ActionLine> = {}): ActionLine => ({
  id,
  text: `Do ${id}`,
  owner: 'otto',
  department: 'operations',
  dueQuarter: '2026-Q4',
  decidedIn: '2026-Q3',
  age: 0,
  stalled: false,
  findings: [],
  open: 1,
  ...more,
});
const line = (more: Partial<FindingLine> = {}): FindingLine => ({
  fingerprint: '1'.padStart(32, '0'),
  check: 'missing-counterpart',
  level: 'error',
  subject: { kind: 'kpi', ids: ['dispatch'] },
  department: 'operations',
  message: 'none-linked',
  data: { kpi: 'Order to dispatch' },
  reasons: ['none-linked'],
  state: 'open',
  since: '2026-Q3',
  ...more,
});
const report = (actions: readonly ActionLine[]) =>
  ({
    organisation: { id: 'acme', name: 'Acme', currency: 'EUR', fiscalStart: 1 },
    quarter: '2026-Q3',
    headline: { message: 'no-internal-kpi', data: { quarter: '2026-Q3' } },
    departments: [],
    actions,
  }) as unknown as BoardReport;
const digest = (
  member: { readonly roles: ('executive' | 'department-head')[]; readonly heads: string[] },
  actions: readonly ActionLine[],
  more: Partial<DigestInput> = {},
) =>
  digestFor(
    { name: 'Eve', ...member },
    {
      report: report(actions),
      lines: [line()],
      told: new Set(),
      pageUrl: 'https://page.example',
      ...more,
    },
  )?.text;
const executive = { roles: ['executive' as const], heads: [] };
const head = (id: string) => ({ roles: ['department-head' as const], heads: [id] });

describe('a digest', () => {
  it('tells of open actions, the oldest by name, and how many are past their quarter', () => {
    const text = digest(executive, [action('first', { stalled: true }), action('second')]);
    expect(text).toContain(
      '2 actions are open, 1 past the due quarter; the oldest: “Do first” (otto, due 2026-Q4).',
    );
    expect(digest(executive, [])).not.toContain('action');
  });

  it('tells a head of the own department’s actions alone', () => {
    expect(digest(head('operations'), [action('first')])).toContain('1 action is open, 0 past');
    expect(digest(head('operations'), [action('first', { department: 'service' })])).not.toContain(
      'Do first',
    );
  });

  it('asks nothing about what is waived', () => {
    expect(digest(executive, [], { lines: [line({ state: 'waived' })] })).toBeUndefined();
  });
});
