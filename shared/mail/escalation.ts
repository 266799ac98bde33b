// What nobody has answered comes before the executives: one mail, at most a few findings, each once in its spell.
import { messageOf, remedyOf } from '../checks/message.ts';
import type { Member } from '../domain/member.ts';
import type { FindingLine } from '../report/finding-line.ts';
import { type Letter, renderLetter } from './letter.ts';

/** What an escalation is about. */
export interface EscalationInput {
  readonly organisation: string;
  readonly days: number;
  /** The error findings that newly waited too long, the oldest first. */
  readonly lines: readonly FindingLine[];
  readonly departments: ReadonlyMap<string, string>;
  readonly pageUrl: string;
  readonly stop: string;
}

/** How many findings one mail tells; the register has them all. */
const shown = 5;

/** The mail to one executive. */
export const escalationFor = (member: Pick<Member, 'name'>, input: EscalationInput): Letter => {
  const { organisation, days, lines, departments, pageUrl, stop } = input;
  const [lead] = lines;
  const what = lines.length === 1 ? 'One error finding has' : `${lines.length} error findings have`;
  const first = lines.slice(0, shown);
  return renderLetter({
    subject: lead === undefined ? what : `Unanswered for over ${days} days: ${messageOf(lead)}`,
    greeting: `Dear ${member.name},`,
    opening: `${what} waited over ${days} days for a word from the department: nobody has acknowledged, commented, asked for a waiver, or been given an action.`,
    items: first.map((line) => ({
      text: messageOf(line),
      note: `${line.department === undefined ? 'no department' : (departments.get(line.department) ?? line.department)} · since ${line.since}`,
      action: remedyOf(line.check),
      link: `${pageUrl}/findings/${line.fingerprint}`,
    })),
    more:
      lines.length > first.length
        ? `${lines.length - first.length} more are in the register: ${pageUrl}/findings?unanswered=true`
        : undefined,
    button: { label: 'Open the register', link: `${pageUrl}/findings` },
    stop,
    footer: `You receive this as an executive of ${organisation}. Change it at ${pageUrl}/settings.`,
  });
};
