// A department head is reminded before the due date, as long as nothing counts for the quarter.
import type { Member } from '../domain/member.ts';
import type { Quarter } from '../domain/quarter.ts';
import { type Letter, renderLetter } from './letter.ts';
import type { Voice } from './voice.ts';

/** What a reminder is about. */
export interface ReminderInput {
  readonly organisation: string;
  readonly quarter: Quarter;
  readonly dueDate: string;
  readonly daysLeft: number;
  /** The departments without a submission that counts, with how many KPIs wait for a figure. */
  readonly departments: readonly { readonly id: string; readonly name: string; readonly kpis: number }[];
  readonly pageUrl: string;
  readonly stop?: string | undefined;
}

const whenOf = (daysLeft: number): 'today' | 'tomorrow' | 'later' =>
  daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : 'later';

/** The reminder of one department head. */
export const reminderFor = (member: Pick<Member, 'name'>, input: ReminderInput, voice: Voice): Letter => {
  const { w, f, list } = voice;
  const { organisation, daysLeft, departments, pageUrl, stop } = input;
  const quarter = f.quarter(input.quarter);
  const day = f.day(input.dueDate);
  const link = (id: string) => `${pageUrl}/departments/${id}/quarters/${input.quarter}`;
  const told = { quarter, day, n: daysLeft, departments: list(departments.map(({ name }) => name)) };
  return renderLetter(
    {
      subject: f.say(w.reminderSubject[whenOf(daysLeft)], told),
      opening: f.say(w.reminderOpening[whenOf(daysLeft)], told),
      notices: [],
      figures: [],
      items: departments.map(({ id, name, kpis }) => ({
        kicker: name,
        isGrave: false,
        text: f.say(w.missing, { department: name, quarter }),
        notes: [f.say(w.kpisWait, { n: kpis })],
        action: w.fillIn,
        link: link(id),
      })),
      more: [],
      button: { label: w.fillInQuarter, link: link(departments[0]?.id ?? '') },
      footer: f.say(w.footer, { name: member.name, role: w.to.head, organisation }),
      preferences: `${pageUrl}/mail-preferences`,
      stop,
    },
    voice,
  );
};
