// The form in which the sets of known KPIs are written down: names by function and perspective, so that a reader can judge the labels.
import type { Perspective } from '../../shared/domain/kpi.ts';

/** A KPI whose perspective a person has decided. */
export type Labelled = { readonly field: string; readonly name: string; readonly perspective: Perspective };

/** An internal KPI and what a right counterpart's name may say: each text is a set of words that must all be there. */
export type Pair = { readonly internal: string; readonly accepted: readonly string[] };

/** Names by function (field) and perspective, as one list. */
export const labelled = (
  byField: Readonly<Record<string, Partial<Readonly<Record<Perspective, readonly string[]>>>>>,
): readonly Labelled[] =>
  Object.entries(byField).flatMap(([field, byPerspective]) =>
    Object.entries(byPerspective).flatMap(([perspective, names]) =>
      names.map((name) => ({ field, name, perspective: perspective as Perspective })),
    ),
  );
