// A department's quarter: each KPI with value, trend, target and what it is linked to; the findings; and, for those
// who decide, the review of its submission.
import { Paper } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { DepartmentReport } from '../../shared/report/board-report.ts';
import { useAnswer, useWholeList } from '../data/answers.ts';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { findingText } from '../parts/finding-text.ts';
import { Gate } from '../parts/gate.tsx';
import { LevelMark, StateWord, SubmissionMark } from '../parts/marks.tsx';
import { useSession } from '../session/session.tsx';
import './department-report.css';
import { headingOf } from './heading.ts';
import { PartPlayed } from './impact.tsx';
import { KpiLine } from './kpi-line.tsx';
import { Pairs } from './pairs.tsx';
import { Review } from './review.tsx';

const Findings = ({ report }: { report: DepartmentReport }) => {
  const { m, f } = useSession();
  return (
    <Paper component="section" className="panel" aria-labelledby="findings">
      <h2 id="findings">{m.department.findings}</h2>
      {report.findings.length === 0 && <p>{m.department.noFindings}</p>}
      <ol className="decisions">
        {report.findings.map((line) => (
          <li key={line.fingerprint}>
            <Link to={`/findings/${line.fingerprint}`}>{findingText(line, f)}</Link>
            <p className="quiet">
              <LevelMark level={line.level} /> · {f.say(m.report.since, { quarter: f.quarter(line.since) })} ·{' '}
              <StateWord state={line.state} />
            </p>
          </li>
        ))}
      </ol>
    </Paper>
  );
};

const Summary = ({ report }: { report: DepartmentReport }) => {
  const { m, f } = useSession();
  const { coverage, alignment } = report;
  return (
    <dl className="summary">
      <div>
        <dt>{m.report.submission}</dt>
        <dd>
          <SubmissionMark standing={report.submission} />
        </dd>
      </div>
      <div>
        <dt>{m.report.coverage}</dt>
        <dd>{coverage.internal === 0 ? m.report.noInternal : f.say(m.report.coverageOf, { ...coverage })}</dd>
      </div>
      <div>
        <dt>{m.report.alignment}</dt>
        <dd>{alignment.share === undefined ? m.report.nothingToJudge : f.share(alignment.share)}</dd>
      </div>
      <div>
        <dt>{f.say(m.report.asOf, { at: '' })}</dt>
        <dd>{f.instant(report.asOf)}</dd>
      </div>
    </dl>
  );
};

const Report = ({ report }: { report: DepartmentReport }) => {
  const session = useSession();
  const { m, f, headed } = session;
  const outcomes = useWholeList('listOutcomes').data;
  const quarter = f.quarter(report.quarter);
  const { id, name, charter } = report.department;
  return (
    <Screen
      title={f.say(m.department.title, { name, quarter })}
      heading={headingOf(report, session)}
      kicker={f.say(m.department.kicker, { name, quarter })}
      aside={
        <nav className="aside-links" aria-label={m.department.seeAlso}>
          <Link to={`/report/${report.quarter}`}>{f.say(m.department.toBoard, { quarter })}</Link>
          {headed.includes(id) && (
            <Link to={`/departments/${id}/quarters/${report.quarter}`}>
              {f.say(m.department.toQuarter, { quarter })}
            </Link>
          )}
        </nav>
      }
    >
      <p className={charter === undefined ? 'quiet' : 'charter'}>{charter ?? m.department.noCharter}</p>
      <Summary report={report} />
      <Review department={id} quarter={report.quarter} seen={report.version} />
      <Findings report={report} />
      <Paper component="section" className="panel" aria-labelledby="kpis">
        <h2 id="kpis">{m.department.kpis}</h2>
        {report.kpis.length === 0 && (
          <p>
            {m.department.noKpis} <Link to="/set-up/kpis">{m.department.defineKpis}</Link>
          </p>
        )}
        {report.kpis.map((kpi) => (
          <KpiLine key={kpi.id} kpi={kpi} quarter={report.quarter} outcomes={outcomes ?? []} />
        ))}
      </Paper>
      <Pairs report={report} />
      <PartPlayed report={report} outcomes={outcomes ?? []} />
    </Screen>
  );
};

/** The report of the department and quarter in the address. */
export const DepartmentReportScreen = () => {
  const { m, f } = useSession();
  const { id = '', quarter } = useParams() as { id?: string; quarter: Quarter };
  const report = useAnswer('getDepartmentReport', { params: { id, quarter } });
  const none = f.say(m.department.emptyTitle, { quarter: f.quarter(quarter) });
  return (
    <Gate
      answer={report}
      missing={
        <Screen title={none}>
          <EmptyState title={m.department.emptyWhy}>
            <Link to={`/report/${quarter}`}>
              {f.say(m.department.toBoard, { quarter: f.quarter(quarter) })}
            </Link>
          </EmptyState>
        </Screen>
      }
    >
      {(found) => <Report report={found} />}
    </Gate>
  );
};
