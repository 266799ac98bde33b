// Lines over quarters: trend, pair, process behaviour. Gaps are drawn and counted, the same input gives the same bytes,
// and no series whatever is drawn beyond numbers.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onPage, onPaper } from '../../shared/charts/look.ts';
import { Pair } from '../../shared/charts/pair.tsx';
import { Sparkline } from '../../shared/charts/sparkline.tsx';
import { Trend, type TrendPoint } from '../../shared/charts/trend.tsx';
import { chartWords, spokenSeries } from '../../shared/charts/words.ts';
import { naturalLimits, Xmr } from '../../shared/charts/xmr.tsx';
import { anySeries, drawn, marks, unplaced } from './drawn.ts';

const pointsOf = (values: readonly (number | undefined)[], target?: number): TrendPoint[] =>
  values.map((value, i) => ({
    quarter: `Q${i + 1}`,
    value,
    text: value === undefined ? undefined : String(value),
    target,
  }));
const trend = (points: readonly TrendPoint[], look = onPaper) =>
  drawn(Trend, { points, label: 'A trend', look });
const texts = { mean: '5', low: '1', high: '9' };

describe('a trend', () => {
  it('breaks at a gap and marks it', () => {
    const svg = trend(pointsOf([1, 2, undefined, 4, 5]));
    expect(marks(svg, 'gap')).toBe(1);
    expect(marks(svg, 'line')).toBe(2);
    expect(marks(svg, 'point') + marks(svg, 'last')).toBe(4);
  });

  it('draws a target as one step line, broken where there was none', () => {
    const points = pointsOf([1, 2, 3, 4]).map((point, i) => (i === 1 ? point : { ...point, target: i }));
    const path = /d="([^"]+)"[^>]*data-mark="target"/.exec(trend(points))?.[1] ?? '';
    expect(path.match(/M/g)).toHaveLength(2);
  });

  it('draws what was computed afterwards lighter and hollow, and never dashed, which is for forecasts', () => {
    const points = pointsOf([1, 2, 3]).map((point, i) => ({ ...point, computed: i === 0 }));
    const svg = trend(points);
    expect(svg.match(/stroke-width="1.25"[^>]*data-mark="line"/g)).toHaveLength(1);
    expect(svg.match(/fill="#ffffff"[^>]*data-mark="point"/g)).toHaveLength(1);
    expect(svg).not.toContain('stroke-dasharray');
    expect(trend(pointsOf([1, 2, 3]))).not.toContain('stroke-width="1.25"');
  });

  it('names the ends of its scale and its first value where it is asked to', () => {
    const points = pointsOf([61, 62, 63, 64]);
    const svg = drawn(Trend, {
      points,
      label: 'A trend',
      look: onPaper,
      domain: [60, 70],
      ends: ['60', '70'],
    });
    expect(['>60<', '>70<', '>61<', '>64<'].filter((text) => !svg.includes(text))).toEqual([]);
    expect(trend(points)).not.toContain('>61<');
  });

  it('writes the last value beside its point, and none where the last quarter was not measured', () => {
    expect(trend(pointsOf([1, 42]))).toContain('>42</text>');
    expect(trend(pointsOf([1, undefined]))).not.toContain('>1</text>');
  });

  it('has the page’s variables for colours on the page, and real ones on paper', () => {
    expect(trend(pointsOf([1, 2]), onPage)).toContain('var(--ink)');
    expect(trend(pointsOf([1, 2]), onPaper)).not.toContain('var(');
  });

  it('gives the same bytes for the same series, and places everything, whatever the series', () => {
    fc.assert(
      fc.property(
        anySeries,
        fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: undefined }),
        (values, target) => {
          const svg = trend(pointsOf(values, target));
          expect(unplaced(svg)).toEqual([]);
          expect(marks(svg, 'gap')).toBe(values.filter((value) => value === undefined).length);
          expect(trend(pointsOf(values, target))).toBe(svg);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what a line says', () => {
  const fill = (text: string, data: Readonly<Record<string, string | number>>) =>
    text.replace(/\{(\w+)\}/g, (_whole, name: string) => String(data[name]));

  it('names every number and counts the gaps', () => {
    const said = spokenSeries(
      'Coverage',
      [
        { quarter: 'Q1', value: '70 %' },
        { quarter: 'Q2', value: undefined },
      ],
      chartWords,
      fill,
    );
    expect(said).toBe(
      'Coverage over 2 quarters. Q1: 70 %; Q2: not measured. Quarters without a reading: Q2.',
    );
  });
});

describe('a pair', () => {
  const pair = (inside: readonly (number | undefined)[], outside: readonly (number | undefined)[]) =>
    drawn(Pair, {
      inside: { name: 'Build time', points: pointsOf(inside) },
      outside: { name: 'Worked the first time', points: pointsOf(outside) },
      label: 'A pair',
      look: onPaper,
    });

  it('draws both series on one time scale, the customer’s below and heavier, neither of them dashed', () => {
    const svg = pair([1, 2, 3], [3, undefined, 1]);
    expect(svg.match(/data-series/g)).toHaveLength(2);
    expect(marks(svg, 'gap')).toBe(1);
    const columns = [...svg.matchAll(/cx="([\d.]+)"/g)].map(([, x]) => x);
    expect(new Set(columns).size).toBe(3);
    expect(svg).not.toContain('stroke-dasharray');
    const lines = [...pair([1, 2], [1, 2]).matchAll(/stroke-width="([\d.]+)" data-mark="line"/g)];
    expect(lines.map(([, weight]) => weight)).toEqual(['1.75', '2.75']);
  });

  it('places everything, whatever the series', () => {
    fc.assert(
      fc.property(anySeries, anySeries, (inside, outside) => {
        expect(unplaced(pair(inside, outside))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('natural limits', () => {
  it('are the mean and 2.66 mean moving ranges around it', () => {
    expect(naturalLimits([4, 6, 4, 6])).toMatchObject({
      mean: 5,
      low: 5 - 5.32,
      high: 5 + 5.32,
      signals: [],
    });
  });

  it('name a point outside', () => {
    expect(naturalLimits([5, 5.1, 5, 5.1, 5, 5.1, 5, 5.1, 9])?.signals).toContain(8);
  });

  it('name eight running on one side, but no point on the mean', () => {
    const eight = [1, 1, 1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 3, 3];
    expect(naturalLimits(eight)?.signals).toEqual(eight.map((_value, i) => i));
    expect(naturalLimits([2, 2, 2, 2, 2, 2, 2, 2])?.signals).toEqual([]);
  });

  it('are none below two readings', () => {
    expect(naturalLimits([undefined, 3])).toBeUndefined();
  });
});

describe('a process behaviour chart', () => {
  const xmr = (values: readonly (number | undefined)[]) =>
    drawn(Xmr, { points: pointsOf(values), label: 'A process', texts, look: onPaper });

  it('has three lines and a diamond for each signal', () => {
    const svg = xmr([5, 5.1, 5, 5.1, 5, 5.1, 5, 5.1, 9]);
    expect(['low', 'mean', 'high'].map((mark) => marks(svg, mark))).toEqual([1, 1, 1]);
    expect(marks(svg, 'signal')).toBeGreaterThan(0);
  });

  it('places everything, whatever the series', () => {
    fc.assert(
      fc.property(anySeries, (values) => {
        expect(unplaced(xmr(values))).toEqual([]);
        expect(unplaced(drawn(Sparkline, { points: values, label: 'A line' }))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
