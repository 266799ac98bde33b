// The board pack: tagged, short, the same bytes for the same report, with words for every drawing, and with the figures
// of the page to the digit.
import { describe, expect, it } from 'vitest';
import type { Figures } from '../../shared/domain/figures.ts';
import { boardPack, reportDigest } from '../../shared/paper/board-pack.ts';
import { packModel } from '../../shared/paper/pack-model.ts';
import { penOf } from '../../shared/paper/pen.ts';
import { type Manuscript, setPaper } from '../../shared/paper/typst.ts';
import { changeWords, unitWords } from '../../shared/paper/words.ts';
import { en } from '../../web/messages/en.ts';
import { pressHere } from './press-here.ts';
import { besideReport, bigReport, smallReport } from './report-on-paper.ts';

const place = { locale: 'en-GB', timeZone: 'Europe/Berlin', fiscalStart: 1 };
const press = pressHere();
const dataOf = ({ files }: Manuscript) => JSON.parse(files.get('data.json') ?? '{}');
/** The pack without its appendix. */
const firstPart = ({ source, files }: Manuscript): Manuscript => ({
  source: source.slice(0, source.indexOf('#metadata("appendix")')),
  files,
});

describe('a board pack', () => {
  const pack = boardPack(smallReport(), place);
  const { pdf, pages } = setPaper(press, pack);
  const text = Buffer.from(pdf).toString('latin1');

  it('is a tagged PDF that says so, with a title and a language', () => {
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('pdfuaid:part>1<');
    expect(text).toContain('/Lang');
    expect(pages).toBeGreaterThan(1);
  });

  it('is the same to the byte for the same report', () => {
    expect(
      Buffer.compare(Buffer.from(setPaper(press, boardPack(smallReport(), place)).pdf), Buffer.from(pdf)),
    ).toBe(0);
  });

  it('has at most six pages before the appendix, however big the company', () => {
    expect(setPaper(press, firstPart(pack)).pages).toBeLessThanOrEqual(6);
    const big = bigReport();
    expect(setPaper(press, firstPart(boardPack(big, place, besideReport(big)))).pages).toBeLessThanOrEqual(6);
  });

  it('asks for decisions first, before them what was decided and is not done, with its age', () => {
    const { source } = pack;
    const places = ['== #w.actions', '== #w.decisions', '== #w.waivers', '== #d.since', '== #w.standings'];
    expect(places.map((one) => source.indexOf(one))).toEqual(
      places.map((one) => source.indexOf(one)).toSorted((a, b) => a - b),
    );
    const { actions, moreActions } = dataOf(boardPack(bigReport(), place, besideReport(bigReport())));
    expect(actions).toHaveLength(4);
    expect(actions[0].slice(1)).toEqual([
      'Otto Brandt',
      'Department number 0',
      'Q4 2025, 2 quarters ago',
      'Q1 2026 · past its quarter',
    ]);
    expect(moreActions).toBe('5 more actions stand on the page.');
    expect(dataOf(pack)).toMatchObject({ actions: [], waived: '', waivers: [], since: null });
  });

  it('counts what is waived, and says to which day', () => {
    const { waived, waivers, moreWaivers } = dataOf(boardPack(bigReport(), place, besideReport(bigReport())));
    expect(waived).toBe(
      '8 findings are waived; they cost alignment as before. 2 of them by renewals. 1 waiver waits for approval.',
    );
    expect(waivers[0].cells.at(2)).toContain(' · Otto Brandt');
    expect(waivers[0].cells.at(-1)).toBe('waived to 31 Dec 2026');
    expect(moreWaivers).toBe('5 more stand in the register.');
  });

  it('tells what happened since the board last met, with the counts whole', () => {
    const { since } = dataOf(boardPack(smallReport(), place, besideReport(smallReport())));
    expect(since).toMatchObject({
      title: 'Since Q1 2026',
      sentence:
        'New: 47. Came back: 9. Resolved: 9. Decisions taken: 9. No earlier report is sealed: what was first found for this quarter counts as new.',
    });
    expect(since.groups.map(({ title, more }: { title: string; more: string }) => [title, more])).toEqual([
      ['New', 'and 44 more'],
      ['Came back', 'and 6 more'],
      ['Resolved', 'and 6 more'],
      ['Decided', 'and 6 more'],
    ]);
    expect(since.groups[3].lines[0]).toBe('Action decided: Ask leavers how it ended · Ada Okafor');
  });

  it('says beside coverage and alignment whether it is getting better', () => {
    const report = smallReport();
    const { covered, internal } = report.coverage;
    const share = report.alignment.share ?? 0;
    const before = (points: number) => ({
      ...report.views?.history.at(-1),
      quarter: '2026-Q1' as const,
      covered,
      internal,
      weight: 1000,
      cost: 1000 * (1 - share - points / 100),
    });
    const notesAfter = (points: number) => {
      const views = report.views && { ...report.views, history: [before(points) as Figures] };
      const { coverage, alignment } = dataOf(boardPack({ ...report, views }, place));
      return [coverage.note, alignment.note];
    };
    expect(notesAfter(3)[0]).toMatch(/^As in Q1 2026\. /);
    expect(notesAfter(3)[1]).toMatch(/^Down 3 points on Q1 2026\. /);
    expect(notesAfter(-1)[1]).toMatch(/^Up 1 point on Q1 2026\. /);
    const alone = { ...report, views: report.views && { ...report.views, history: [] } };
    expect(dataOf(boardPack(alone, place)).coverage.note).not.toContain('Q1 2026');
  });

  it('names the report that the board saw last only where one was sealed', () => {
    const beside = besideReport(smallReport());
    const { since } = beside;
    const last = { quarter: '2026-Q1' as const, sealedAt: '2026-04-20T10:00:00Z' };
    const sealed = { ...beside, ...(since && { since: { ...since, last } }) };
    expect(dataOf(boardPack(smallReport(), place, sealed)).since).toMatchObject({
      title: 'Since the report of Q1 2026',
      sentence: 'New: 47. Came back: 9. Resolved: 9. Decisions taken: 9.',
    });
  });

  it('has the executives’ words where they concern, cut, and whole in the appendix', () => {
    const report = smallReport();
    const beside = besideReport(report);
    const { said, decisions, appendix } = dataOf(boardPack(report, place, beside));
    expect(said.text).toMatch(/^The warehouse comes first\. .* …$/);
    expect(said.by).toBe('Ada Okafor, 20 Jul 2026, 10:00');
    expect(decisions[0].said).toBe('We stop steering by it.');
    const [outcome] = report.outcomes;
    const standing = appendix.standings.find(({ id }: { id: string }) => id === outcome?.id);
    expect(standing.said).toBe('Two of the three weeks are ours to win.');
    expect(appendix.said.map(([about, text]: string[]) => [about, text])).toEqual([
      [decisions[0].cells[1], 'We stop steering by it.'],
      [outcome?.statement, 'Two of the three weeks are ours to win.'],
      ['The report', beside.commentary?.[2]?.text],
    ]);
  });

  it('of a sealed quarter says what was said, and the seal’s digest', () => {
    const report = smallReport();
    const [first, second] = report.decisions;
    if (!first || !second) throw new Error('too few decisions');
    const texts = { [first.fingerprint]: { text: 'As the rules said it then.', title: '', remedy: '' } };
    const sealed = { digest: '0123456789abcdef0123', texts };
    const { decisions, footer } = dataOf(boardPack(report, place, { sealed }));
    const open = dataOf(boardPack(report, place)).decisions;
    expect(decisions[0].cells[1]).toBe('As the rules said it then.');
    expect(decisions[1]).toEqual(open[1]);
    expect(footer).toContain('digest 0123456789abcdef (sealed)');
  });

  it('says what was redefined in words, with the names of people and things', () => {
    const report = smallReport();
    const change = { name: 'Larkfield', at: '2026-05-02T08:00:00Z', by: 'otto', department: 'service' };
    const [outcome] = report.outcomes;
    const changes = [
      { ...change, field: 'owningDepartment', was: 'none', is: 'logistics' },
      { ...change, field: 'outcomes', was: '[]', is: JSON.stringify([outcome?.id]) },
      { ...change, field: 'dueDate.logistics.2026-Q2', was: 'none', is: '2026-07-31' },
      { ...change, field: 'retiredFrom', was: 'none', is: '2026-Q3' },
      { ...change, field: 'perspective', was: 'employee', is: 'internal-efficiency' },
      { ...change, field: 'momentOfTruth.delivery', was: 'true', is: 'none' },
      { ...change, field: 'policy.nearPercent', was: '5', is: '25' },
    ];
    const told = dataOf(boardPack({ ...report, changes }, place, besideReport(report))).changes;
    const logistics = report.departments.find(({ id }) => id === 'logistics')?.name;
    expect(told.map(([, text]: string[]) => text)).toEqual([
      `Owning department: none → ${logistics}`,
      `Outcomes: none → ${outcome?.statement}`,
      `Extended due date ${logistics} Q2 2026: none → 31 Jul 2026`,
      'Retired from: none → Q3 2026',
      'Perspective: Employee → Internal efficiency',
      'Moment of truth delivery: yes → none',
      'Policy nearPercent: 5 → 25',
    ]);
    expect(told[0][2]).toBe('Otto Brandt, 2 May 2026, 10:00');
  });

  it('names the quarter, the rules and the state of the figures at the foot', () => {
    const report = smallReport();
    expect(dataOf(pack).footer).toBe(
      `Q2 2026 · rules ${report.rulesVersion} · digest ${reportDigest(report)}`,
    );
    expect(reportDigest({ ...report, unresolved: report.unresolved + 1 })).not.toBe(reportDigest(report));
  });

  it('says every drawing in words with its numbers', () => {
    const { drawings, standings } = dataOf(pack);
    expect(drawings.coverage.alt).toContain('Q2 2026: 50%');
    expect(drawings.heat.alt).toContain('3 cells have a gap');
    expect(standings.some(({ bullet }: { bullet?: { alt: string } }) => bullet?.alt.includes('77.5%'))).toBe(
      true,
    );
  });

  it('is refused where a drawing says nothing', () => {
    const { source, files } = pack;
    const silent = { source: `${source}\n#image("coverage.svg")`, files };
    expect(() => setPaper(press, silent)).toThrow(/alt/);
  });

  it('says what is wrong with a source', () => {
    expect(() => setPaper(press, { source: '#nowhere', files: new Map() })).toThrow('nowhere');
  });

  it('takes no markup from what people wrote', () => {
    const report = smallReport();
    const [first] = report.outcomes;
    if (first === undefined) throw new Error('no outcome');
    const sly = { ...report, outcomes: [{ ...first, statement: '#panic("x") *bold* <tag> $x$' }] };
    expect(() => setPaper(press, boardPack(sly, place))).not.toThrow();
  });

  it('writes numbers as the reader does', () => {
    const german = packModel(smallReport(), penOf({ ...place, locale: 'de-DE' }), 'x');
    expect(JSON.stringify(german.standings)).toContain('77,5\u00a0%');
  });

  it('has drawings that need neither colours of the page nor anything from elsewhere', () => {
    for (const [name, content] of pack.files)
      if (name.endsWith('.svg')) expect(content).not.toMatch(/var\(|href=/);
  });
});

describe('the words of paper', () => {
  it('are those of the page where formats need them', () => {
    expect(unitWords).toEqual(en.units);
  });

  it('are those of the page where both say what was redefined', () => {
    const { field, perspective, direction, none, yes, no } = changeWords;
    expect({ field, perspective, direction }).toEqual({
      field: en.report.field,
      perspective: en.perspective,
      direction: en.direction,
    });
    expect([none, yes, no]).toEqual([en.chart.none, en.board.outcome.yes, en.board.outcome.no]);
  });
});
