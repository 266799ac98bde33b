/** Noise is a defect: healthy companies see almost nothing, and a check is on by default because it is quiet. */
import { describe, expect, it } from 'vitest';
import { healthyCompany } from '../../bench/healthy-company.ts';
import { measureNoise, mostErrors } from '../../bench/noise-rows.ts';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { canonicalJson } from '../../shared/domain/canonical.ts';

const { kpis, rows, errors } = measureNoise(20);

describe('healthy companies', () => {
  it('have at most three errors in a hundred KPIs', () => {
    expect(kpis).toBeGreaterThan(1500);
    expect(errors).toBeLessThanOrEqual(mostErrors);
  });

  it('are asked by every check but the one of actions', () => {
    expect(rows.filter(({ judged }) => judged === 0).map(({ check }) => check)).toEqual(['stalled-action']);
  });

  it('have no error but of pairs that diverge by chance', () => {
    expect(rows.filter(({ error }) => error > 0).map(({ check }) => check)).toEqual(['diverging-pair']);
  });

  it('are the same for the same seed', () => {
    expect(canonicalJson(healthyCompany(3))).toBe(canonicalJson(healthyCompany(3)));
    expect(canonicalJson(healthyCompany(3))).not.toBe(canonicalJson(healthyCompany(4)));
  });
});

describe('a check that is off by default', () => {
  const off = catalogue.filter(({ meta }) => meta.onByDefault === false).map(({ meta }) => meta.id);

  it('is one of those that healthy companies would hear too often', () => {
    expect(rows.filter(({ check, isQuiet }) => off.includes(check) && isQuiet)).toEqual([]);
    expect(off).toEqual(['unfelt-process', 'opposed-pull', 'unacceptable-process', 'no-room-to-act']);
  });
});
