/** What a case of malformed input is made of. */
import { problem } from './bodies.ts';
import { quarter } from './company.ts';
import type { Sent } from './event.ts';

export const unusable = 'The input can’t be used';
export const asItIs = 'The request can’t be used as it is.';
export const invalid = (detail: string, ...errors: { path: string; found: string; expected: string }[]) =>
  problem('invalid-input', 400, unusable, detail, errors);
export const service = { id: 'service', quarter };
export const kpi = { id: 'first-contact' };
export const json = (text: string): Sent => ({ raw: { body: text } });
export const readings = (...list: object[]) => ({ readings: list });
export const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** A request, and the whole document that refuses it. */
export type Case = readonly [
  name: string,
  operation: string,
  sent: Sent & { readonly as?: string },
  document: ReturnType<typeof problem>,
];
