// What is drawn for the mail about a closed quarter: a picture that keeps the mail light, and the board pack.
import { describe, expect, it } from 'vitest';
import { boardMailFor, packName } from '../../shared/mail/board.ts';
import { heatPicture } from '../../shared/mail/heat-picture.ts';
import { voiceOf } from '../../shared/mail/voice.ts';
import { mailWords } from '../../shared/mail/words/en.ts';
import { drawingsOf } from '../../shared/paper/board-mail.ts';
import { pictureOf } from '../../shared/paper/picture.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { pictureMakerHere, pressHere } from './press-here.ts';
import { bigReport, smallReport } from './report-on-paper.ts';

const since = (report: BoardReport) => ({
  quarter: report.quarter,
  last: { quarter: report.quarter },
  counts: { new: 0, resolved: 0, reopened: 0, decided: 0 },
  new: [],
  resolved: [],
  reopened: [],
  decided: [],
});
const maker = pictureMakerHere();
const drawn = (report: BoardReport) =>
  drawingsOf(
    { press: pressHere(), maker },
    { report, commentary: [], since: since(report) },
    { locale: 'en-GB', file: 'Board pack Q2 2026.pdf' },
    (id) => id,
  );
const letterOf = (report: BoardReport) =>
  boardMailFor(
    { name: 'Eve' },
    {
      report,
      sealed: false,
      names: new Map(),
      pageUrl: 'https://page.example',
      stop: 'https://page.example/stop',
    },
    voiceOf({ locale: 'en-GB', timeZone: 'Europe/Berlin', fiscalStart: 1 }),
  );
/** Width of a PNG, from its header. */
const widthOf = (png: Uint8Array): number => Buffer.from(png).readUInt32BE(16);

describe.each([
  ['a small company', smallReport()],
  ['50 departments and 30 outcomes', bigReport()],
])('the mail of %s', (_, report) => {
  const [picture, pack] = drawn(report);
  const { html, text } = letterOf(report);

  it('has a picture of the heat map, named as its text names it, and the pack', () => {
    expect(picture).toMatchObject({ type: 'image/png', cid: 'heat-map' });
    expect(
      Buffer.from(picture?.bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(widthOf(picture?.bytes ?? new Uint8Array(24))).toBeGreaterThanOrEqual(552);
    expect(html).toContain('src="cid:heat-map"');
    expect(pack).toMatchObject({ type: 'application/pdf', file: 'Board pack Q2 2026.pdf' });
    expect(
      Buffer.from(pack?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('weighs less than 100 KB without its attachment, as it goes over the wire', () => {
    const encoded = (bytes: number) => Math.ceil((bytes / 3) * 4 * (78 / 76));
    const weight = [html, text].map((one) => Buffer.byteLength(one)).concat(picture?.bytes.length ?? 0);
    expect(weight.map(encoded).reduce((sum, one) => sum + one)).toBeLessThan(100_000);
  });
});

describe('a picture', () => {
  it('is drawn with the letters of the page: without fonts it is another one', () => {
    const svg = heatPicture(smallReport(), mailWords);
    const bare = { ...maker, fontFiles: [] };
    expect(
      Buffer.compare(Buffer.from(pictureOf(maker, svg, 736)), Buffer.from(pictureOf(bare, svg, 736))),
    ).not.toBe(0);
  });

  it('of no drawing is an error', () => {
    expect(() => pictureOf(maker, 'no svg', 736)).toThrow();
  });

  it('shows the part that can be read, and the mail says which', () => {
    expect(letterOf(bigReport()).text).not.toContain('<');
    expect(letterOf(bigReport()).html).toContain(
      'Drawn here: the 10 departments with the most gaps, and the 12 outcomes that fare worst.',
    );
    expect(letterOf(smallReport()).html).not.toContain('Drawn here');
  });
});

describe('the file', () => {
  it('is named for the quarter as the reader writes it', () => {
    const voice = voiceOf({ locale: 'de-DE', timeZone: 'Europe/Berlin', fiscalStart: 1 });
    expect(packName(voice.f.quarter('2026-Q2'), voice)).toBe('Board pack Q2 2026.pdf');
  });
});
