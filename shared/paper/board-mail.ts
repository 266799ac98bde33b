// The drawings of the mail about a closed quarter: the heat map as a picture, and the board pack, both of what was kept
// for the quarter's mails.
import { heatCid } from '../mail/board.ts';
import { heatPicture } from '../mail/heat-picture.ts';
import { type MailWords, mailWords } from '../mail/words/en.ts';
import type { MailedReport } from '../report/mailed-report.ts';
import { boardPack } from './board-pack.ts';
import type { PaperLanguage } from './pen.ts';
import { type PictureMaker, pictureMaker, pictureOf } from './picture.ts';
import { press } from './press.ts';
import { type Press, setPaper } from './typst.ts';

/** Pixels of the picture's width: twice those that the mail shows, for sharp screens; less where that is heavy. */
const widths = [1104, 736, 552] as const;
/** Bytes up to which a picture leaves the mail below 100 KB on its way. */
const heaviest = 48_000;

/** What a drawing is made for: the reader's locale, and the name of the file. */
export interface BoardMailDrawing {
  readonly locale: string;
  readonly file: string;
}

/** The sharpest picture that is light enough; the smallest one, where none is. */
const pictureWithin = (maker: PictureMaker, svg: string): Uint8Array => {
  const [first, ...smaller] = widths;
  let picture = pictureOf(maker, svg, first);
  for (const width of smaller) if (picture.length > heaviest) picture = pictureOf(maker, svg, width);
  return picture;
};

type MailLanguage = PaperLanguage & { readonly mail: MailWords };

/** The picture, as the mail's text names it, and the board pack. Throws an Error where either can't be made. */
export const drawingsOf = (
  { press: made, maker }: { readonly press: Press; readonly maker: PictureMaker },
  { report, ...beside }: MailedReport,
  { locale, file }: BoardMailDrawing,
  memberName: (id: string) => string,
  language?: MailLanguage,
) => {
  const svg = heatPicture(report, language?.mail ?? mailWords);
  const picture = pictureWithin(maker, svg);
  const { timeZone, fiscalStart } = report.calendar;
  const place = { locale, timeZone, fiscalStart };
  const { pdf } = setPaper(made, boardPack(report, place, { ...beside, memberName }, language));
  return [
    { file: `${heatCid}.png`, type: 'image/png' as const, bytes: picture, cid: heatCid },
    { file, type: 'application/pdf' as const, bytes: pdf },
  ];
};

/** The same with the press and the picture maker of this function, loaded when they are first asked for. */
export const drawBoardMail = async (
  kept: MailedReport,
  drawing: BoardMailDrawing,
  memberName: (id: string) => string,
  language?: MailLanguage,
) => {
  const made = await press();
  const maker = await pictureMaker(made.fonts);
  return drawingsOf({ press: made, maker }, kept, drawing, memberName, language);
};
