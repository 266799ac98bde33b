// Our own writer of drawings says what React's says.
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AlignmentMap } from '../../shared/charts/alignment-map.tsx';
import { Bullet } from '../../shared/charts/bullet.tsx';
import { HeatMap } from '../../shared/charts/heat-map.tsx';
import { onPaper } from '../../shared/charts/look.ts';
import { markupOf } from '../../shared/charts/markup.ts';
import { Trend } from '../../shared/charts/trend.tsx';
import { Xmr } from '../../shared/charts/xmr.tsx';

const points = [1, undefined, 3, 2].map((value, i) => ({
  quarter: `Q${i} “&” <b>`,
  value,
  text: `${value}`,
  target: 2,
}));
const label = `It's "so" & <thus>`;
const drawings: Readonly<Record<string, ReactElement>> = {
  trend: createElement(Trend, { points, label, look: onPaper }),
  xmr: createElement(Xmr, { points, label, look: onPaper, texts: { mean: 'm', low: 'l', high: 'h' } }),
  bullet: createElement(Bullet, { value: 3, previous: 2, target: { low: 1, high: 4 }, label }),
  heat: createElement(HeatMap, {
    rows: [{ id: 'a', name: 'A & b', trouble: 'unheard', to: '/a' }],
    columns: Array.from({ length: 20 }, (_, i) => ({ id: `c${i}`, name: `Column ${i}` })),
    cells: [{ row: 'a', column: 'c1', helps: 1, harms: 0, heard: true, gap: true, name: 'x', to: '/b' }],
    label,
    gap: 'gap',
    look: onPaper,
  }),
  map: createElement(AlignmentMap, {
    departments: [{ id: 'd', name: 'D' }],
    outcomes: [],
    flows: [{ department: 'd', kpi: { id: 'k', name: 'K' }, count: 1, faulty: true, name: 'x' }],
    label,
    noOutcome: 'no customer outcome',
    others: (n: number) => `${n} more`,
    look: onPaper,
  }),
};

describe('the markup of a drawing', () => {
  it.each(Object.entries(drawings))('is that of React: %s', (_name, drawing) => {
    expect(markupOf(drawing)).toBe(renderToStaticMarkup(drawing));
  });

  it('is refused for what is no plain element', () => {
    expect(() => markupOf({} as never)).toThrow('no element');
  });
});
