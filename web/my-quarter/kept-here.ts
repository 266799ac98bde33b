// What is typed is also kept in the browser's tab until the service has saved it, so that neither a reload nor a
// broken connection loses it.
import type { Typing } from './entries.ts';

/** Where a sheet's typing is kept in this tab. */
export const placeOf = (organisation: string, member: string, department: string, quarter: string): string =>
  `typing|${organisation}|${member}|${department}|${quarter}`;

export const keepHere = (place: string, typing: Typing): void =>
  sessionStorage.setItem(place, JSON.stringify(typing));
export const forgetHere = (place: string): void => sessionStorage.removeItem(place);

const isTyping = (value: unknown): value is Typing =>
  typeof value === 'object' && value !== null && 'entries' in value && 'note' in value;

/** What was kept, or undefined. */
export const keptHere = (place: string): Typing | undefined => {
  const text = sessionStorage.getItem(place);
  if (text === null) return undefined;
  const value: unknown = JSON.parse(text);
  return isTyping(value) ? value : undefined;
};
