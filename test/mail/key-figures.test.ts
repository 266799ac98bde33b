import { describe, expect, it } from 'vitest';
import type { Figures } from '../../shared/domain/figures.ts';
import { keyFiguresOf } from '../../shared/mail/key-figures.ts';
import { renderLetter } from '../../shared/mail/letter.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';

const figures = (quarter: Figures['quarter'], over: Partial<Figures> = {}): Figures => ({
  quarter,
  before: false,
  covered: 24,
  internal: 30,
  weight: 100,
  cost: 8,
  clocked: { share: 0.89, by: 'duration', clocked: 8, segments: 9, cannotTell: 0 },
  assumedGreen: { green: 0, resting: 0 },
  siloed: { judged: 0, siloed: 0 },
  ...over,
});
const reportOf = (history: readonly Figures[]) =>
  ({
    quarter: '2026-Q3',
    views: { history },
  }) as unknown as BoardReport;

describe('the key figures of a mail', () => {
  it('stand beside the quarter before', () => {
    const before = figures('2026-Q2', { covered: 27, cost: 9 });
    expect(keyFiguresOf(reportOf([figures('2026-Q1'), before, figures('2026-Q3')]))).toEqual([
      { label: 'Counterpart coverage', value: '24 of 30', change: 'down 10 points on 2026-Q2' },
      { label: 'Alignment', value: '92 %', change: 'up 1 point on 2026-Q2' },
      { label: 'Customer time clocked', value: '89 %', change: 'as in 2026-Q2' },
    ]);
  });

  it('have nothing to be compared with in the first quarter, and leave out what can’t be told', () => {
    const first = figures('2026-Q3', {
      weight: 0,
      cost: 0,
      clocked: { by: 'segments', clocked: 0, segments: 0, cannotTell: 1 },
    });
    expect(keyFiguresOf(reportOf([first]))).toEqual([
      { label: 'Counterpart coverage', value: '24 of 30', change: 'no quarter to compare with' },
    ]);
    expect(keyFiguresOf(reportOf([]))).toEqual([]);
  });

  it('say the same in HTML and in plain text, whatever stands in them', () => {
    const letter = renderLetter({
      subject: 's',
      greeting: 'g',
      opening: 'o',
      figures: [{ label: 'A <b>', value: '1 of 2', change: 'as in 2026-Q2' }],
      items: [],
      more: undefined,
      button: { label: 'b', link: 'https://page.example' },
      footer: 'f',
    });
    expect(letter.text).toContain('A <b>: 1 of 2, as in 2026-Q2');
    expect(letter.html).toContain('A &lt;b&gt;');
    expect(letter.html).toContain('1 of 2');
  });
});
