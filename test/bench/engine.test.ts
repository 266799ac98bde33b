import { describe, expect, it } from 'vitest';
import { byHand } from '../../bench/engine/by-hand.ts';
import { bySqlite } from '../../bench/engine/by-sqlite.ts';
import { requireEqual } from '../../bench/engine/rows.ts';
import { byEngine, failuresOf, six } from '../../bench/engine/six.ts';
import { strategyOfSize } from '../../bench/engine/strategy.ts';

describe('the six compared checks', () => {
  const strategy = strategyOfSize(1000);

  it('find the same as a pass by hand and as SQLite, with failures of every one of them', () => {
    const found = failuresOf(byEngine(strategy, six));
    expect(byHand(strategy)).toEqual(found);
    expect(bySqlite(strategy)).toEqual(found);
    expect(new Set(found.map((line) => line.split(' ')[0]))).toEqual(new Set(six.map(({ meta }) => meta.id)));
    expect(requireEqual(strategy)).toBe(found.length);
  });

  it('are not timed where the answers differ', () => {
    const kpis = strategy.kpis.map((kpi) => ({ ...kpi, direction: 'lower' as const }));
    expect(() => requireEqual({ ...strategy, kpis })).toThrow(/not the same/);
  });
});
