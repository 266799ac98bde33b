// The board report: one quarter, answered on the first screen. Opens with the computed sentence; completeness comes
// before every number.
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { useAnswer } from '../data/answers.ts';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Gate } from '../parts/gate.tsx';
import { Loading } from '../parts/loading.tsx';
import { Notice } from '../parts/notice.tsx';
import { useSession } from '../session/session.tsx';
import { AlsoWatched } from './also-watched.tsx';
import './board-report.css';
import { Decisions } from './decisions.tsx';
import { Downloads } from './downloads.tsx';
import { useHeadline } from './headline.ts';
import { KeyFigures } from './key-figures.tsx';
import { QuarterPicker } from './quarter-picker.tsx';
import { Standings } from './standings.tsx';
import { useReportComing } from './use-report-coming.ts';
import { VerdictLine } from './verdict.tsx';

const SealButton = lazy(async () => ({ default: (await import('../decisions/seal-button.tsx')).SealButton }));
const LowerHalf = lazy(async () => ({ default: (await import('./lower-half.tsx')).LowerHalf }));

/** How many departments are named before the rest is counted. */
const namesShown = 5;
const someOf = (departments: readonly { readonly name: string }[]): string =>
  departments
    .slice(0, namesShown)
    .map(({ name }) => name)
    .join(', ');

/** Who has submitted and when this was reckoned: it stands before every number. */
const Completeness = ({ report }: { report: BoardReport }) => {
  const { m, f } = useSession();
  const { completeness, departments, asOf } = report;
  const missing = departments.filter(
    ({ submission, kpis }) => kpis > 0 && submission !== 'submitted' && submission !== 'accepted',
  );
  return (
    <>
      {f.say(m.report.kicker, { quarter: f.quarter(report.quarter) })}
      {' · '}
      <strong>
        {f.say(m.report.completeness, { n: completeness.submitted, expected: completeness.expected })}
      </strong>
      {' · '}
      {f.say(m.report.asOf, { at: f.instant(asOf) })}
      {missing.length > 0 && (
        <>
          {' · '}
          {f.say(m.report.whoIsMissing, { names: someOf(missing) })}
          {missing.length > namesShown && (
            <>
              {' '}
              <a href="#departments">{f.say(m.report.moreMissing, { n: missing.length - namesShown })}</a>
            </>
          )}
        </>
      )}
    </>
  );
};

const Provisional = () => {
  const { m, f, me } = useSession();
  return (
    <Notice tone="care" title={m.report.incompleteTitle}>
      {f.say(m.report.incomplete, { percent: me.organisation.policy.completePercent })}
    </Notice>
  );
};

const Report = ({ report }: { report: BoardReport }) => {
  const { m, f } = useSession();
  const quarter = f.quarter(report.quarter);
  const headline = useHeadline(report);
  return (
    <Screen
      title={f.say(m.report.title, { quarter })}
      kicker={<Completeness report={report} />}
      heading={headline}
      aside={
        <div className="report-actions">
          <QuarterPicker quarter={report.quarter} />
          <Downloads report={report} />
          <Suspense>
            <SealButton quarter={report.quarter} />
          </Suspense>
        </div>
      }
    >
      <VerdictLine report={report} />
      {!report.completeness.complete && <Provisional />}
      <div className={report.completeness.complete ? 'figures' : 'figures provisional'}>
        <KeyFigures report={report} />
        <div className="where">
          <Standings report={report} />
          <div className="side">
            <Decisions report={report} />
            <AlsoWatched report={report} />
          </div>
        </div>
      </div>
      <Suspense fallback={<Loading />}>
        <LowerHalf report={report} />
      </Suspense>
    </Screen>
  );
};

const NoReport = ({ quarter }: { quarter: Quarter }) => {
  const { m, f } = useSession();
  useReportComing(quarter);
  const steps = m.report.emptySteps;
  const title = f.say(m.report.emptyTitle, { quarter: f.quarter(quarter) });
  const reports = useAnswer('listReports', {}).data?.items.map((one) => one.quarter) ?? [];
  const first = reports.toSorted().at(0);
  if (first !== undefined && quarter < first)
    return (
      <Screen title={title} aside={<QuarterPicker quarter={quarter} />}>
        <EmptyState title={f.say(m.report.emptyBefore, { quarter: f.quarter(first) })}>
          <Link to={`/report/${first}`}>{f.say(m.report.kicker, { quarter: f.quarter(first) })}</Link>
        </EmptyState>
      </Screen>
    );
  return (
    <Screen title={title} aside={<QuarterPicker quarter={quarter} />}>
      <EmptyState title={m.report.emptyWhy}>
        <ol>
          <li>
            <Link to="/set-up/departments">{steps.departments}</Link>
          </li>
          <li>
            <Link to="/set-up/outcomes">{steps.outcomes}</Link>
          </li>
          <li>
            <Link to="/set-up/kpis">{steps.kpis}</Link>
          </li>
          <li>{steps.submit}</li>
        </ol>
      </EmptyState>
    </Screen>
  );
};

/** The board report of the quarter in the address. */
export const BoardReportScreen = () => {
  const { quarter } = useParams() as { quarter: Quarter };
  const report = useAnswer('getBoardReport', { params: { quarter } });
  return (
    <Gate answer={report} missing={<NoReport quarter={quarter} />}>
      {(found) => <Report report={found} />}
    </Gate>
  );
};
