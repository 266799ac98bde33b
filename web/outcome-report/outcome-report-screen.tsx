// A customer outcome: the statement in the customer's words, whether it is close, clear and something we can do, where
// the customer waits and whose clock runs meanwhile, what contributes, and who does not.
import { Paper } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { aboutOutcome } from '../../shared/report/commentary-subject.ts';
import type { OutcomeReport } from '../../shared/report/outcome-report.ts';
import { CommentaryPanel } from '../commentary/commentary-panel.tsx';
import { useAnswer, useWholeList } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { Screen } from '../frame/screen.tsx';
import { StripPanel } from '../journey/journey-strip.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Gate } from '../parts/gate.tsx';
import { useWords } from '../session/session.tsx';
import { Contributors } from './contributors.tsx';
import { headingOf, judgedBy } from './heading.ts';
import { OutcomeFindings } from './outcome-findings.tsx';
import './outcome-report.css';
import { ThreeMarks } from './three-marks.tsx';

const Facts = ({ report }: { report: OutcomeReport }) => {
  const { m, f } = useWords();
  const { segment, weight, tolerance } = report.outcome;
  const by = judgedBy(report);
  const facts = [
    ...(by === undefined ? [] : [f.say(m.board.outcome.by, { kpi: by.name })]),
    ...(segment === undefined ? [] : [f.say(m.board.outcome.segment, { segment })]),
    f.say(m.board.outcome.weight, { weight }),
    ...(tolerance === undefined
      ? []
      : [
          f.say(
            tolerance.direction === 'higher' ? m.board.outcome.toleranceHigher : m.board.outcome.tolerance,
            {
              value: f.value(tolerance.value, tolerance.unit),
            },
          ),
        ]),
  ];
  return <p className="quiet">{facts.join(' · ')}</p>;
};

const Journey = ({ report }: { report: OutcomeReport }) => {
  const { m, f } = useWords();
  const kpis = useWholeList('listKpis').data;
  const { journey, outcome, findings } = report;
  if (journey === undefined)
    return (
      <Paper component="section" className="panel" aria-labelledby="journey">
        <h2 id="journey">{m.board.outcome.journey}</h2>
        <p>{m.board.outcome.journeyNone}</p>
      </Paper>
    );
  const own = journey.segments.flatMap(({ inClock }, place) => (inClock ? [place] : []));
  const covered = own.filter((place) => (journey.segments[place]?.clockedBy.length ?? 0) > 0).length;
  const troubled = new Set(
    findings.filter(({ subject }) => subject.kind === 'touchpoint').map(({ subject }) => subject.ids[0]),
  );
  return (
    <StripPanel
      id="journey"
      title={`${m.board.outcome.journey}: ${journey.name}`}
      strip={journey}
      customers={
        own.length === 0 ? [] : [{ id: outcome.id, name: m.board.outcome.customerClock, places: own }]
      }
      kpiName={(id) =>
        kpis?.find((kpi) => kpi.id === id)?.name ?? report.kpis.find((kpi) => kpi.id === id)?.name ?? id
      }
      sentence={
        own.length === 0
          ? m.board.outcome.journeyNoClock
          : f.say(m.board.outcome.journeySentence, { covered, n: own.length })
      }
      trouble={({ id, owners }) =>
        troubled.has(`${journey.id}/${id}`)
          ? m.board.journey.unmeasured
          : owners.length === 0
            ? m.board.journey.noOwner
            : undefined
      }
    />
  );
};

const Silent = ({ report }: { report: OutcomeReport }) => {
  const { m } = useWords();
  const names = useNames();
  return (
    <Paper component="section" className="panel" aria-labelledby="silent">
      <h2 id="silent">{m.board.outcome.silent}</h2>
      {report.silent.length === 0 ? (
        <p>{m.board.outcome.silentNone}</p>
      ) : (
        <>
          <p className="quiet">{m.board.outcome.silentWhat}</p>
          <ul className="plain-list">
            {report.silent.map((id) => (
              <li key={id}>
                <Link to={`/report/${report.quarter}/departments/${id}`}>{names.department(id)}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Paper>
  );
};

const Report = ({ report }: { report: OutcomeReport }) => {
  const words = useWords();
  const { m, f } = words;
  const quarter = f.quarter(report.quarter);
  const { statement } = report.outcome;
  return (
    <Screen
      title={f.say(m.board.outcome.title, { statement })}
      kicker={f.say(m.board.outcome.kicker, { quarter })}
      heading={headingOf(report, words)}
      aside={
        <nav className="aside-links" aria-label={m.department.seeAlso}>
          <Link to={`/report/${report.quarter}`}>{f.say(m.department.toBoard, { quarter })}</Link>
          {report.journey !== undefined && (
            <Link to={`/report/${report.quarter}/journeys/${report.journey.id}`}>
              {m.board.outcome.openJourney}
            </Link>
          )}
        </nav>
      }
    >
      <Facts report={report} />
      <ThreeMarks marks={report.marks} />
      <Journey report={report} />
      <Contributors report={report} />
      <div className="two-columns">
        <OutcomeFindings report={report} />
        <Silent report={report} />
      </div>
      <CommentaryPanel
        quarter={report.quarter}
        about={aboutOutcome(report.outcome.id)}
        label={m.board.commentary.onOutcome}
      />
    </Screen>
  );
};

/** The report of the outcome and quarter in the address. */
export const OutcomeReportScreen = () => {
  const { m, f } = useWords();
  const { id = '', quarter } = useParams() as { id?: string; quarter: Quarter };
  const report = useAnswer('getOutcomeReport', { params: { id, quarter } });
  return (
    <Gate
      answer={report}
      missing={
        <Screen title={f.say(m.board.outcome.emptyTitle, { quarter: f.quarter(quarter) })}>
          <EmptyState title={m.board.outcome.emptyWhy}>
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
