// The sentence that opens a department's report: how many of its internal KPIs somebody listens for, and what is open.
import type { DepartmentReport } from '../../shared/report/board-report.ts';
import type { Words } from '../session/session.tsx';

/** The headline of a department's report. */
export const headingOf = (
  { department: { name }, coverage, kpis, findings }: DepartmentReport,
  { m, f }: Words,
): string => {
  const words = m.department;
  const { covered, internal } = coverage;
  const what =
    internal > 0
      ? f.say(words.headingCoverage, { n: covered, internal, name })
      : kpis.length > 0
        ? f.say(words.headingKpis, { n: kpis.length, name })
        : f.say(words.headingNone, { name });
  return f.say(words.heading, {
    what,
    findings:
      findings.length === 0 ? words.headingNoFindings : f.say(words.headingFindings, { n: findings.length }),
  });
};
