// What nobody has answered comes before the executives: one mail, at most a few findings, each once in its spell.
import type { Member } from '../domain/member.ts';
import type { FindingLine } from '../report/finding-line.ts';
import { type Letter, renderLetter } from './letter.ts';
import type { Voice } from './voice.ts';

/** What an escalation is about. */
export interface EscalationInput {
  readonly organisation: string;
  readonly days: number;
  /** The error findings that newly waited too long, the oldest first; at least one. */
  readonly lines: readonly FindingLine[];
  readonly departments: ReadonlyMap<string, string>;
  readonly pageUrl: string;
  readonly stop: string;
}

/** How many findings one mail tells; the register has them all. */
const shown = 5;

/** The mail to one executive. */
export const escalationFor = (member: Pick<Member, 'name'>, input: EscalationInput, voice: Voice): Letter => {
  const { w, f, finding, remedy } = voice;
  const { organisation, days, lines, departments, pageUrl, stop } = input;
  const [lead] = lines;
  const opening = f.say(w.escalationOpening, { n: lines.length, days });
  const first = lines.slice(0, shown);
  const beyond = lines.length - first.length;
  return renderLetter(
    {
      subject: lead === undefined ? opening : f.say(w.escalationSubject, { n: days, finding: finding(lead) }),
      opening,
      notices: [],
      figures: [],
      items: first.map((line) => ({
        kicker: w.levels[line.level],
        isGrave: line.level === 'error',
        text: finding(line),
        notes: [
          line.department === undefined
            ? w.noDepartment
            : (departments.get(line.department) ?? line.department),
          f.say(w.since, { quarter: f.quarter(line.since) }),
        ],
        action: remedy(line.check),
        link: `${pageUrl}/findings/${line.fingerprint}`,
      })),
      more: beyond === 0 ? [] : [f.say(w.more, { n: beyond })],
      button: { label: w.register, link: `${pageUrl}/findings` },
      footer: f.say(w.footer, { name: member.name, role: w.to.executive, organisation }),
      preferences: `${pageUrl}/mail-preferences`,
      stop,
    },
    voice,
  );
};
