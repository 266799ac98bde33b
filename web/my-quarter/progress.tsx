// How far the quarter is, in one sentence: how many figures are filled in, and when they are due or what became of them.
import type { QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import { asksReading } from '../../shared/domain/kpi-in-quarter.ts';
import { localDay, type Session, useSession } from '../session/session.tsx';
import { type Readable, type Typing, typingOf } from './entries.ts';
import { sameTyping } from './merge.ts';

/** How many of the KPIs that the quarter asks have a figure, or a reason why there is none. */
export const filledIn = (sheet: QuarterSheet, { readings }: Readable): { n: number; all: number } => {
  const asked = sheet.rows.filter(({ kpi }) => asksReading(kpi, sheet.quarter)).map(({ kpi }) => kpi.id);
  return { n: readings.filter(({ kpi }) => asked.includes(kpi)).length, all: asked.length };
};

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const dueText = ({ dueDate }: QuarterSheet, { m, f, me }: Session): string => {
  const days = daysBetween(localDay(me.now, me.organisation.timeZone), dueDate);
  const words = m.myQuarter.due;
  if (days === 0) return words.today;
  return days > 0 ? f.say(words.ahead, { n: days }) : f.say(words.late, { n: -days });
};

/** The sentence above the sheet. */
export const headingOf = (sheet: QuarterSheet, typing: Typing, read: Readable, session: Session): string => {
  const { m, f } = session;
  const { submission, gate } = sheet;
  const words = m.myQuarter.heading;
  const said = { ...filledIn(sheet, read), quarter: f.quarter(sheet.quarter) };
  if (gate === 'not-begun') return f.say(words['not-begun'], said);
  if (submission === undefined) {
    if (gate === 'closed') return f.say(words.closed, said);
    if (!sheet.writable) return f.say(words.none, said);
    return f.say(words.open, { ...said, due: dueText(sheet, session) });
  }
  if (submission.state === 'returned') return f.say(words.returned, said);
  const submitted = typingOf({ ...sheet, draft: undefined }, f.locale);
  if (sheet.writable && gate === 'open' && !sameTyping(typing, submitted)) return f.say(words.changed, said);
  return f.say(words[submission.state], said);
};

/** The same as a bar. */
export const FilledIn = ({ sheet, read }: { sheet: QuarterSheet; read: Readable }) => {
  const { m, f } = useSession();
  const { n, all } = filledIn(sheet, read);
  if (all === 0) return null;
  return (
    <p className="filled-in">
      <progress max={all} value={n} aria-label={m.myQuarter.filledInLabel} />
      {sheet.submission !== undefined && <span>{f.say(m.myQuarter.filledIn, { n, all })}</span>}
    </p>
  );
};
