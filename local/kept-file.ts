/** A JSON value in a file that is either the old one or the new one, whenever the process is killed. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type * as z from 'zod';
import { StartError } from './start-error.ts';

/** A kept value. */
export interface KeptFile<T> {
  /** The value last set, or the first one. */
  get(): T;
  /** Replaces the value, on disk first. */
  set(value: T): void;
}

/** Opens a kept value. Throws a StartError in one sentence when the file holds something else. */
export function openKeptFile<T>(path: string, schema: z.ZodType<T>, first: () => T): KeptFile<T> {
  let value = read(path, schema) ?? first();
  return {
    get: () => value,
    set: (next) => {
      writeFileSync(`${path}.new`, JSON.stringify(next));
      renameSync(`${path}.new`, path);
      value = next;
    },
  };
}

function read<T>(path: string, schema: z.ZodType<T>): T | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new StartError(`The data file ${path} can't be read (${String(error)}).`);
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new StartError(`The data file ${path} is broken; start with --reset to begin afresh.`);
  }
}
