// A department head is reminded before the due date, as long as nothing counts for the quarter.
import type { Member } from '../domain/member.ts';
import type { Quarter } from '../domain/quarter.ts';
import { type Letter, renderLetter } from './letter.ts';

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

/** The reminder of one department head. */
export const reminderFor = (member: Pick<Member, 'name'>, input: ReminderInput): Letter => {
  const { quarter, dueDate, daysLeft, departments, pageUrl } = input;
  const days = daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`;
  const first = departments[0];
  const link = (id: string) => `${pageUrl}/departments/${id}/quarters/${quarter}`;
  return renderLetter({
    subject: `${quarter} is due ${days}: ${departments.map(({ name }) => name).join(', ')}`,
    greeting: `Dear ${member.name},`,
    opening: `The figures of ${quarter} are due ${days}, on ${dueDate}.`,
    items: departments.map(({ id, name, kpis }) => ({
      text: `${name} has not submitted ${quarter}`,
      note: `${kpis} ${kpis === 1 ? 'KPI waits' : 'KPIs wait'} for a figure`,
      action: 'Last quarter’s figures stand beside each field; a draft is saved as you type.',
      link: link(id),
    })),
    ...(input.stop === undefined ? {} : { stop: input.stop }),
    more: undefined,
    button: { label: 'Fill in the quarter', link: link(first?.id ?? '') },
    footer: `You receive this as a department head of ${input.organisation}. Change it at ${pageUrl}/settings.`,
  });
};
