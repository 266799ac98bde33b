/**
 * The folder under `.local` that keeps everything of one example: table, stream checkpoints, mail, clock, signing key,
 * logs. One running stack owns it, because two would overwrite each other's table.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

/** A data folder that this process owns. */
export interface DataFolder {
  readonly path: string;
  /** Path of a file in it. */
  file(name: string): string;
  /** Path of a folder in it, made if it is not there. */
  folder(name: string): string;
  /** Lets another stack have it. */
  release(): void;
}

/**
 * Takes the folder for this process; with `reset` it is emptied first.
 * Throws a StartError in one sentence when another stack runs on it or when it can't be written.
 */
export function takeDataFolder(path: string, { reset }: { readonly reset: boolean }): DataFolder {
  const owner = join(path, 'owner.pid');
  refuseIfOwned(path, owner);
  try {
    if (reset) rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true });
    writeFileSync(owner, String(process.pid));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new StartError(`The data folder ${path} can't be written (${reason}).`);
  }
  return {
    path,
    file: (name) => join(path, name),
    folder: (name) => {
      mkdirSync(join(path, name), { recursive: true });
      return join(path, name);
    },
    release: () => rmSync(owner, { force: true }),
  };
}

function refuseIfOwned(path: string, owner: string): void {
  let pid: number;
  try {
    pid = Number(readFileSync(owner, 'utf8'));
  } catch {
    return;
  }
  if (pid === process.pid || !isNodeRunning(pid)) return;
  throw new StartError(
    `Process ${pid} already runs on the data folder ${path}: stop it, or choose another --example.`,
  );
}

/** Whether that process lives. Where the system tells what it is, a number that was given to another program is no owner. */
function isNodeRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node');
  } catch {
    return process.platform !== 'linux';
  }
}
