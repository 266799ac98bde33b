// A stack in a process of its own, which a test may kill at any moment.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** A stack that runs elsewhere. */
export interface Killable {
  readonly origin: string;
  /** Ends the process as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** An access token of a member. */
  readonly tokenOf: (member: string) => Promise<string>;
}

const running = new Set<ChildProcess>();

/** Ends whatever a failed test has left. */
export const killAll = (): void => {
  for (const child of running) child.kill('SIGKILL');
};

/** Starts one of this folder's process files on a data folder and waits for its address. */
export const startKillable = async (file: string, dataFolder: string): Promise<Killable> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let said = '';
  const origin = await new Promise<string>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /ready (\S+)/.exec(said)?.[1];
      if (found !== undefined) done(found);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('exit', (code) => fail(new Error(`ended with ${code}: ${said}`)));
  });
  return {
    origin,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      running.delete(child);
    },
    tokenOf: async (member) => {
      const answer = await fetch(`${origin}/local/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ member }),
      });
      return ((await answer.json()) as { token: string }).token;
    },
  };
};
