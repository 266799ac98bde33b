// The charts as the server draws them: absence has a mark, nothing is drawn as 0, nothing depends on colour.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Bullet, type BulletProps, bulletDomain } from '../../shared/charts/bullet.tsx';
import { extent, linear } from '../../shared/charts/scale.ts';
import { Sparkline, type SparklineProps } from '../../shared/charts/sparkline.tsx';

const line = (props: Omit<SparklineProps, 'label'>): string =>
  renderToStaticMarkup(createElement(Sparkline, { ...props, label: 'Eight quarters' }));
const bullet = (props: Omit<BulletProps, 'label'>): string =>
  renderToStaticMarkup(createElement(Bullet, { ...props, label: 'Against target' }));
const marks = (svg: string, mark: string): number => svg.split(`data-mark="${mark}"`).length - 1;

describe('a sparkline', () => {
  it('marks each gap and joins only neighbours', () => {
    const svg = line({ points: [1, 2, undefined, 4] });
    expect(marks(svg, 'gap')).toBe(1);
    expect(marks(svg, 'point') + marks(svg, 'last')).toBe(3);
    expect(svg.match(/stroke-width="1.75"/g)).toHaveLength(1);
  });

  it('draws its target, and both bounds of a range', () => {
    expect(marks(line({ points: [1, 2], target: 3 }), 'target')).toBe(1);
    expect(marks(line({ points: [1, 2], target: { low: 1, high: 3 } }), 'target')).toBe(2);
  });

  it('has no last mark where the last quarter was not measured', () => {
    expect(marks(line({ points: [1, undefined] }), 'last')).toBe(0);
  });

  it('draws what was computed afterwards lighter and hollow', () => {
    const svg = line({ points: [1, 2, 3], computed: 1 });
    expect(svg.match(/stroke-width="1" stroke-opacity="0.6"/g)).toHaveLength(1);
    expect(svg).not.toContain('stroke-dasharray');
    expect(line({ points: [1, 2, 3] })).not.toContain('stroke-opacity');
  });

  it('says in words what it shows', () => {
    expect(line({ points: [] })).toContain('role="img" aria-label="Eight quarters"');
  });

  it('keeps equal values in the middle', () => {
    expect(line({ points: [5, 5], height: 32 })).toContain('cy="16"');
  });
});

describe('a bullet', () => {
  it('shows actual, quarter before and target', () => {
    const svg = bullet({ value: 8, previous: 7, target: 10 });
    expect(['actual', 'previous', 'target'].map((mark) => marks(svg, mark))).toEqual([1, 1, 1]);
  });

  it('has a mark of its own for a missing value, and no bar', () => {
    const svg = bullet({ value: undefined, target: 10 });
    expect(marks(svg, 'gap')).toBe(1);
    expect(marks(svg, 'actual')).toBe(0);
  });

  it('shows a range as a band with two bounds', () => {
    const svg = bullet({ value: 20, target: { low: 18, high: 22 } });
    expect(marks(svg, 'range')).toBe(1);
    expect(marks(svg, 'target')).toBe(2);
  });

  it('is told apart without any colour', () => {
    expect(
      bullet({ value: 8, previous: 7, target: 10 }).match(/(?:fill|stroke)="(?!none|currentColor)[^"]+"/g),
    ).toBeNull();
  });

  it('reaches from 0, or below where figures are negative', () => {
    expect(bulletDomain([10])).toEqual([0, 11]);
    const [low, high] = bulletDomain([-10, 5]);
    expect([low < -10, high > 5]).toEqual([true, true]);
  });
});

describe('a scale', () => {
  it('lands on its ends, and on the middle where it has no span', () => {
    expect([1, 3].map(linear([1, 3], [10, 20]))).toEqual([10, 20]);
    expect(linear([2, 2], [10, 20])(2)).toBe(15);
  });

  it('knows the extent of what is there', () => {
    expect(extent([3, undefined, 1])).toEqual([1, 3]);
    expect(extent([undefined])).toBeUndefined();
  });
});
