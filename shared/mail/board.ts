// What executives get when a quarter has closed: the headline, three numbers with their change, the heat map, what is
// asked of the board, and the board pack. The picture and the pack are drawn when the mail is sent; where that fails,
// the same mail goes out without them, since headline, numbers and link already are the answer.
import type { Member } from '../domain/member.ts';
import type { BoardReport } from '../report/board-report.ts';
import { causeLineOf, causesOf } from '../report/causes.ts';
import { heatPartOf } from './heat-part.ts';
import { keyFiguresOf } from './key-figures.ts';
import { type Letter, type LetterItem, type LetterPicture, renderLetter } from './letter.ts';
import { named } from './named.ts';
import type { Voice } from './voice.ts';

/** The name by which the mail's text speaks of its picture. */
export const heatCid = 'heat-map';

/** What the mail is made of. */
export interface BoardMailInput {
  readonly report: BoardReport;
  readonly sealed: boolean;
  /** What was said about the report, and by whom. */
  readonly commentary?: { readonly by: string; readonly text: string } | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly pageUrl: string;
  readonly stop: string;
}

/** A mail in two forms: with picture and pack, and as it is sent where they can't be drawn. */
export interface DrawnLetter extends Letter {
  readonly without: { readonly html: string; readonly text: string };
}

/** How many decisions and actions the mail tells. */
const decisionsShown = 3;
const actionsShown = 2;

/** The name of the attached file. */
export const packName = (quarter: string, { w, f }: Voice): string => `${f.say(w.packFile, { quarter })}.pdf`;

const pictureOf = (report: BoardReport, { w, f }: Voice): LetterPicture => {
  const { departments, outcomes, isAll } = heatPartOf(report);
  const all = { departments: report.departments.length, outcomes: report.outcomes.length };
  return {
    cid: heatCid,
    title: w.heat,
    alt: f.say(w.heatAlt, {
      ...all,
      gaps: report.matrix.filter(({ gap }) => gap).length,
      empty: all.departments * all.outcomes - report.matrix.length,
    }),
    notes: [
      w.heatKey,
      ...(isAll ? [] : [f.say(w.heatPart, { departments: departments.length, outcomes: outcomes.length })]),
    ],
  };
};

const decisionsOf = ({ report, names, pageUrl }: BoardMailInput, voice: Voice): LetterItem[] =>
  causesOf(report.decisions.map((line) => named(line, names)))
    .slice(0, decisionsShown)
    .map((cause) => {
      const { w, f } = voice;
      const { level, department, since, check, fingerprint } = cause.lead;
      return {
        kicker: f.say(w.decide, { level: w.levels[level] }),
        isGrave: level === 'error',
        text: voice.cause(causeLineOf(cause)),
        notes: [
          report.departments.find(({ id }) => id === department)?.name ?? w.noDepartment,
          f.say(w.since, { quarter: f.quarter(since) }),
        ],
        action: voice.remedy(check),
        link: `${pageUrl}/findings/${fingerprint}`,
      };
    });

const actionItems = ({ report, names, pageUrl }: BoardMailInput, { w, f }: Voice): LetterItem[] =>
  (report.actions ?? []).slice(0, actionsShown).map((action) => ({
    kicker: action.stalled ? w.lateAction : w.openAction,
    isGrave: action.stalled,
    text: action.text,
    notes: [
      f.say(w.act.owner, { name: names.get(action.owner) ?? action.owner }),
      f.say(w.act.dueQuarter, { quarter: f.quarter(action.dueQuarter) }),
      f.say(w.act.decidedIn, { quarter: f.quarter(action.decidedIn) }),
    ],
    action: f.say(w.act.open, { n: action.open }),
    link: `${pageUrl}/findings/${action.findings[0] ?? ''}`,
  }));

/** The mail to one executive. */
export const boardMailFor = (
  member: Pick<Member, 'name'>,
  input: BoardMailInput,
  voice: Voice,
): DrawnLetter => {
  const { w, f } = voice;
  const { report, sealed, commentary, names, pageUrl, stop } = input;
  const quarter = f.quarter(report.quarter);
  const { submitted, expected, complete } = report.completeness;
  const decisions = decisionsOf(input, voice);
  const told = causesOf(report.decisions)
    .slice(0, decisionsShown)
    .reduce((sum, { lines }) => sum + lines.length, 0);
  const beyond = report.unresolved - told;
  const letter = (notice: string, picture: LetterPicture | undefined): Letter =>
    renderLetter(
      {
        subject: voice.headline(report),
        opening: voice.headline(report),
        lead: [f.say(sealed ? w.boardSealed : w.boardOpening, { quarter, submitted, expected })],
        notices: [
          ...(complete ? [] : [{ text: w.provisional, isGrave: true }]),
          ...(commentary === undefined
            ? []
            : [
                {
                  text: f.say(w.commented, {
                    name: names.get(commentary.by) ?? commentary.by,
                    quarter,
                    text: commentary.text,
                  }),
                  isGrave: false,
                },
              ]),
        ],
        figures: keyFiguresOf(report, voice),
        picture,
        items: [...actionItems(input, voice), ...decisions],
        more: [...(beyond > 0 ? [f.say(w.more, { n: beyond })] : []), notice],
        button: { label: w.openReport, link: `${pageUrl}/report/${report.quarter}` },
        footer: f.say(w.footer, {
          name: member.name,
          role: w.to.executive,
          organisation: report.organisation.name,
        }),
        preferences: `${pageUrl}/mail-preferences`,
        stop,
      },
      voice,
    );
  const { html, text } = letter(w.notDrawn, undefined);
  const file = packName(quarter, voice);
  return { ...letter(f.say(w.attached, { file }), pictureOf(report, voice)), without: { html, text } };
};
