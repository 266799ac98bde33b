/**
 * Faults of DynamoDB that DynamoDB Local never shows, injected in the SDK's middleware stack by plan and seed. Those of
 * the network stand below the SDK's retries, which therefore meet each of them; those of the answer stand above.
 * What is injected depends on nothing but the plan and the order of requests, and is written down.
 */
import {
  type DynamoDBClient,
  ProvisionedThroughputExceededException,
  type ServiceInputTypes,
  type ServiceOutputTypes,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { randomOf } from './random.ts';

/** The operations of DynamoDB that the service uses. */
export type Operation =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchWriteItem'
  | 'TransactWriteItems';

export type FaultKind =
  /** Refused for want of capacity; nothing was done. */
  | 'throttle'
  /** No answer; nothing was done. */
  | 'time-out'
  /** Carried out; the answer was lost. */
  | 'lost-acknowledgement'
  /** A transaction met another one; nothing was done. */
  | 'conflict'
  /** A query's page ends early, with a cursor. */
  | 'short-page'
  /** A query's page is empty, with a cursor before its first item. */
  | 'empty-page'
  /** A batch is carried out in part; the rest comes back. */
  | 'unprocessed'
  /** The process ends before, or after, the request is carried out. */
  | 'crash-before'
  | 'crash-after';

/** Where, when and how often a fault strikes. */
export interface FaultRule {
  readonly fault: FaultKind;
  /** The operations that it strikes; without, all that can have it. */
  readonly on?: readonly Operation[];
  /** Strikes only requests that touch a kind of item: what follows the organisation in its partition key. */
  readonly touching?: string;
  /** How many requests it lets pass first. */
  readonly skip?: number;
  /** How often it strikes: once, unless said otherwise; Infinity = for ever. */
  readonly times?: number;
  /** The share of requests, 0..1, that it strikes, by the seed; all of them, unless said otherwise. */
  readonly share?: number;
}
export interface FaultPlan {
  readonly seed?: number;
  readonly rules: readonly FaultRule[];
}

/** A fault that was injected. */
export interface Injected {
  readonly fault: FaultKind;
  readonly operation: Operation;
  /** The kinds of item that the request touches. */
  readonly touched: readonly string[];
}
export interface Faults {
  /** What was injected so far, in order. */
  readonly injected: readonly Injected[];
  /** From here on nothing is injected. */
  heal(): void;
}

/** The end of the process at a named point; no code under test may catch it. */
export class Crash extends Error {
  constructor(point: string) {
    super(`crash ${point}`);
    this.name = 'Crash';
  }
}

const writes: readonly Operation[] = [
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'TransactWriteItems',
];
const able: Readonly<Partial<Record<FaultKind, readonly Operation[]>>> = {
  'lost-acknowledgement': writes,
  conflict: ['TransactWriteItems'],
  'short-page': ['Query'],
  'empty-page': ['Query'],
  unprocessed: ['BatchGetItem', 'BatchWriteItem'],
};
const ofTheAnswer: ReadonlySet<FaultKind> = new Set(['short-page', 'empty-page', 'unprocessed']);

type Plain = Readonly<Record<string, unknown>>;
const textsUnder = (value: unknown, found: string[] = []): string[] => {
  if (typeof value === 'string') found.push(value);
  else if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value))
    for (const inner of Object.values(value)) textsUnder(inner, found);
  return found;
};

/** The kinds of item that a request touches, by the partition keys in it. */
const touchedBy = (input: Plain): string[] => {
  const partitions = textsUnder(input).map((text) => /^[a-z0-9-]{1,40}\|([a-z]+)(?:\||$)/.exec(text)?.[1]);
  return [...new Set(partitions.filter((kind) => kind !== undefined))].sort();
};

const timedOut = (when: string): Error =>
  Object.assign(new Error(`no answer in time (injected ${when})`), { name: 'TimeoutError' });
const metadata = { $metadata: { httpStatusCode: 400 } };

const refusal = (fault: 'throttle' | 'conflict', input: Plain): Error =>
  fault === 'throttle'
    ? new ProvisionedThroughputExceededException({ message: 'throttled (injected)', ...metadata })
    : new TransactionCanceledException({
        message: 'conflict (injected)',
        CancellationReasons: ((input['TransactItems'] as unknown[] | undefined) ?? []).map((_step, i) => ({
          Code: i === 0 ? 'TransactionConflict' : 'None',
        })),
        ...metadata,
      });

/** A key that sorts just before an item of a page, in the page's direction. */
const placeBefore = (item: Plain, { IndexName, ScanIndexForward }: Plain): Plain => {
  const index = IndexName === 'unresolved' ? 'gsi1' : IndexName === 'by-entity' ? 'gsi2' : '';
  const sortKey = `${index}sk`;
  const text = String(item[sortKey]);
  const last = text.charCodeAt(text.length - 1);
  const before =
    ScanIndexForward === false ? `${text}!` : `${text.slice(0, -1)}${String.fromCharCode(last - 1)}~`;
  const names = index === '' ? ['pk', 'sk'] : [`${index}pk`, sortKey, 'pk', 'sk'];
  return { ...Object.fromEntries(names.map((name) => [name, item[name]])), [sortKey]: before };
};

type Requests = Readonly<Record<string, unknown>>;
/** A batch split in two: what is sent, at least one request, and what stays unprocessed. */
const split = (input: Plain, random: () => number): { sent: Plain; rest: Requests } => {
  const [name = '', all] = Object.entries(input['RequestItems'] as Requests)[0] ?? [];
  const keys = Array.isArray(all) ? all : ((all as Plain)['Keys'] as unknown[]);
  const kept = 1 + Math.floor(random() * (keys.length - 1));
  const part = (list: unknown[]) => (Array.isArray(all) ? list : { ...(all as Plain), Keys: list });
  return {
    sent: { ...input, RequestItems: { [name]: part(keys.slice(0, kept)) } },
    rest: kept < keys.length ? { [name]: part(keys.slice(kept)) } : {},
  };
};

/** Injects the faults of a plan into everything that a client sends from now on. */
export const injectFaults = (client: DynamoDBClient, plan: FaultPlan): Faults => {
  const random = randomOf(plan.seed ?? 1);
  const rules = plan.rules.map((rule) => ({ ...rule, passed: 0, struck: 0 }));
  const injected: Injected[] = [];
  let healed = false;

  const strike = (
    operation: Operation,
    touched: readonly string[],
    kinds: (fault: FaultKind) => boolean,
  ): FaultKind | undefined => {
    for (const rule of healed ? [] : rules) {
      const { fault, touching, on } = rule;
      const places = [on, able[fault]].filter((list) => list !== undefined);
      if (!kinds(fault) || places.some((list) => !list.includes(operation))) continue;
      if (touching !== undefined && !touched.includes(touching)) continue;
      if (rule.struck >= (rule.times ?? 1) || rule.passed++ < (rule.skip ?? 0)) continue;
      if (rule.share !== undefined && random() >= rule.share) continue;
      rule.struck++;
      injected.push({ fault, operation, touched });
      return fault;
    }
    return undefined;
  };

  const plainInputs = new WeakMap<object, Plain>();
  const operationOf = (context: { readonly commandName?: string }) =>
    String(context.commandName).replace(/Command$/, '') as Operation;

  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = args.input as unknown as Plain;
      plainInputs.set(context, input);
      const operation = operationOf(context);
      const fault = strike(operation, touchedBy(input), (kind) => ofTheAnswer.has(kind));
      const send = (changed: Plain) => next({ ...args, input: changed as unknown as ServiceInputTypes });
      if (fault === 'short-page') {
        const asked = Math.min(Number(input['Limit'] ?? 4), 4);
        return send({ ...input, Limit: 1 + Math.floor(random() * asked) });
      }
      if (fault === 'unprocessed') {
        const { sent, rest } = split(input, random);
        const result = await send(sent);
        const name = operation === 'BatchGetItem' ? 'UnprocessedKeys' : 'UnprocessedItems';
        return { ...result, output: { ...result.output, [name]: rest } };
      }
      const result = await next(args);
      const first = ((result.output as unknown as Plain)['Items'] as Plain[] | undefined)?.[0];
      if (fault !== 'empty-page' || first === undefined) return result;
      const empty = { ...result.output, Items: [], Count: 0, LastEvaluatedKey: placeBefore(first, input) };
      return { ...result, output: empty as unknown as ServiceOutputTypes };
    },
    { step: 'serialize', priority: 'high', name: 'faultsOfTheAnswer' },
  );

  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = plainInputs.get(context) ?? {};
      const operation = operationOf(context);
      const fault = strike(operation, touchedBy(input), (kind) => !ofTheAnswer.has(kind));
      if (fault === 'throttle' || fault === 'conflict') throw refusal(fault, input);
      if (fault === 'time-out') throw timedOut('before');
      if (fault === 'crash-before') throw new Crash(`before ${operation}`);
      const result = await next(args);
      if (fault === 'lost-acknowledgement') throw timedOut('after');
      if (fault === 'crash-after') throw new Crash(`after ${operation}`);
      return result;
    },
    { step: 'deserialize', priority: 'high', name: 'faultsOfTheNetwork' },
  );

  return {
    injected,
    heal: () => {
      healed = true;
    },
  };
};
