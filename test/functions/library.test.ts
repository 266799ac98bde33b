/** The KPI library as people and programs ask it: browse, read a wording, look for a counterpart. */
import { beforeAll, describe, expect, it } from 'vitest';
import { library } from '../../shared/library/library.ts';
import { type Company, furnishedCompany } from './company.ts';
import { evaluateNow } from './evaluated.ts';

let company: Company;
beforeAll(async () => {
  company = await furnishedCompany();
});

const page = async (query: Record<string, string>) =>
  (await company.call('listLibrary', { as: 'ada', query })).body as {
    items: { id: string; function: string; perspective: string }[];
    cursor?: string;
  };

describe('the library', () => {
  it('is walked page by page to its last entry, each once', async () => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, cursor: next } = await page(cursor === undefined ? {} : { cursor });
      ids.push(...items.map(({ id }) => id));
      cursor = next;
    } while (cursor !== undefined);
    expect(ids).toEqual(library.map(({ id }) => id));
  });

  it('is narrowed by function and perspective', async () => {
    const { items } = await page({ function: 'telecom', perspective: 'customer-facing' });
    expect(items.length).toBeGreaterThan(3);
    for (const entry of items)
      expect(entry).toMatchObject({ function: 'telecom', perspective: 'customer-facing' });
  });

  it('goes on from no cursor of its own', async () => {
    const { status } = await company.call('listLibrary', { as: 'ada', query: { cursor: 'nowhere' } });
    expect(status).toBe(400);
  });

  it('shows one entry, and says of another that there is none', async () => {
    const found = await company.call('getLibraryEntry', {
      as: 'hans',
      params: { id: 'first-contact-resolution' },
    });
    expect(found.body).toMatchObject({ id: 'first-contact-resolution', perspective: 'customer-facing' });
    const missing = await company.call('getLibraryEntry', { as: 'hans', params: { id: 'nothing-of-it' } });
    expect(missing.status).toBe(404);
  });
});

describe('a wording', () => {
  it('is read with reasons, and where it says too little it can’t be told', async () => {
    const { body } = await company.call('classifyKpis', {
      as: 'hans',
      body: {
        kpis: [
          { id: 'a', name: 'Average handling time' },
          { id: 'b', name: '' },
          { id: 'c', name: '🙂'.repeat(2000) },
        ],
      },
    });
    expect(
      body.items.map(({ id, perspective }: { id: string; perspective: string }) => [id, perspective]),
    ).toEqual([
      ['a', 'internal-efficiency'],
      ['b', 'cannot-tell'],
      ['c', 'cannot-tell'],
    ]);
    expect(body.items[0].reasons.length).toBeGreaterThan(0);
  });
});

describe('a proposal', () => {
  it('comes from the library before the first evaluation, and from the own KPIs after it', async () => {
    const ask = async () =>
      (
        await company.call('suggestCounterparts', {
          as: 'hans',
          body: { id: 'answer-time', name: 'Average handling time', outcomes: ['on-time'] },
        })
      ).body.items as { name: string; kpi?: string; score: number }[];
    const before = await ask();
    expect(before.length).toBeGreaterThan(0);
    expect(before.every(({ kpi }) => kpi === undefined)).toBe(true);
    await evaluateNow(company, '2026-10-20T09:00:00Z');
    const after = await ask();
    expect(after.length).toBeLessThanOrEqual(5);
    expect(after.every(({ kpi }) => kpi !== 'answer-time')).toBe(true);
    expect(after.map(({ score }) => score)).toEqual(
      after.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });
});
