/** The failure queues of the stack: what failed for good is kept in a file, one message a line, for a person to see. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';

const Failure = z.object({ queue: z.string(), at: z.string(), message: z.unknown() });

/** A message that some failure queue holds: the queue's logical id, when it came (machine's clock), what it says. */
export type Failure = z.infer<typeof Failure>;

/** All failure queues together. */
export interface Failures {
  /** Puts a message into the queue with this ARN. */
  add(queueArn: string, message: unknown): void;
  /** Everything that was put in, oldest first. */
  list(): Failure[];
}

/** Opens the queues that are kept in this file. */
export function openFailures(path: string): Failures {
  return {
    add: (queueArn, message) => {
      const failure: Failure = {
        queue: queueArn.split(':').at(-1) ?? queueArn,
        at: new Date().toISOString(),
        message,
      };
      appendFileSync(path, `${JSON.stringify(failure)}\n`);
    },
    list: () => {
      if (!existsSync(path)) return [];
      const lines = readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '');
      return lines.map((line) => Failure.parse(JSON.parse(line)));
    },
  };
}
