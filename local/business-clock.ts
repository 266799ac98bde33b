/**
 * The business clock: the machine's clock plus an offset that is kept. It starts where the example says and runs on;
 * whoever tries the product out may move it, and with it every deadline and every schedule.
 */
import * as z from 'zod';
import { openKeptFile } from './kept-file.ts';

/** The clock. */
export interface BusinessClock {
  /** Business time. */
  now(): Date;
  /** Milliseconds by which business time is ahead of the machine's. */
  offset(): number;
  /** Moves business time to this instant, from where it runs on. */
  moveTo(instant: Date): void;
  /** Calls the listener after each move with the new offset. */
  onMove(listener: (offset: number) => void): void;
}

const Kept = z.strictObject({ offset: z.number() });

/** Opens the clock kept in this file; a new one starts at `first`. */
export function openBusinessClock(path: string, first: Date): BusinessClock {
  const kept = openKeptFile(path, Kept, () => ({ offset: first.getTime() - Date.now() }));
  kept.set(kept.get());
  const listeners: ((offset: number) => void)[] = [];
  return {
    now: () => new Date(Date.now() + kept.get().offset),
    offset: () => kept.get().offset,
    moveTo: (instant) => {
      kept.set({ offset: instant.getTime() - Date.now() });
      for (const listener of listeners) listener(kept.get().offset);
    },
    onMove: (listener) => {
      listeners.push(listener);
    },
  };
}
