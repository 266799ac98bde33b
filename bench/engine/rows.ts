// The engine's rows: what was measured beside what it is held against.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { catalogue } from '../../shared/checks/catalogue.ts';
import type { Strategy } from '../../shared/domain/facts.ts';
import { byHand } from './by-hand.ts';
import { bySqlite } from './by-sqlite.ts';
import { timesOfChanges } from './change.ts';
import type { First, Heap } from './fresh.ts';
import { byEngine, failuresOf, six } from './six.ts';
import { strategyOfSize } from './strategy.ts';
import { compared, quantile } from './timing.ts';

/** One line of the table: a figure, the goal it is held to (undefined: shown only), and how it came about. */
export interface Row {
  readonly what: string;
  readonly found: number;
  readonly goal?: number;
  readonly unit: 'x' | 'ms' | 'us' | 'faster';
  readonly how: string;
}

/** Whether a row keeps its goal; `faster` goals are lower bounds. */
export const keeps = ({ found, goal, unit }: Row): boolean =>
  goal === undefined || (unit === 'faster' ? found >= goal : found <= goal);

const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/** Throws where the three ways do not find the same, or a check crashed. Nothing is timed before. */
export const requireEqual = (strategy: Strategy): number => {
  const crashed = byEngine(strategy, catalogue).find(({ result }) => result.verdict === 'crashed');
  if (crashed !== undefined) throw new Error(`${crashed.check} crashed on ${crashed.subject.ids.join('/')}`);
  const engine = failuresOf(byEngine(strategy, six));
  for (const [name, found] of [
    ['the pass by hand', byHand(strategy)],
    ['SQLite', bySqlite(strategy)],
  ] as const)
    if (found.join('\n') !== engine.join('\n'))
      throw new Error(
        `${name} found ${found.length} failures, the engine ${engine.length}, and not the same`,
      );
  return engine.length;
};

const fresh = <T>(what: 'first' | 'heap', kpis: number): T =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--expose-gc', '--max-old-space-size=6000', join(import.meta.dirname, 'fresh.ts'), what, String(kpis)],
      { encoding: 'utf8' },
    ),
  ) as T;

/** A full evaluation against `unmarshall`, SQLite and the pass by hand, from parsed objects. */
export const fullRows = (kpis: number, rounds: number): Row[] => {
  const strategy = strategyOfSize(kpis);
  const failures = requireEqual(strategy);
  const items = Object.values(strategy)
    .flat()
    .map((entity) => marshall(entity, { removeUndefinedValues: true }));
  const times = compared(
    {
      unmarshall: () => items.map((item) => unmarshall(item)),
      six: () => byEngine(strategy, six),
      all: () => byEngine(strategy, catalogue),
      hand: () => byHand(strategy),
      sqlite: () => bySqlite(strategy),
    },
    rounds,
  );
  const size = kpis.toLocaleString('en');
  const of = `of ${ms(times.unmarshall)} ms of unmarshall`;
  const small = kpis <= 10_000;
  return [
    {
      what: `Six checks, ${size} KPIs`,
      found: times.six / times.unmarshall,
      ...(small ? { goal: 0.3 } : {}),
      unit: 'x',
      how: `${ms(times.six)} ms ${of}; ${failures} failures, the same in all three`,
    },
    {
      what: `Whole catalogue, ${size} KPIs`,
      found: times.all / times.unmarshall,
      ...(small ? { goal: 1 } : {}),
      unit: 'x',
      how: `${ms(times.all)} ms ${of}`,
    },
    {
      what: `SQLite, the six, ${size} KPIs`,
      found: times.sqlite / times.unmarshall,
      unit: 'x',
      how: `${ms(times.sqlite)} ms ${of}`,
    },
    {
      what: `Load and evaluate against a pass by hand, ${size} KPIs`,
      found: times.six / times.hand,
      ...(kpis >= 10_000 ? { goal: 4 } : {}),
      unit: 'x',
      how: `${ms(times.six)} ms against ${ms(times.hand)} ms; SQLite ${(times.sqlite / times.hand).toFixed(1)} x`,
    },
  ];
};

/** One changed KPI, in memory. */
export const changeRows = (sizes: readonly [number, number, number]): Row[] => {
  const [small, middle, large] = sizes.map((kpis) => {
    const strategy = strategyOfSize(kpis);
    return {
      kpis,
      six: timesOfChanges(strategy, six, 2000),
      all: timesOfChanges(strategy, catalogue, 2000),
      full: kpis === sizes[1] ? compared({ full: () => byEngine(strategy, catalogue) }, 5).full : 0,
    };
  });
  if (small === undefined || middle === undefined || large === undefined) throw new Error('expected 3 sizes');
  const us = (times: readonly number[], share: number) => quantile(times, share) * 1000;
  const size = middle.kpis.toLocaleString('en');
  return [
    {
      what: `One change, the six, ${size} KPIs, median`,
      found: us(middle.six, 0.5),
      goal: 50,
      unit: 'us',
      how: '2,000 changes',
    },
    {
      what: `One change, whole catalogue, ${size} KPIs, median`,
      found: quantile(middle.all, 0.5),
      goal: 1,
      unit: 'ms',
      how: '2,000 changes',
    },
    {
      what: `One change, whole catalogue, ${size} KPIs, 99 %`,
      found: quantile(middle.all, 0.99),
      goal: 5,
      unit: 'ms',
      how: '2,000 changes',
    },
    {
      what: `One change, the six, ${large.kpis.toLocaleString('en')} against ${small.kpis.toLocaleString('en')} KPIs`,
      found: us(large.six, 0.5) / us(small.six, 0.5),
      goal: 8,
      unit: 'x',
      how: `medians ${us(small.six, 0.5).toFixed(0)}, ${us(middle.six, 0.5).toFixed(0)} and ${us(large.six, 0.5).toFixed(0)} us`,
    },
    {
      what: `One change against a full evaluation, ${size} KPIs`,
      found: middle.full / quantile(middle.all, 0.5),
      goal: 200,
      unit: 'faster',
      how: `${ms(middle.full)} ms for all of it`,
    },
  ];
};

/** What a process of its own tells. */
export const processRows = (kpis: number, large: number): Row[] => {
  const { first, warm } = fresh<First>('first', kpis);
  const { facts, map } = fresh<Heap>('heap', large);
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  return [
    {
      what: `Map over the facts, retained heap, ${large.toLocaleString('en')} KPIs`,
      found: map / facts,
      goal: 0.25,
      unit: 'x',
      how: `${mb(map)} over ${mb(facts)}`,
    },
    {
      what: `First evaluation of a process, ${kpis.toLocaleString('en')} KPIs`,
      found: first / warm,
      goal: 3,
      unit: 'x',
      how: `${ms(first)} ms, warm ${ms(warm)} ms`,
    },
  ];
};
