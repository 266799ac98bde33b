// What only a process of its own can tell: what the first evaluation costs, and what the map retains.
// `node --expose-gc bench/engine/fresh.ts <first|heap> <kpis>` prints one line of JSON.
import { catalogue } from '../../shared/checks/catalogue.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { byEngine } from './six.ts';
import { strategyOfSize } from './strategy.ts';
import { quantile, timed } from './timing.ts';

/** The first evaluation of a process and a warm one, in ms. */
export interface First {
  readonly first: number;
  readonly warm: number;
}
/** Retained heap in bytes: of the parsed facts, and of the map over them. */
export interface Heap {
  readonly facts: number;
  readonly map: number;
}

const first = (kpis: number): First => {
  const strategy = strategyOfSize(kpis);
  const once = timed(() => byEngine(strategy, catalogue));
  const again = Array.from({ length: 30 }, () => timed(() => byEngine(strategy, catalogue)));
  return { first: once, warm: quantile(again.slice(10), 0.5) };
};

const retained = (): number => {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const heap = (kpis: number): Heap => {
  const text = JSON.stringify(strategyOfSize(kpis));
  const empty = retained();
  const strategy = JSON.parse(text) as ReturnType<typeof strategyOfSize>;
  const parsed = retained();
  const map = new StrategyMap(strategy);
  const linked = retained();
  if (map.all('kpi').length !== strategy.kpis.length) throw new Error('the map lost KPIs');
  return { facts: parsed - empty, map: linked - parsed };
};

const [what, kpis] = process.argv.slice(2);
console.log(JSON.stringify(what === 'heap' ? heap(Number(kpis)) : first(Number(kpis))));
