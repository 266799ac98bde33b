import { describe, expect, it } from 'vitest';
import type { Figures } from '../../shared/domain/figures.ts';
import { keyFiguresOf } from '../../shared/mail/key-figures.ts';
import { renderLetter } from '../../shared/mail/letter.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { voiceIn } from './readers.ts';

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
const reportOf = (history: readonly Figures[], over: Partial<BoardReport> = {}) =>
  ({
    quarter: '2026-Q3',
    coverage: { covered: 24, internal: 30 },
    alignment: { share: 0.92 },
    views: { history, clocked: { share: 0.89 } },
    ...over,
  }) as unknown as BoardReport;

describe('the key figures of a mail', () => {
  it('stand beside the quarter before', () => {
    const before = figures('2026-Q2', { covered: 27, cost: 9 });
    expect(keyFiguresOf(reportOf([figures('2026-Q1'), before, figures('2026-Q3')]), voiceIn())).toEqual([
      { label: 'Counterpart coverage', value: '24 of 30', change: 'down 10 points on Q2 2026' },
      { label: 'Alignment', value: '92%', change: 'up 1 point on Q2 2026' },
      { label: 'Customer time clocked', value: '89%', change: 'as in Q2 2026' },
    ]);
  });

  it('are those of the report, not those that its quarter was kept with', () => {
    const kept = figures('2026-Q3', { covered: 26, cost: 1 });
    const [coverage, alignment] = keyFiguresOf(reportOf([kept]), voiceIn());
    expect([coverage?.value, alignment?.value]).toEqual(['24 of 30', '92%']);
  });

  it('have nothing to be compared with in the first quarter, and leave out what can’t be told', () => {
    const report = reportOf([], {
      alignment: {},
      views: { history: [], clocked: { by: 'segments', clocked: 0, segments: 0, cannotTell: 1 } },
    } as unknown as Partial<BoardReport>);
    expect(keyFiguresOf(report, voiceIn())).toEqual([
      { label: 'Counterpart coverage', value: '24 of 30', change: 'no quarter to compare with' },
    ]);
    const empty = { covered: 0, internal: 0 } as BoardReport['coverage'];
    expect(keyFiguresOf({ ...report, coverage: empty }, voiceIn())).toEqual([]);
  });

  it('say the same in HTML and in plain text, whatever stands in them', () => {
    const letter = renderLetter(
      {
        subject: 's',
        opening: 'o',
        notices: [],
        figures: [{ label: 'A <b>', value: '1 of 2', change: 'as in Q2 2026' }],
        items: [],
        more: [],
        button: { label: 'b', link: 'https://page.example' },
        footer: 'f',
        preferences: 'https://page.example/mail-preferences',
      },
      voiceIn(),
    );
    expect(letter.text).toContain('A <b>: 1 of 2, as in Q2 2026');
    expect(letter.html).toContain('A &lt;b&gt;');
    expect(letter.html).toContain('1 of 2');
  });
});
