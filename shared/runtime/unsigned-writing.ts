// A write that nobody signs in for: the signed link of a mail stands for its member.
import { randomBytes } from 'node:crypto';
import type { Writing } from '../domain/writing.ts';
import { machineNow } from './clock.ts';

/** When it is written, without who, which the link says; `now` is business time (ISO 8601, UTC). */
export const unsignedWriting = (now: string): Omit<Writing, 'org' | 'by'> => ({
  at: now,
  machineNow: machineNow(),
  nonce: randomBytes(8).toString('hex'),
});
