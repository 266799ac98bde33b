/**
 * Lambda on one machine: each function has instances of its own, started when they are first needed, that take one
 * invocation at a time; more of them are started when invocations would have to wait for long.
 */
import { createWriteStream, type WriteStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Bundles } from './bundle.ts';
import { type FunctionInstance, startInstance } from './function-instance.ts';
import { interpretedKinds } from './kinds.ts';
import type { LambdaFunction } from './resources/lambda-function.ts';

/** Instances that a function may have; a deployment has hundreds, a laptop has not. */
const MOST_INSTANCES = Math.max(2, Math.min(4, availableParallelism()));

/** Milliseconds that an invocation waits for a busy instance before another one, cold as it is, is started for it. */
const PATIENCE = 400;

/** Bytes of JSON that a synchronous invocation may carry, in either direction. */
const PAYLOAD_LIMIT = 6_291_556;

/** What became of an invocation. */
export type Outcome =
  | { readonly ok: true; readonly payload: unknown }
  | {
      readonly ok: false;
      readonly errorType: string;
      readonly errorMessage: string;
      readonly trace: readonly string[];
    };

/** The functions of the stack. */
export interface Functions {
  /** Invokes a function with a JSON event. Never throws for what the function does. */
  invoke(functionId: string, event: unknown): Promise<Outcome>;
  /** Changes a variable in every running instance, and in those to come. */
  setEnvironment(name: string, value: string): void;
  /** Number of invocations since the start; equal numbers mean that nothing ran in between. */
  count(): number;
  /** Number of invocations that run or wait now. */
  running(): number;
  stop(): Promise<void>;
}

export interface FunctionsProps {
  readonly functions: readonly LambdaFunction[];
  readonly bundles: Bundles;
  /** Variables that every function has besides those of the template; these win. */
  readonly environment: Readonly<Record<string, string>>;
  /** Folder of the logs, one file a function. */
  readonly logs: string;
  /** Told of each invocation that ended in an error, with the function's id. */
  readonly onFailure: (functionId: string, error: Extract<Outcome, { ok: false }>) => void;
}

/** Makes the functions ready; starts none. */
export function openFunctions(props: FunctionsProps): Functions {
  const { functions, bundles, environment, logs, onFailure } = props;
  const shared: Record<string, string> = { ...environment };
  let count = 0;
  let running = 0;
  const pools = new Map(functions.map((row) => [row.id, openPool(row, bundles, shared, logs)]));
  const invoke: Functions['invoke'] = async (functionId, event) => {
    const pool = pools.get(functionId);
    if (pool === undefined) throw new Error(`There is no function ${functionId}.`);
    const json = JSON.stringify(event);
    if (Buffer.byteLength(json) > PAYLOAD_LIMIT) return refusal('RequestTooLargeException', 'event', json);
    count += 1;
    running += 1;
    const answer = await pool.invoke(json).finally(() => (running -= 1));
    if (!answer.ok) onFailure(functionId, answer);
    if (!answer.ok) return answer;
    if (Buffer.byteLength(answer.payload) > PAYLOAD_LIMIT) {
      return refusal('Function.ResponseSizeTooLarge', 'answer', answer.payload);
    }
    return { ok: true, payload: JSON.parse(answer.payload) };
  };
  return {
    invoke,
    count: () => count,
    running: () => running,
    setEnvironment: (name, value) => {
      shared[name] = value;
      for (const pool of pools.values()) pool.setEnvironment(name, value);
    },
    stop: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
}

function refusal(errorType: string, what: string, json: string): Outcome {
  const errorMessage = `The ${what} has ${Buffer.byteLength(json)} bytes, allowed are ${PAYLOAD_LIMIT}.`;
  return { ok: false, errorType, errorMessage, trace: [] };
}

function openPool(
  row: LambdaFunction,
  bundles: Bundles,
  shared: Readonly<Record<string, string>>,
  logs: string,
) {
  const file = bundles.functions.get(row.id) ?? '';
  const name = row.source
    .replace(/^functions\//, '')
    .replace(/\.ts$/, '')
    .replaceAll('/', '-');
  const arn =
    interpretedKinds['AWS::Lambda::Function']?.['Arn']?.(row.id, { origin: '', host: '' }) ?? row.id;
  const idle: FunctionInstance[] = [];
  const all = new Set<FunctionInstance>();
  const waiting: ((instance: FunctionInstance) => void)[] = [];
  let log: WriteStream | undefined;
  const start = (): FunctionInstance => {
    log ??= createWriteStream(join(logs, `${name}.log`), { flags: 'a' });
    const environment = { ...row.environment, ...shared, AWS_LAMBDA_FUNCTION_NAME: name };
    const instance = startInstance(
      bundles.worker,
      row,
      { file, name, arn, memory: row.memory },
      environment,
      log,
    );
    all.add(instance);
    return instance;
  };
  const acquire = async (): Promise<FunctionInstance> => {
    const free = idle.pop();
    if (free?.alive()) return free;
    if (free) all.delete(free);
    if (all.size === 0) return start();
    const { promise, resolve } = Promise.withResolvers<FunctionInstance>();
    waiting.push(resolve);
    const timer = setTimeout(() => {
      if (all.size < MOST_INSTANCES) serveNext(start());
    }, PATIENCE);
    return promise.finally(() => clearTimeout(timer));
  };
  const serveNext = (instance: FunctionInstance): void => {
    const next = waiting.shift();
    if (next) next(instance);
    else idle.push(instance);
  };
  const release = (instance: FunctionInstance): void => {
    if (instance.alive()) serveNext(instance);
    else {
      all.delete(instance);
      if (waiting.length > 0) serveNext(start());
    }
  };
  return {
    invoke: async (event: string) => {
      const instance = await acquire();
      return instance.invoke(event).finally(() => release(instance));
    },
    setEnvironment: (variable: string, value: string) => {
      for (const instance of all) if (instance.alive()) instance.setEnvironment(variable, value);
    },
    stop: async () => {
      await Promise.all([...all].map((instance) => instance.stop()));
      log?.end();
    },
  };
}
