// What the chart tests share: a chart as the server draws it, its marks counted, its numbers read back.

import * as fc from 'fast-check';
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** The markup of a chart. */
export const drawn = <P extends object>(chart: FunctionComponent<P>, props: P): string =>
  renderToStaticMarkup(createElement(chart, props));

/** How many marks of a kind a drawing has. */
export const marks = (svg: string, mark: string): number => svg.split(`data-mark="${mark}"`).length - 1;

/** What of a drawing is no number although one belongs there. */
export const unplaced = (svg: string): string[] => svg.match(/NaN|Infinity|undefined/g) ?? [];

/** Any series that people may hand in: gaps, zeros, tiny and huge figures. */
export const anySeries = fc.array(
  fc.option(fc.oneof(fc.constant(0), fc.double({ min: -1e12, max: 1e12, noNaN: true })), { nil: undefined }),
  { maxLength: 12 },
);
