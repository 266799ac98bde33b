// What is typed on the page of targets becomes the targets to set: all that differ, and nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTargets, typedTargets } from '../../web/my-quarter/typed-targets.ts';
import { company } from './fake-company.ts';

const rows = company().definitions.kpis.map((kpi) => ({
  kpi: { ...kpi, version: 1, updatedAt: '2026-07-20T08:00:00.000Z', updatedBy: 'dana' },
  status: 'no-target' as const,
  ...(kpi.targets[0] === undefined ? {} : { target: kpi.targets[0].value }),
}));
const [first] = rows.filter(({ kpi }) => kpi.direction !== 'range' && kpi.unit.kind !== 'share');
if (first === undefined) throw new Error('The company has no KPI with a plain target.');
const { id } = first.kpi;
const typing = (texts: readonly string[], reason = '', locale = 'en-GB') =>
  readTargets({ ...typedTargets(rows, locale), [id]: { texts, reason } }, rows, locale);

describe('targets as typed', () => {
  it.each(['en-GB', 'de-DE'])('are none while nobody has touched them (%s)', (locale) => {
    const { targets, faults } = readTargets(typedTargets(rows, locale), rows, locale);
    expect([targets, faults.size]).toEqual([[], 0]);
  });

  it('are those that differ, each with its reason', () => {
    expect(typing(['123.25'], ' Agreed in June ').targets).toEqual([
      { kpi: id, value: '123.25', reason: 'Agreed in June' },
    ]);
    expect(typing(['123,25'], '', 'de-DE').targets).toEqual([{ kpi: id, value: '123.25' }]);
  });

  it('name what is missing and what is no number', () => {
    expect(typing(['']).faults.get(id)).toBe('missing');
    expect(typing(['soon']).faults.get(id)).toBe('not-a-number');
    expect(typing(['soon']).targets).toEqual([]);
  });

  it('never hold a KPI as a target and as a fault, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const { targets, faults } = typing([text]);
        const set = targets.some(({ kpi }) => kpi === id);
        expect(set && faults.has(id)).toBe(false);
        expect([...faults.keys(), ...targets.map(({ kpi }) => kpi)].every((one) => one === id)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
