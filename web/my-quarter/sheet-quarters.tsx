// The way to the quarters beside this one.
import { Link } from 'react-router';
import type { QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import { addQuarters } from '../../shared/domain/quarter-steps.ts';
import { useSession } from '../session/session.tsx';
import { TargetsLink } from './targets-link.tsx';

/** Links to the quarter before and, up to the running one, the quarter after. */
export const SheetQuarters = ({ sheet }: { sheet: QuarterSheet }) => {
  const { m, f, me } = useSession();
  const before = addQuarters(sheet.quarter, -1);
  const after = addQuarters(sheet.quarter, 1);
  const to = (quarter: string): string => `/departments/${sheet.department.id}/quarters/${quarter}`;
  return (
    <nav className="aside-links" aria-label={m.quarter.quarters}>
      <Link to={to(before)}>{f.say(m.quarter.previousQuarter, { quarter: f.quarter(before) })}</Link>
      {after <= me.runningQuarter && (
        <Link to={to(after)}>{f.say(m.quarter.nextQuarter, { quarter: f.quarter(after) })}</Link>
      )}
      <TargetsLink department={sheet.department.id} quarter={sheet.quarter} />
    </nav>
  );
};
