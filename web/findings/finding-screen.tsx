// One finding: the sentence, why it matters, the rows that back it, what clears it, and its history.
import { Paper } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { aboutFinding } from '../../shared/report/commentary-subject.ts';
import type { FindingView } from '../../shared/report/finding-line.ts';
import { CommentaryPanel } from '../commentary/commentary-panel.tsx';
import { useAnswer } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { findingText } from '../parts/finding-text.ts';
import { Gate } from '../parts/gate.tsx';
import { LevelMark, StateWord } from '../parts/marks.tsx';
import { useSession } from '../session/session.tsx';
import { AnswersPanel } from './answers-panel.tsx';
import { Decided } from './decided.tsx';
import { Evidence } from './evidence.tsx';
import { History } from './history.tsx';
import { WaiverDecision, WaiverStanding } from './waiver-decision.tsx';
import './findings.css';

const Facts = ({ finding }: { finding: FindingView }) => {
  const { m, f } = useSession();
  const names = useNames();
  const { department, quarter, age = 0, reopened, unanswered } = finding;
  return (
    <dl className="summary">
      <div>
        <dt>{m.finding.level}</dt>
        <dd>
          <LevelMark level={finding.level} />
        </dd>
      </div>
      <div>
        <dt>{m.finding.state}</dt>
        <dd>
          <StateWord state={finding.state} />
          {reopened !== undefined && (
            <span className="quiet"> · {f.say(m.register.reopened, { n: reopened })}</span>
          )}
          {unanswered === true && <span className="care"> · {m.finding.unanswered}</span>}
        </dd>
      </div>
      <div>
        <dt>{m.finding.since}</dt>
        <dd>
          {f.quarter(finding.since)}
          {age > 0 && <span className="quiet"> · {f.say(m.register.quarters, { n: age })}</span>}
        </dd>
      </div>
      {department !== undefined && (
        <div>
          <dt>{m.finding.department}</dt>
          <dd>
            <Link to={`/report/${quarter}/departments/${department}`}>{names.department(department)}</Link>
          </dd>
        </div>
      )}
      <div>
        <dt>{m.finding.judged}</dt>
        <dd>{f.say(m.finding.judgedBy, { quarter: f.quarter(quarter), rules: finding.rulesVersion })}</dd>
      </div>
    </dl>
  );
};

const Finding = ({ finding }: { finding: FindingView }) => {
  const { m, f } = useSession();
  const thresholds = Object.entries(finding.thresholds);
  const check = f.check(finding.check, finding);
  return (
    <Screen
      title={check.title}
      kicker={f.say(m.finding.kicker, { title: check.title })}
      heading={findingText(finding, f)}
    >
      <Facts finding={finding} />
      {finding.notConfirmedSince !== undefined && (
        <p className="care">{f.say(m.finding.notConfirmed, { at: f.instant(finding.notConfirmedSince) })}</p>
      )}
      <div className="two-columns">
        <div>
          <WaiverStanding finding={finding} />
          <WaiverDecision finding={finding} />
          <Paper component="section" className="panel" aria-labelledby="evidence">
            <h2 id="evidence">{m.finding.evidence}</h2>
            <Evidence finding={finding} />
          </Paper>
          <Paper component="section" className="panel" aria-labelledby="remedy">
            <h2 id="remedy">{m.finding.remedy}</h2>
            <p>{check.remedy}</p>
          </Paper>
          <AnswersPanel finding={finding} />
          <CommentaryPanel
            quarter={finding.quarter}
            about={aboutFinding(finding.fingerprint)}
            label={m.board.commentary.onFinding}
          />
        </div>
        <div>
          <Paper component="section" className="panel" aria-labelledby="why">
            <h2 id="why">{m.finding.question}</h2>
            <p>{check.question}</p>
            <h3>{m.finding.why}</h3>
            <p>{check.why}</p>
            {thresholds.length > 0 && (
              <>
                <h3>{m.finding.thresholds}</h3>
                <dl className="thresholds">
                  {thresholds.map(([name, value]) => (
                    <div key={name}>
                      <dt>{m.threshold[name as keyof typeof m.threshold] ?? name}</dt>
                      <dd>{f.number(value)}</dd>
                    </div>
                  ))}
                </dl>
              </>
            )}
            <p>
              <Link to={`/checks/${finding.check}`}>{m.finding.openCheck}</Link>
            </p>
          </Paper>
          <Decided finding={finding} />
          <History finding={finding} />
        </div>
      </div>
    </Screen>
  );
};

/** The finding of the fingerprint in the address. */
export const FindingScreen = () => {
  const { m } = useSession();
  const { fingerprint = '' } = useParams();
  const finding = useAnswer('getFinding', { params: { fingerprint } });
  return (
    <Gate
      answer={finding}
      missing={
        <Screen title={m.finding.goneTitle}>
          <EmptyState title={m.finding.gone}>
            <Link to="/findings">{m.findings.title}</Link>
          </EmptyState>
        </Screen>
      }
    >
      {(found) => <Finding finding={found} />}
    </Gate>
  );
};
