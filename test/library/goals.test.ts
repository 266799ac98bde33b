// The reader's goals, held on every list that was written down by hand. The lists are names of published kinds, no copies of the library.
import { describe, expect, it } from 'vitest';
import { classify } from '../../shared/library/classify.ts';
import { library } from '../../shared/library/library.ts';
import { nameKey } from '../../shared/library/words.ts';
import { developmentPairs, developmentSet } from './development-set.ts';
import { heldOutPairs, heldOutSet } from './held-out-set.ts';
import { laterPairs, laterSets } from './later-sets.ts';
import { accuracyOf, proposalsOf } from './measuring.ts';

const lists = [
  { title: 'the development set', set: developmentSet, pairs: developmentPairs, size: 250 },
  { title: 'the held-out set', set: heldOutSet, pairs: heldOutPairs, size: 150 },
  { title: 'the later sets', set: laterSets, pairs: laterPairs, size: 150 },
];

describe.each(lists)('on $title', ({ set, pairs, size }) => {
  const accuracy = accuracyOf(set);

  it('stand enough KPIs and pairs', () => {
    expect(set.length).toBeGreaterThanOrEqual(size);
    expect(pairs.length).toBeGreaterThanOrEqual(60);
  });

  it('at least 95 % of four-way labels are right, with at most 3 % that it cannot tell', () => {
    expect(accuracy.fourWay).toBeGreaterThanOrEqual(0.95);
    expect(accuracy.cannotTell).toBeLessThanOrEqual(0.03);
  });

  it('at least 96 % are right between customer-facing and internal-efficiency', () => {
    expect(accuracy.twoWay).toBeGreaterThanOrEqual(0.96);
  });

  it('at most 2 % are wrong at a confidence of 0.8 or above', () => {
    expect(accuracy.sure).toBeGreaterThan(0.5);
    expect(accuracy.wrongWhenSure).toBeLessThanOrEqual(0.02);
  });

  it('a right counterpart stands among the first three proposals for 80 % of the pairs', () => {
    expect(proposalsOf(pairs).found).toBeGreaterThanOrEqual(0.8);
  });
});

describe('the lists', () => {
  it('are mostly not the names of the library', () => {
    const names = new Set(library.map((entry) => nameKey(entry.name)));
    const all = lists.flatMap(({ set }) => set);
    const copied = all.filter(({ name }) => names.has(nameKey(name)));
    expect(copied.length / all.length).toBeLessThan(0.15);
  });

  it('name all KPIs that internal pairs start from so that the reader sees them as internal in nine of ten', () => {
    const all = lists.flatMap(({ pairs }) => pairs);
    const internal = all.filter(
      ({ internal: name }) => classify({ name }).perspective === 'internal-efficiency',
    );
    expect(internal.length / all.length).toBeGreaterThanOrEqual(0.9);
  });
});
