/** Share of customer time clocked, green KPIs on assumed outcomes, siloed outcomes. */
import { describe, expect, it } from 'vitest';
import { assumedGreen, greenKpis } from '../../../shared/report/views/assumed-green.ts';
import { clockedTime } from '../../../shared/report/views/clocked-time.ts';
import { siloed } from '../../../shared/report/views/siloed.ts';
import { clock, journey, judgedMap, moving, onTarget, validation } from './views.ts';

const timed = (durations: readonly (string | undefined)[], ...outcomes: Record<string, unknown>[]) => {
  const { map, context } = judgedMap({
    journeys: [journey(durations)],
    outcomes: [{ id: 'soon', clock: clock('placed', 'works') }, ...outcomes],
    kpis: [moving('picking', { clock: clock('placed', 'dispatched') })],
  });
  return clockedTime(map, context);
};

describe('the share of customer time clocked', () => {
  it('goes by durations where all are known, else by segments', () => {
    expect(timed(['8', '40', '2'])).toEqual({
      share: 0.16,
      by: 'duration',
      clocked: 1,
      segments: 3,
      cannotTell: 0,
    });
    expect(timed(['8', undefined, '2'])).toMatchObject({ share: 0.3333, by: 'segments' });
  });

  it('counts a stretch once, however many clocks run over it', () => {
    const other = { id: 'other', clock: clock('placed', 'delivered') };
    expect(timed(['8', '40', '2'], other)).toEqual(timed(['8', '40', '2']));
  });

  it('has no share without a clock, and counts clocks that are off their journey', () => {
    const { map, context } = judgedMap({
      journeys: [journey()],
      outcomes: [{ id: 'soon', clock: clock('placed', 'lost') }, { id: 'other' }],
    });
    expect(clockedTime(map, context)).toEqual({ by: 'segments', clocked: 0, segments: 0, cannotTell: 1 });
  });
});

describe('green KPIs resting on assumed outcomes', () => {
  it('are those on target that serve assumed outcomes alone', () => {
    const contributions = ['soon', 'sure'].map((outcome) => ({ outcome, effect: '+' }));
    const { map, context } = judgedMap({
      outcomes: [
        { id: 'soon' },
        { id: 'sure', validation },
        { id: 'lapsed', validation: { ...validation, date: '2025-01-01' } },
      ],
      kpis: [
        onTarget('a'),
        onTarget('b', { contributions }),
        onTarget('c', { contributions: [{ outcome: 'lapsed', effect: '-' }] }),
        onTarget('d', { contributions: [] }),
        moving('e'),
      ],
    });
    expect(assumedGreen(map, context)).toEqual({ green: 3, resting: 2 });
    expect(greenKpis(map, context)).toEqual([
      { kpi: 'a', resting: true },
      { kpi: 'b', resting: false },
      { kpi: 'c', resting: true },
    ]);
  });
});

describe('siloed outcomes', () => {
  it('are counted by their check, even where it is switched off', () => {
    const { map, context } = judgedMap(
      {
        departments: [{ id: 'sales' }, { id: 'logistics' }],
        journeys: [journey()],
        outcomes: [
          { id: 'soon', touchpoints: ['order/shop', 'order/door'] },
          { id: 'both', touchpoints: ['order/shop', 'order/door'] },
          { id: 'alone', touchpoints: ['order/shop'] },
        ],
        kpis: [
          moving('a'),
          moving('b', { contributions: [{ outcome: 'both', effect: '+' }] }),
          moving('c', { contributions: [{ outcome: 'both', effect: '+' }], department: 'logistics' }),
        ],
      },
      { policy: { checks: { 'siloed-outcome': false } } },
    );
    expect(siloed(map, context)).toEqual({ judged: 2, siloed: 1 });
  });
});
