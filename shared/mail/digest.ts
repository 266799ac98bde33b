// What one member is told about what is new, what waits, what is still open and what was resolved. Nothing is said when
// nothing has changed; the subject is the finding, and a moved figure in the evidence is no news.
import type { Commentary } from '../domain/commentary.ts';
import { addDays, type Day, dayOf, daysBetween } from '../domain/day.ts';
import type { Member } from '../domain/member.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { BoardReport } from '../report/board-report.ts';
import { causeLineOf, causesOf } from '../report/causes.ts';
import type { ActionLine } from '../report/decision-lines.ts';
import type { FindingLine } from '../report/finding-line.ts';
import { type Ask, type AskedWaiver, asksOf } from './asks.ts';
import { keyFiguresOf } from './key-figures.ts';
import { type Letter, type LetterItem, type LetterNotice, renderLetter } from './letter.ts';
import type { Voice } from './voice.ts';

/** A finding as a digest knows it: with the instant of the last word on it. */
export type DigestLine = FindingLine & { readonly wordAt?: string | undefined };

/** A department with error findings whose head has stopped mail, and has no deputy who gets it. */
export interface Unheard {
  readonly department: string;
  readonly heads: readonly string[];
  readonly errors: number;
}

/** A quarter that was sealed: which revision, by whom, at which instant. */
export interface SealedNews {
  readonly quarter: Quarter;
  readonly revision: number;
  readonly by: string;
  readonly at: string;
}

/** What the digests of an organisation are made of, the same for all members. */
export interface DigestFacts {
  readonly report: BoardReport;
  /** Every unresolved finding, worst and oldest first. */
  readonly lines: readonly DigestLine[];
  readonly asked: readonly AskedWaiver[];
  /** Quarters that were sealed, oldest first. */
  readonly seals: readonly SealedNews[];
  /** What executives said about the report and its findings. */
  readonly commentary: readonly Commentary[];
  /** Departments with error findings that nobody is told of; executives hear it. */
  readonly unheard: readonly Unheard[];
  /** The names of members by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly today: Day;
  /** The quarter that is running today. */
  readonly running: Quarter;
  /** Days without a word from which on that is said of an error finding. */
  readonly escalationDays: number;
  /** The address of the page, without a slash at its end. */
  readonly pageUrl: string;
}

/** What one member's digest is made of besides. */
export interface Telling {
  /** The tokens of the last digest; empty before the first. */
  readonly told: ReadonlySet<string>;
  /** Whether it is the organisation's first digest: it says how many there are and where to start. */
  readonly isFirst: boolean;
  /** Where the member stops all mail without signing in. */
  readonly stop?: string | undefined;
}

type Reader = Pick<Member, 'id' | 'name' | 'roles' | 'heads'>;

/** `fingerprint|state|level`: what of a finding is news when it changes. */
const newsToken = ({ fingerprint, state, level }: FindingLine): string => `${fingerprint}|${state}|${level}`;
const sealToken = ({ quarter, revision }: SealedNews): string => `sealed|${quarter}|${revision}`;
const wordToken = ({ quarter, about, at }: Commentary): string => `said|${quarter}|${about}|${at}`;

const asksIn = (facts: DigestFacts): readonly Ask[] =>
  asksOf({ ...facts, actions: facts.report.actions ?? [] });

/** Everything that digests tell now, as tokens: what the next ones compare with. */
export const tokensOf = (facts: DigestFacts): string[] =>
  [
    ...facts.lines.map(newsToken),
    ...asksIn(facts).map(({ token }) => token),
    ...facts.seals.map(sealToken),
    ...facts.commentary.map(wordToken),
  ].sort();

/** How many things one digest tells, and how many of them may be no findings; the page has all. */
const shown = 5;
const asksShown = 3;

const isExecutive = ({ roles }: Pick<Member, 'roles'>): boolean => roles.includes('executive');
const concerns = (member: Reader, { department }: Pick<FindingLine, 'department'>): boolean =>
  isExecutive(member) || (department !== undefined && member.heads.includes(department));

const findingToken = /^[0-9a-f]{32}\|/;

/** Whose findings were told and are no longer there is not known: resolved ones are told to executives by number. */
const resolvedCount = (told: ReadonlySet<string>, lines: readonly FindingLine[]): number => {
  const open = new Set(lines.map(({ fingerprint }) => fingerprint));
  return [...told].filter((token) => findingToken.test(token) && !open.has(token.slice(0, 32))).length;
};

/** What is said of a finding beside its sentence. */
const notesOf = (line: DigestLine, facts: DigestFacts, told: ReadonlySet<string>, voice: Voice): string[] => {
  const { w, f } = voice;
  const { report, commentary, names, today, escalationDays } = facts;
  const { fingerprint, level, state, department, since, reopened, wordAt } = line;
  const { timeZone } = report.calendar;
  const isNew = !told.has(newsToken(line));
  const ended = isNew && ['error', 'warning', 'note'].some((one) => told.has(`${fingerprint}|waived|${one}`));
  const acted = (report.actions ?? []).some(({ findings }) => findings.includes(fingerprint));
  const wordDay = wordAt === undefined ? today : dayOf(wordAt, timeZone);
  const asked = line.waiver?.state === 'asked';
  const silent =
    level === 'error' && state === 'open' && !acted && !asked && addDays(wordDay, escalationDays) < today;
  const word = commentary.find(({ about }) => about === `finding.${fingerprint}`);
  return [
    department === undefined
      ? w.noDepartment
      : (report.departments.find(({ id }) => id === department)?.name ?? department),
    f.say(w.since, { quarter: f.quarter(since) }),
    ...(isNew && !ended && reopened !== undefined ? [f.say(w.cameBack, { n: reopened })] : []),
    ...(isNew && !ended && reopened === undefined ? [w.isNew] : []),
    ...(ended ? [w.waiverEnded] : []),
    ...(asked ? [w.waiverAsked] : []),
    ...(silent ? [f.say(w.silent, { n: daysBetween(wordDay, today) })] : []),
    ...(word === undefined ? [] : [f.say(w.said, { name: names.get(word.by) ?? word.by, text: word.text })]),
  ];
};

/** What was decided comes back until it is done, the oldest first. */
const actionsNotice = (
  actions: readonly ActionLine[],
  { names }: DigestFacts,
  { w, f }: Voice,
): LetterNotice[] => {
  const [oldest] = actions;
  if (oldest === undefined) return [];
  const { text, owner, dueQuarter } = oldest;
  const late = actions.filter(({ stalled }) => stalled).length;
  const name = names.get(owner) ?? owner;
  const data = { n: actions.length, late, text, name, quarter: f.quarter(dueQuarter) };
  return [{ text: f.say(w.actionsOpen, data), isGrave: late > 0 }];
};

const unheardText = (unheard: readonly Unheard[], { w, f, list }: Voice): string[] =>
  unheard.map(({ department, heads, errors }) =>
    f.say(w.unheard, { n: errors, department, names: list(heads) }),
  );

/** News that is no finding: sealed quarters, and what others said about the report. */
const eventsText = (
  reader: Reader,
  facts: DigestFacts,
  told: ReadonlySet<string>,
  { w, f }: Voice,
): string[] => {
  const { seals, commentary, names, report } = facts;
  const seal = seals.filter((one) => one.by !== reader.id && !told.has(sealToken(one))).at(-1);
  const words = commentary.filter(
    (one) => one.about === 'report' && one.by !== reader.id && !told.has(wordToken(one)),
  );
  return [
    ...(seal === undefined
      ? []
      : [
          f.say(seal.revision === 1 ? w.sealed : w.resealed, {
            name: names.get(seal.by) ?? seal.by,
            quarter: f.quarter(seal.quarter),
            day: f.day(dayOf(seal.at, report.calendar.timeZone)),
            n: seal.revision,
          }),
        ]),
    ...words.map(({ by, quarter, text }) =>
      f.say(w.commented, { name: names.get(by) ?? by, quarter: f.quarter(quarter), text }),
    ),
  ];
};

/** What a digest says before it is put into words. */
interface News {
  readonly fresh: readonly DigestLine[];
  readonly open: readonly DigestLine[];
  readonly mine: readonly DigestLine[];
  readonly asks: readonly Ask[];
  readonly newAsks: readonly Ask[];
  readonly resolved: number;
  readonly events: readonly string[];
}

const newsFor = (reader: Reader, facts: DigestFacts, told: ReadonlySet<string>, voice: Voice): News => {
  const asks = asksIn(facts).filter(({ isFor }) => isFor(reader));
  const actions = new Set(asks.map(({ action }) => action));
  // What is waived asks nothing of anybody until its waiver ends; a late action that waits for the reader is told once.
  const isTold = ({ state, check, subject }: FindingLine): boolean =>
    state === 'waived' || (check === 'stalled-action' && actions.has(subject.ids[0]));
  const mine = facts.lines.filter((line) => !isTold(line) && concerns(reader, line));
  return {
    mine,
    fresh: mine.filter((line) => !told.has(newsToken(line))),
    open: mine.filter((line) => told.has(newsToken(line)) && line.state === 'open'),
    asks,
    newAsks: asks.filter(({ token }) => !told.has(token)),
    resolved: isExecutive(reader) ? resolvedCount(told, facts.lines) : 0,
    events: eventsText(reader, facts, told, voice),
  };
};

const openingOf = (
  reader: Reader,
  { report }: DigestFacts,
  { fresh, open, newAsks, resolved }: News,
  causes: number,
  isFirst: boolean,
  voice: Voice,
): string => {
  const { w, f } = voice;
  const executive = isExecutive(reader);
  const quarter = f.quarter(report.quarter);
  if (!executive && fresh.length === 0 && newAsks.length > 0)
    return f.say(w.digestHeadAsks, { n: newAsks.length, quarter });
  const counts = isFirst
    ? [
        f.say(w.findings, { n: fresh.length }),
        ...(causes < fresh.length ? [f.say(w.startWith, { n: causes })] : []),
      ]
    : [
        f.say(w.newFindings, { n: fresh.length }),
        f.say(w.stillOpen, { n: open.length }),
        ...(executive ? [f.say(w.resolvedSince, { n: resolved })] : []),
      ];
  const tally = counts.join(', ');
  return executive
    ? f.say(w.digestExecutive, { headline: voice.headline(report), tally })
    : f.say(w.digestHead, { tally, quarter });
};

/** The digest of one member, or undefined where nothing has changed for him or her. */
export const digestFor = (
  reader: Reader,
  facts: DigestFacts,
  { told, isFirst, stop }: Telling,
  voice: Voice,
): Letter | undefined => {
  const { report, pageUrl } = facts;
  const { w, f } = voice;
  const executive = isExecutive(reader);
  if (!executive && reader.heads.length === 0) return undefined;
  const news = newsFor(reader, facts, told, voice);
  const { fresh, open, mine, asks, newAsks, resolved, events } = news;
  if (fresh.length + newAsks.length + resolved + events.length === 0) return undefined;
  const all = [...causesOf(fresh), ...causesOf(open)];
  const waiting = asks.slice(0, Math.max(asksShown, shown - all.length));
  const causes = all.slice(0, shown - waiting.length);
  const leads = fresh.length === 0 ? undefined : causes[0];
  const items = [
    ...waiting.map(({ item }) => item(voice)),
    ...causes.map((cause): LetterItem => {
      const { lead } = cause;
      return {
        kicker: w.levels[lead.level],
        isGrave: lead.level === 'error',
        text: voice.cause(causeLineOf(cause)),
        notes: notesOf(lead, facts, told, voice),
        action: voice.remedy(lead.check),
        link: `${pageUrl}/findings/${lead.fingerprint}`,
      };
    }),
  ];
  const beyond = mine.length - causes.reduce((sum, { lines }) => sum + lines.length, 0);
  const shownActions = new Set(waiting.map(({ action }) => action));
  const own = (report.actions ?? []).filter(
    (action) => (action.owner === reader.id || concerns(reader, action)) && !shownActions.has(action.id),
  );
  return renderLetter(
    {
      subject:
        leads === undefined
          ? (newAsks[0]?.item(voice).text ?? events[0] ?? f.say(w.resolved, { n: resolved }))
          : voice.cause(causeLineOf(leads)),
      opening: openingOf(reader, facts, news, causes.length, isFirst, voice),
      notices: [
        ...actionsNotice(own, facts, voice),
        ...(executive ? unheardText(facts.unheard, voice) : []).map((text) => ({ text, isGrave: true })),
        ...events.map((text) => ({ text, isGrave: false })),
      ],
      figures: executive ? keyFiguresOf(report, voice) : [],
      items,
      more: [
        ...(asks.length > waiting.length ? [f.say(w.moreAsks, { n: asks.length - waiting.length })] : []),
        ...(beyond > 0 ? [f.say(w.more, { n: beyond })] : []),
      ],
      button: executive
        ? { label: w.openReport, link: `${pageUrl}/report/${report.quarter}` }
        : {
            label: w.openQuarter,
            link: `${pageUrl}/departments/${reader.heads[0] ?? ''}/quarters/${report.quarter}`,
          },
      footer: f.say(w.footer, {
        name: reader.name,
        role: executive ? w.to.executive : w.to.head,
        organisation: report.organisation.name,
      }),
      preferences: `${pageUrl}/mail-preferences`,
      stop,
    },
    voice,
  );
};
