// The way from a quarter to the targets of the one after it.
import { Link } from 'react-router';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { addQuarters } from '../../shared/domain/quarter-steps.ts';
import { useSession } from '../session/session.tsx';

/** The link, for those who set the department's targets. */
export const TargetsLink = ({ department, quarter }: { department: string; quarter: Quarter }) => {
  const { m, f, me, headed } = useSession();
  if (!headed.includes(department)) return null;
  const after = addQuarters(quarter, 1);
  const next = after < me.runningQuarter ? me.runningQuarter : after;
  return (
    <Link to={`/departments/${department}/quarters/${next}/targets`}>
      {f.say(m.targets.open, { quarter: f.quarter(next) })}
    </Link>
  );
};
