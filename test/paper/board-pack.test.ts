// The board pack: tagged, short, the same bytes for the same report, with words for every drawing, and with the figures
// of the page to the digit.
import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../shared/format/formats.ts';
import { boardPack, reportDigest } from '../../shared/paper/board-pack.ts';
import { packModel } from '../../shared/paper/pack-model.ts';
import { type Manuscript, setPaper } from '../../shared/paper/typst.ts';
import { unitWords } from '../../shared/paper/words.ts';
import { en } from '../../web/messages/en.ts';
import { pressHere } from './press-here.ts';
import { bigReport, smallReport } from './report-on-paper.ts';

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
    expect(setPaper(press, firstPart(boardPack(bigReport(), place))).pages).toBeLessThanOrEqual(6);
  });

  it('puts what was decided and is not done first, and counts what is waived', () => {
    const { actions, moreActions, waived } = dataOf(boardPack(bigReport(), place));
    expect(actions).toHaveLength(4);
    expect(actions[0].slice(1)).toEqual([
      'otto',
      'Department number 0',
      'Q4 2025',
      'Q1 2026 · past its quarter',
    ]);
    expect(moreActions).toBe('5 more actions stand on the page.');
    expect(waived).toBe('Findings waived: 3. Waivers that wait for approval: 1.');
    expect(dataOf(pack)).toMatchObject({ actions: [], waived: '' });
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
    const german = packModel(smallReport(), formatsOf({ ...place, locale: 'de-DE' }, unitWords), 'x');
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
});
