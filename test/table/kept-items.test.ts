/** What an earlier release stored is read by every later one, and what a later one stores is read by this. */
import { describe, expect, it } from 'vitest';
import { freshTable } from '../table-fixture.ts';
import {
  areaOf,
  itemFromLater,
  type KeptItem,
  readAreas,
  readBack,
  releases,
  sampleOf,
  storedItem,
} from './kept-sample.ts';

const tableOf = async (items: readonly KeptItem[]) => {
  const fresh = await freshTable();
  await Promise.all(items.map((item) => fresh.put(storedItem(item))));
  return fresh.table;
};
const readAll = async (items: readonly KeptItem[]): Promise<Map<string, unknown>> => {
  const table = await tableOf(items);
  const read = await Promise.all(
    items.map(async (item) => [`${item.pk} ${item.sk}`, await readBack(table, item)] as const),
  );
  return new Map(read);
};

/** Kinds of item in the first release that a sample was kept of. */
const kindsAtFirst = 24;

describe.each(releases)('what release %s stored', (release) => {
  const sample = sampleOf(release);

  it('is kept of every kind that there was', () => {
    const areas = new Set(sample.map(areaOf));
    expect(readAreas).toEqual(expect.arrayContaining([...areas]));
    expect(areas.size).toBeGreaterThanOrEqual(kindsAtFirst);
  });

  it('is read, and the same with fields at every depth that only a later build knows', async () => {
    const now = await readAll(sample);
    for (const [key, value] of now) expect(value, key).toBeDefined();
    const later = await readAll(sample.map(itemFromLater));
    expect(JSON.stringify([...later]).includes('laterField')).toBe(false);
    for (const [key, value] of later) expect(withoutAge(value), key).toEqual(withoutAge(now.get(key)));
  });
});

/** Whether a line in the index is old is not what it says. */
const withoutAge = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null), (key, one) => (key === 'isLineOld' ? undefined : one));
