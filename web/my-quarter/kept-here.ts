// What is typed is also kept in the browser until the service has saved it, so that neither a reload, nor a closed tab,
// nor a broken connection loses it. Kept under the member's id, and gone as soon as the service has it.
import type { Typing } from './entries.ts';

/** What is kept: the typing, what it began with, and which state of the sheet that was (`stateOf`). */
export interface Kept {
  readonly typing: Typing;
  readonly base: Typing;
  readonly state: string;
}
/** A try to submit of which nobody knows whether it arrived: what was sent, on which version, under which key. */
export interface Attempt {
  readonly content: string;
  readonly version: number;
  readonly key: string;
}

/** Whose sheet it is, as a part of a key. */
export const placeOf = (organisation: string, member: string, department: string, quarter: string): string =>
  `${organisation}|${member}|${department}|${quarter}`;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isTyping = (value: unknown): boolean => isObject(value) && isObject(value['entries']);
const isKept = (value: unknown): value is Kept =>
  isObject(value) && isTyping(value['typing']) && isTyping(value['base']) && 'state' in value;
const isAttempt = (value: unknown): value is Attempt =>
  isObject(value) && typeof value['content'] === 'string' && typeof value['key'] === 'string';

const shelf = <T>(name: string, isOne: (value: unknown) => value is T) => ({
  /** Keeps it; what was kept in the place before is gone. */
  keep: (place: string, value: T): void => localStorage.setItem(`${name}|${place}`, JSON.stringify(value)),
  forget: (place: string): void => localStorage.removeItem(`${name}|${place}`),
  /** What is kept in the place, or undefined. */
  find: (place: string): T | undefined => {
    const value: unknown = JSON.parse(localStorage.getItem(`${name}|${place}`) ?? 'null');
    return isOne(value) ? value : undefined;
  },
});

export const typingHere = shelf('typing', isKept);
export const attemptHere = shelf('submitting', isAttempt);
