// The command line's contract: what other programs read from `classify` and `suggest`.
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../cli/input.ts';
import { classifySheet, suggestSheet } from '../../cli/kpis.ts';

const sheet = (...names: readonly string[]): Sheet => ({
  file: 'kpis.csv',
  columns: ['id', 'name'],
  rows: names.map((name, i) => ({ number: i + 2, cells: { id: `k${i + 1}`, name } })),
});

describe('classify', () => {
  it('answers a line a KPI, in the order of the rows', () => {
    const lines = classifySheet(
      sheet('Net promoter score', 'Cost per invoice', 'Staff turnover', 'Net profit margin'),
    ).split('\n');
    expect(lines[0]).toBe('id,perspective,confidence,reasons');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual([
      ['k1', 'customer-facing'],
      ['k2', expect.stringMatching(/^(?:internal-efficiency|financial)$/)],
      ['k3', 'employee'],
      ['k4', 'financial'],
    ]);
  });

  it('cannot tell rather than guess what it does not understand', () => {
    const texts = ['', '😀😀', 'שלום עולם', 'x'.repeat(10_000), 'Días de espera'];
    expect(classifySheet(sheet(...texts)).split('\n')).toHaveLength(texts.length + 1);
    expect(
      classifySheet(sheet('', '😀😀', 'שלום עולם'))
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[1]),
    ).toEqual(['cannot-tell', 'cannot-tell', 'cannot-tell']);
  });
});

describe('suggest', () => {
  it('answers a JSON object a line, with at most five proposals, best first', () => {
    const [line] = suggestSheet(sheet('Order to dispatch time')).split('\n');
    const { id, suggestions } = JSON.parse(line ?? '');
    expect(id).toBe('k1');
    expect(suggestions.length).toBeGreaterThan(0);
    expect(suggestions.length).toBeLessThanOrEqual(5);
    const scores = suggestions.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(Object.keys(suggestions[0])).toEqual(['name', 'definition', 'score', 'why']);
  });
});
