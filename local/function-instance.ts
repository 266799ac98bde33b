/** The other side of a function's worker thread: starts it, hands invocations over, ends it when its time is up. */
import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { LambdaFunction } from './resources/lambda-function.ts';

/** What a worker is started with. */
export interface InstanceData {
  readonly file: string;
  readonly name: string;
  readonly arn: string;
  readonly memory: number;
}

/** What a worker is told: an event as JSON with its deadline (machine's clock, ms), or a changed variable. */
export type ToInstance =
  | { readonly kind: 'invoke'; readonly event: string; readonly requestId: string; readonly deadline: number }
  | { readonly kind: 'environment'; readonly name: string; readonly value: string };

/** What comes back: the answer as JSON, or the error as Lambda reports it. */
export type FromInstance =
  | { readonly ok: true; readonly payload: string }
  | {
      readonly ok: false;
      readonly errorType: string;
      readonly errorMessage: string;
      readonly trace: readonly string[];
    };

/** A started function that answers one invocation at a time. */
export interface FunctionInstance {
  /** Runs one invocation. After an end of its time or a crash `alive` is false and nothing more may be asked of it. */
  invoke(event: string): Promise<FromInstance>;
  setEnvironment(name: string, value: string): void;
  alive(): boolean;
  stop(): Promise<void>;
}

/** Starts a worker, which runs the program at `program`, for a function; what it prints goes to `log`. */
export function startInstance(
  program: string,
  { id, timeout, memory }: LambdaFunction,
  data: InstanceData,
  environment: Readonly<Record<string, string>>,
  log: Writable,
): FunctionInstance {
  const worker = new Worker(program, {
    workerData: data,
    env: { ...environment },
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memory },
    execArgv: [],
  });
  worker.stdout.pipe(log, { end: false });
  worker.stderr.pipe(log, { end: false });
  let alive = true;
  let settle: ((answer: FromInstance) => void) | undefined;
  const end = (errorType: string, errorMessage: string, trace: readonly string[] = []): void => {
    alive = false;
    settle?.({ ok: false, errorType, errorMessage, trace });
  };
  worker.on('message', (answer: FromInstance) => settle?.(answer));
  worker.on('error', (error: Error) => end(error.name, error.message, (error.stack ?? '').split('\n')));
  worker.on('exit', (code) => end('Runtime.ExitError', `${id} exited with status ${code}`));
  return {
    alive: () => alive,
    setEnvironment: (name, value) =>
      worker.postMessage({ kind: 'environment', name, value } satisfies ToInstance),
    stop: async () => {
      alive = false;
      await worker.terminate();
    },
    invoke: (event) => {
      const { promise, resolve } = Promise.withResolvers<FromInstance>();
      const timer = setTimeout(() => {
        end('Sandbox.Timedout', `Task timed out after ${timeout.toFixed(2)} seconds`);
        void worker.terminate();
      }, timeout * 1000);
      settle = (answer) => {
        clearTimeout(timer);
        settle = undefined;
        resolve(answer);
      };
      const deadline = Date.now() + timeout * 1000;
      worker.postMessage({ kind: 'invoke', event, requestId: randomUUID(), deadline } satisfies ToInstance);
      return promise;
    },
  };
}
