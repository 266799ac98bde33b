// What is typed is also kept in the browser's tab until the service has saved it, so that neither a reload nor a
// broken connection loses it.
import type { Typing } from './entries.ts';

/** What is kept: the typing, and the instant of the draft that it went on from; undefined: there was none. */
export interface Kept {
  readonly typing: Typing;
  readonly after: string | undefined;
}

/** Where a sheet's typing is kept in this tab. */
export const placeOf = (organisation: string, member: string, department: string, quarter: string): string =>
  `typing|${organisation}|${member}|${department}|${quarter}`;

export const keepHere = (place: string, kept: Kept): void =>
  sessionStorage.setItem(place, JSON.stringify(kept));
export const forgetHere = (place: string): void => sessionStorage.removeItem(place);

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'typing' in value &&
  typeof value.typing === 'object' &&
  value.typing !== null &&
  'entries' in value.typing;

/** What was kept, or undefined. */
export const keptHere = (place: string): Kept | undefined => {
  const text = sessionStorage.getItem(place);
  if (text === null) return undefined;
  const value: unknown = JSON.parse(text);
  return isKept(value) ? value : undefined;
};
