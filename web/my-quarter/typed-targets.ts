// What is typed on the page of targets, beside what stands: which targets are to be set, and which can't be read. Pure.
import type { TargetValue } from '../../shared/domain/kpi.ts';
import type { TypedFault } from '../format/typed-value.ts';
import { readTyped } from '../format/typed-value.ts';
import type { Row } from './entries.ts';
import { targetOf, targetTexts } from './target-editor.tsx';

/** What is typed for one KPI: one text, or the two ends of a range; and why. */
export interface TypedTarget {
  readonly texts: readonly string[];
  readonly reason: string;
}
export type TypedTargets = Readonly<Record<string, TypedTarget>>;
export type TargetFault = TypedFault | 'missing';

/** A target to be set. */
export interface NewTarget {
  readonly kpi: string;
  readonly value: TargetValue;
  readonly reason?: string;
}

/** What stands in the inputs at first: the targets as they go on. */
export const typedTargets = (rows: readonly Row[], locale: string): TypedTargets =>
  Object.fromEntries(rows.map((row) => [row.kpi.id, { texts: targetTexts(row, locale), reason: '' }]));

const faultOf = (texts: readonly string[], row: Row, locale: string): TargetFault => {
  for (const text of texts) {
    const read = readTyped(text, row.kpi.unit, locale);
    if (read.kind === 'fault') return read.fault;
  }
  return 'missing';
};

/** The targets that differ from what stands, and by KPI what can't be read. */
export const readTargets = (
  typed: TypedTargets,
  rows: readonly Row[],
  locale: string,
): { readonly targets: readonly NewTarget[]; readonly faults: ReadonlyMap<string, TargetFault> } => {
  const targets: NewTarget[] = [];
  const faults = new Map<string, TargetFault>();
  for (const row of rows) {
    const { id } = row.kpi;
    const stands = targetTexts(row, locale);
    const { texts, reason } = typed[id] ?? { texts: stands, reason: '' };
    if (texts.every((text, i) => text.trim() === stands[i])) continue;
    const value = targetOf(texts, row, locale);
    if (value === undefined) faults.set(id, faultOf(texts, row, locale));
    else targets.push({ kpi: id, value, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) });
  }
  return { targets, faults };
};
