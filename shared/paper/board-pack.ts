// The board pack: from a report to a manuscript, and from that to a PDF. The same figures as the page, because both come
// from the same report by the same formats.
import { canonicalJson, sha256Hex } from '../domain/canonical.ts';
import type { Place } from '../format/formats.ts';
import type { BoardReport } from '../report/board-report.ts';
import type { Beside } from './beside.ts';
import { packDrawings } from './pack-drawings.ts';
import { packModel } from './pack-model.ts';
import { packTemplate } from './pack-template.ts';
import { onEnglishPaper, penOf } from './pen.ts';
import type { Manuscript } from './typst.ts';

/** Whether a drawing as wide as the paper is too high for one page, so that its height decides. */
const isTall = (svg: string): boolean => {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return Number(height) / Number(width) > 0.5;
};

/** How many digits of a digest stand at the foot. */
const digestShown = 16;

/** What names the state of a report's figures: the beginning of the hash of its canonical JSON. */
export const reportDigest = (report: BoardReport): string =>
  sha256Hex(canonicalJson(report)).slice(0, digestShown);

/** The manuscript of a report's board pack, as somebody reads it in a place and a language. */
export const boardPack = (
  report: BoardReport,
  place: Place,
  beside: Beside = {},
  language = onEnglishPaper,
): Manuscript => {
  const f = penOf(place, language);
  const digest =
    beside.sealed === undefined
      ? reportDigest(report)
      : f.say(f.w.sealed, { digest: beside.sealed.digest.slice(0, digestShown) });
  const model = packModel(report, f, digest, beside);
  const drawings = packDrawings(report, f);
  const files = new Map<string, string>();
  const kept = (name: string, { svg, alt }: { readonly svg: string; readonly alt: string }) => {
    files.set(`${name}.svg`, svg);
    return { file: `${name}.svg`, alt, tall: isTall(svg) };
  };
  const data = {
    ...model,
    mapSentence: f.say(f.w.mapSentence, { n: drawings.map.faulty }),
    mapLegend: f.say(f.w.mapLegend, { shown: drawings.map.shown }),
    standings: model.standings.map((one, i) => {
      const drawing = drawings.standings.get(one.id);
      return drawing === undefined
        ? one
        : { ...one, line: kept(`line-${i}`, drawing.line), bullet: kept(`bullet-${i}`, drawing.bullet) };
    }),
    drawings: {
      coverage: kept('coverage', drawings.coverage),
      alignment: kept('alignment', drawings.alignment),
      heat: kept('heat', drawings.heat),
      map: kept('map', drawings.map),
    },
  };
  files.set('data.json', JSON.stringify(data));
  return { source: packTemplate, files };
};
