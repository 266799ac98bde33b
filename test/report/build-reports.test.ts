/** What all reports of a quarter say alike, because they are cut from the same lines. */
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import type { CheckResult } from '../../shared/checks/evaluate.ts';
import { fingerprintOf } from '../../shared/domain/finding.ts';
import { organisationSchema } from '../../shared/domain/organisation.ts';
import { buildReports } from '../../shared/report/build-reports.ts';
import { journey, judgedMap, quarter } from './views/views.ts';

const shared = { id: 'shop', name: 'Shop', owners: ['sales', 'logistics'], channels: ['web'] };
const { map, context } = judgedMap({
  departments: [{ id: 'sales' }, { id: 'logistics' }],
  journeys: [{ ...journey(), touchpoints: [shared] }],
});
const organisation = organisationSchema.parse({
  id: 'acme',
  name: 'Acme',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  fiscalStart: 1,
  policy: context.policy,
});
const failed: CheckResult = {
  check: 'unmeasured-moment-of-truth',
  subject: { kind: 'touchpoint', ids: ['order/shop'] },
  result: {
    verdict: 'fail',
    level: 'warning',
    message: '',
    data: {},
    reasons: [],
    evidence: { columns: [], rows: [] },
    related: [],
  },
};
const reportsOf = (state: 'open' | 'waived') =>
  buildReports({
    organisation,
    map,
    context,
    checks: catalogue,
    results: [failed],
    lives: new Map([[fingerprintOf(failed.check, failed.subject, quarter), { state, since: quarter }]]),
    asOf: '2026-07-20T08:00:00.000Z',
    coverageHistory: [],
  });

describe('the reports of a quarter', () => {
  it.each(['open', 'waived'] as const)('count what two departments own, %s, as the board does', (state) => {
    const { board, departments } = reportsOf(state);
    for (const { id, alignment } of board.departments) {
      expect(departments.get(id)?.alignment).toEqual(alignment);
      expect(alignment).toMatchObject(state === 'open' ? { fail: 1, waived: 0 } : { fail: 0, waived: 1 });
    }
    expect(board.departments).toHaveLength(2);
  });

  it('list a finding under the first of its departments alone', () => {
    const { departments } = reportsOf('open');
    expect(departments.get('sales')?.findings).toHaveLength(1);
    expect(departments.get('logistics')?.findings).toEqual([]);
  });
});
