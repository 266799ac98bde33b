// What a changed field was and is, as people read it. The report holds targets as JSON, everything else as words.
import type { TargetValue } from '../../shared/domain/kpi.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import type { Formats } from '../format/formats.ts';
import type { Messages } from '../messages/messages.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const isTarget = (value: unknown): value is TargetValue =>
  typeof value === 'string' ||
  (typeof value === 'object' && value !== null && 'low' in value && 'high' in value);

/** The text of a change's value. `unit` is that of the KPI, once it is known. */
export const changedValue = (
  field: string,
  text: string,
  unit: Unit | undefined,
  m: Messages,
  f: Formats,
): string => {
  const value = parsed(text);
  if (field === 'target' && unit !== undefined && isTarget(value)) return f.target(value, unit);
  if (field === 'perspective') return m.perspective[text as keyof Messages['perspective']] ?? text;
  if (field === 'direction') return m.direction[text as keyof Messages['direction']] ?? text;
  return typeof value === 'string' ? value : text;
};
