// What one member is told about what is new, still open and resolved. Nothing is said when nothing has changed; the
// subject is the finding, and a moved figure in the evidence is no news.
import { remedyOf } from '../checks/message.ts';
import type { Member } from '../domain/member.ts';
import type { BoardReport } from '../report/board-report.ts';
import { causeLineOf, causesOf, causeText } from '../report/causes.ts';
import type { ActionLine } from '../report/decision-lines.ts';
import type { FindingLine } from '../report/finding-line.ts';
import { headlineText } from '../report/headline.ts';
import { keyFiguresOf } from './key-figures.ts';
import { type Letter, renderLetter } from './letter.ts';

/** `fingerprint|state|level`: what of a finding is news when it changes. */
export const newsToken = ({
  fingerprint,
  state,
  level,
}: Pick<FindingLine, 'fingerprint' | 'state' | 'level'>): string => `${fingerprint}|${state}|${level}`;

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** A department with error findings whose head has stopped mail, and has no deputy who gets it. */
export interface Unheard {
  readonly department: string;
  readonly heads: readonly string[];
  readonly errors: number;
}

const unheardText = (unheard: readonly Unheard[]): string =>
  unheard
    .map(
      ({ department, heads, errors }) =>
        `Nobody in ${department} is told of its ${count(errors, 'error finding', 'error findings')}: ${heads.join(' and ')} ${heads.length === 1 ? 'has' : 'have'} stopped mail, and no deputy is named.`,
    )
    .join(' ');

/** What was decided comes back until it is done, the oldest first. */
const actionsText = (actions: readonly ActionLine[]): string | undefined => {
  const [oldest] = actions;
  if (oldest === undefined) return undefined;
  const late = actions.filter(({ stalled }) => stalled).length;
  const one = `“${oldest.text}” (${oldest.owner}, due ${oldest.dueQuarter})`;
  return `${count(actions.length, 'action is', 'actions are')} open, ${late} past the due quarter; the oldest: ${one}.`;
};

/** What a digest is made of. */
export interface DigestInput {
  readonly report: BoardReport;
  /** Every unresolved finding, worst and oldest first. */
  readonly lines: readonly FindingLine[];
  /** The tokens of the last digest; empty before the first. */
  readonly told: ReadonlySet<string>;
  /** Whether it is the organisation's first digest: it says how many there are and where to start. */
  readonly isFirst?: boolean;
  /** The address of the page, without a slash at its end. */
  readonly pageUrl: string;
  /** Where the member stops all mail without signing in. */
  readonly stop?: string | undefined;
  /** Departments with error findings that nobody is told of; executives hear it. */
  readonly unheard?: readonly Unheard[];
}

/** How many causes one digest tells; the page has all findings. */
const shown = 5;

const concerns = (member: Pick<Member, 'roles' | 'heads'>, line: Pick<FindingLine, 'department'>): boolean =>
  member.roles.includes('executive') ||
  (line.department !== undefined && member.heads.includes(line.department));

/** The departments of findings that were told and are no longer there are not known: resolved ones are told to executives by number. */
const resolvedCount = ({ told, lines }: DigestInput): number => {
  const open = new Set(lines.map(({ fingerprint }) => fingerprint));
  return [...told].filter((token) => !open.has(token.slice(0, token.indexOf('|')))).length;
};

/** The digest of one member, or undefined where nothing has changed for him or her. */
export const digestFor = (
  member: Pick<Member, 'name' | 'roles' | 'heads'>,
  input: DigestInput,
): Letter | undefined => {
  const { report, told, pageUrl } = input;
  const executive = member.roles.includes('executive');
  if (!executive && member.heads.length === 0) return undefined;
  // What is waived asks nothing of anybody until its waiver ends.
  const mine = input.lines.filter((line) => line.state !== 'waived' && concerns(member, line));
  const fresh = mine.filter((line) => !told.has(newsToken(line)));
  const resolved = executive ? resolvedCount(input) : 0;
  if (fresh.length === 0 && resolved === 0) return undefined;
  const open = mine.filter((line) => told.has(newsToken(line)) && line.state === 'open');
  const causes = [...causesOf(fresh), ...causesOf(open)].slice(0, shown);
  const lead = causes[0];
  const inCauses = causes.reduce((sum, { lines }) => sum + lines.length, 0);
  const tally = input.isFirst
    ? `${count(fresh.length, 'finding', 'findings')}${causes.length < fresh.length ? `, start with these ${causes.length}` : ''}`
    : [
        count(fresh.length, 'new finding', 'new findings'),
        `${open.length} still open`,
        ...(executive ? [`${resolved} resolved since the last digest`] : []),
      ].join(', ');
  const notice = [
    actionsText(
      (report.actions ?? []).filter(
        ({ department }) => executive || (department !== undefined && member.heads.includes(department)),
      ),
    ),
    executive && input.unheard?.length ? unheardText(input.unheard) : undefined,
  ]
    .filter((text) => text !== undefined)
    .join(' ');
  const departments = new Map(report.departments.map(({ id, name }) => [id, name]));
  return renderLetter({
    subject:
      lead === undefined
        ? `${count(resolved, 'finding', 'findings')} resolved`
        : causeText(causeLineOf(lead)),
    greeting: `Dear ${member.name},`,
    opening: executive
      ? `${headlineText(report)} ${tally}.`
      : `${tally} for your department in ${report.quarter}.`,
    ...(executive ? { figures: keyFiguresOf(report) } : {}),
    items: causes.map((cause) => {
      const { lead: line } = cause;
      return {
        text: causeText(causeLineOf(cause)),
        note: `${line.level}${line.department === undefined ? '' : ` · ${departments.get(line.department) ?? line.department}`} · since ${line.since}${told.has(newsToken(line)) ? '' : ' · new'}`,
        action: remedyOf(line.check),
        link: `${pageUrl}/findings/${line.fingerprint}`,
      };
    }),
    ...(notice === '' ? {} : { notice }),
    ...(input.stop === undefined ? {} : { stop: input.stop }),
    more:
      mine.length > inCauses
        ? `${mine.length - inCauses} more are in the register: ${pageUrl}/findings`
        : undefined,
    button: executive
      ? { label: 'Open the board report', link: `${pageUrl}/report/${report.quarter}` }
      : {
          label: 'Open your quarter',
          link: `${pageUrl}/departments/${member.heads[0] ?? ''}/quarters/${report.quarter}`,
        },
    footer: `You receive this as ${executive ? 'an executive' : 'a department head'} of ${report.organisation.name}. Change it at ${pageUrl}/settings.`,
  });
};
