import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { costDocument, costFile, currentCost, unitsOf } from '../../bench/cost.ts';

describe('the cost of a month', () => {
  it('stands in the document as the capacity table gives it', () => {
    expect(readFileSync(costFile, 'utf8')).toBe(currentCost());
  });

  it('reads the units of a row, indexes among the writes', () => {
    const row = '| a KPI’s definition | 1 | 6 | 2 | 2 | 3 | items 3, trips 2 |';
    expect(
      unitsOf(`| operation | read | write | index | trips | items | limit |\n|---|---:|\n${row}\n`),
    ).toEqual(new Map([['a KPI’s definition', { read: 1, write: 8 }]]));
  });

  it('says which row is missing', () => {
    expect(() => costDocument('')).toThrow('no row “who is asking: login and member”');
  });
});
