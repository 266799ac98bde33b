// A small company in which each view has something to say; tests change what they are about.
import type { ExampleStrategy } from '../../../shared/checks/check.ts';
import { StrategyMap } from '../../../shared/domain/strategy-map.ts';
import { contextOf, type Moment, world } from '../../checks/world.ts';

export const quarter = '2026-Q2' as const;

/** The map and the context of a short strategy. */
export const judgedMap = (strategy: ExampleStrategy, moment: Moment = {}) => ({
  map: new StrategyMap(world(strategy)),
  context: contextOf({ quarter, ...moment }),
});

const hours = { kind: 'duration', symbol: 'h' };
/** A journey of three segments, whose durations are those given. */
export const journey = (durations: readonly (string | undefined)[] = []) => ({
  id: 'order',
  events: ['placed', 'dispatched', 'delivered', 'works'].map((id) => ({ id, name: id, seenBy: 'customer' })),
  segments: [
    ['placed', 'dispatched'],
    ['dispatched', 'delivered'],
    ['delivered', 'works'],
  ].flatMap(([from, to], i) =>
    durations[i] === undefined ? [] : [{ from, to, duration: durations[i], unit: hours }],
  ),
  touchpoints: [
    { id: 'shop', name: 'Shop', owners: ['sales'], channels: ['web', 'phone'] },
    { id: 'door', name: 'Door', owners: ['logistics'], channels: ['web'] },
  ],
});
/** A clock on it. */
export const clock = (from: string, to: string) => ({ journey: 'order', from, to });

/** A KPI that was read this quarter and a year ago, halfway from its baseline to its target. */
export const moving = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  name: id,
  department: 'sales',
  baseline: '0',
  targets: [{ from: '2024-Q1', value: '10' }],
  contributions: [{ outcome: 'soon', effect: '+' }],
  readings: { '2025-Q2': { actual: '0' }, [quarter]: { actual: '5' } },
  ...more,
});
/** The same, read on target. */
export const onTarget = (id: string, more: Record<string, unknown> = {}) =>
  moving(id, { readings: { [quarter]: { actual: '12' } }, ...more });
/** Recently validated. */
export const validation = { method: 'interviews', sampleSize: 40, date: '2026-02-03', source: 'panel' };
