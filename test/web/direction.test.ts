// Is it getting better? What the page answers, from moves that are told apart to one word and one scale.
import { describe, expect, it } from 'vitest';
import type { TrendPoint } from '../../shared/charts/trend.tsx';
import type { BoardReport } from '../../shared/report/board-report.ts';
import type { Standing } from '../../shared/report/views/drawn.ts';
import {
  moveOver,
  moveOverAll,
  outcomesMoved,
  sharedScale,
  verdictOf,
} from '../../web/board-report/direction.ts';

const points = (...values: (number | undefined)[]): TrendPoint[] =>
  values.map((value, i) => ({
    quarter: `Q${i + 1}`,
    value,
    text: value === undefined ? undefined : `${value}`,
  }));

describe('a move', () => {
  it('is told in points of a hundred, as they are shown', () => {
    expect(moveOver(points(0.5, 0.504, 0.556), 1)).toEqual({ points: 6, since: 'Q2', now: '0.556' });
    expect(moveOver(points(0.5, undefined), 1)).toBeUndefined();
    expect(moveOver(points(0.5), 1)).toBeUndefined();
  });

  it('over all quarters starts at the first that there is, and is silent where that is the quarter before', () => {
    expect(moveOverAll(points(undefined, 0.5, undefined, 0.6))).toMatchObject({ points: 10, since: 'Q2' });
    expect(moveOverAll(points(undefined, 0.5, 0.6))).toBeUndefined();
    expect(moveOverAll(points(undefined))).toBeUndefined();
  });
});

describe('the verdict', () => {
  it.each([
    [[1, 0, undefined], 'better'],
    [[-1, 0], 'worse'],
    [[-1, 0, 3], 'mixed'],
    [[0, 0], 'same'],
    [[undefined], 'first'],
  ] as const)('of %j is %s', (moves, verdict) => {
    expect(verdictOf(moves)).toBe(verdict);
  });
});

const outcome = (standing: Partial<Standing> | undefined): BoardReport['outcomes'][number] =>
  ({ standing }) as BoardReport['outcomes'][number];

describe('the outcomes that moved', () => {
  it('are counted by the direction in which their KPI is better', () => {
    expect(
      outcomesMoved([
        outcome({ series: ['1', '2'], direction: 'higher' }),
        outcome({ series: ['1', '2'], direction: 'lower' }),
        outcome({ series: ['2', '2'], direction: 'lower' }),
        outcome({ series: ['9', '6'], direction: 'range', target: { low: '4', high: '5' } }),
        outcome({ series: [null, '2'], direction: 'higher' }),
        outcome(undefined),
      ]),
    ).toEqual({ better: 2, worse: 1 });
  });
});

describe('the shared scale', () => {
  it('holds all values of all lines, in tenths, and is never so short that noise looks like change', () => {
    expect(sharedScale([points(0.75, 0.83), points(0.91)])).toEqual([0.7, 1]);
    expect(sharedScale([points(0.42), points(0.12, undefined)])).toEqual([0.1, 0.5]);
    expect(sharedScale([points(0)])).toEqual([0, 0.3]);
    expect(sharedScale([points(1)])).toEqual([0.7, 1]);
    expect(sharedScale([])).toEqual([0, 1]);
  });
});
