// What charts say of themselves, in English; the page's languages and the board pack take these words as the model.
// The numbers come formatted from whoever draws.

/** A quarter's point in words. */
export interface SpokenPoint {
  readonly quarter: string;
  /** undefined: not measured. */
  readonly value: string | undefined;
}

/** Words of the charts; `{name}` stands for data. */
export interface ChartWords {
  readonly gap: string;
  readonly point: string;
  readonly trend: string;
  readonly trendGaps: string;
  readonly bullet: string;
  readonly none: string;
  readonly pair: string;
  readonly xmrStable: string;
  readonly xmrUnstable: string;
  readonly heatMap: string;
  readonly alignmentMap: string;
  readonly journey: string;
  readonly noOutcome: string;
  readonly others: string;
  readonly otherLinks: string;
}

export const chartWords: ChartWords = {
  gap: 'not measured',
  point: '{quarter}: {value}',
  trend: '{name} over {n} quarters. {points}',
  trendGaps: 'Quarters without a reading: {gaps}.',
  bullet: '{name}: {value}; target {target}; the quarter before {previous}',
  none: 'none',
  pair: '{inside} above its counterpart {outside}, over the same {n} quarters. Inside {first} to {last}; the customer {outsideFirst} to {outsideLast}.',
  xmrStable: '{name}: stable around {mean}; natural limits {low} to {high}.',
  xmrUnstable:
    '{name}: not stable; points {points} are signals. Mean {mean}, natural limits {low} to {high}.',
  heatMap:
    '{departments} departments act on {outcomes} customer outcomes. {gaps} cells have a gap: an internal KPI whose counterpart is missing. {empty} cells are empty.',
  alignmentMap:
    '{kpis} KPIs lead from {departments} departments to {outcomes} customer outcomes; {faulty} links are faulty and {lost} KPIs serve no customer outcome.',
  journey:
    '{name}: {segments} segments between {events} events. The customer’s clock covers {customer}; {uncovered} of them are covered by no KPI’s clock.',
  noOutcome: 'no customer outcome',
  others: '{n} more KPIs',
  otherLinks: '{n} more links',
};

/** Fills the places of a text. */
export type Fill = (text: string, data: Readonly<Record<string, string | number>>) => string;

/** A series in words: every quarter with its value, and the gaps once more at the end. */
export const spokenSeries = (
  name: string,
  points: readonly SpokenPoint[],
  words: Pick<ChartWords, 'gap' | 'point' | 'trend' | 'trendGaps'>,
  fill: Fill,
): string => {
  const said = points.map(({ quarter, value }) => fill(words.point, { quarter, value: value ?? words.gap }));
  const gaps = points.filter(({ value }) => value === undefined).map(({ quarter }) => quarter);
  const sentence = fill(words.trend, { name, n: points.length, points: `${said.join('; ')}.` });
  return gaps.length === 0 ? sentence : `${sentence} ${fill(words.trendGaps, { gaps: gaps.join(', ') })}`;
};
