// One check: its question, why it matters, what clears a finding of it.
import { Paper } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { CheckView } from '../../shared/api/operations.ts';
import type { Level } from '../../shared/domain/finding-levels.ts';
import { useAnswer } from '../data/answers.ts';
import { useAllFindings } from '../findings/all-findings.ts';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Gate } from '../parts/gate.tsx';
import { LevelMark } from '../parts/marks.tsx';
import { useWords } from '../session/session.tsx';

const Check = ({ check: told }: { check: CheckView }) => {
  const { m, f } = useWords();
  const check = f.check(told.id, told);
  const n = useAllFindings({ check: told.id }, true).data?.length;
  const thresholds = check.thresholds.map((name) => m.threshold[name as keyof typeof m.threshold] ?? name);
  return (
    <Screen
      title={check.title}
      kicker={`${m.checks.title} · ${check.title}`}
      heading={
        n === undefined
          ? check.title
          : f.say(n === 0 ? m.checks.headingHolds : m.checks.headingFails, { title: check.title, n })
      }
    >
      <Paper component="section" className="panel" aria-label={check.title}>
        <h2>{m.checks.question}</h2>
        <p>{check.question}</p>
        <h2>{m.checks.why}</h2>
        <p>{check.why}</p>
        <h2>{m.checks.remedy}</h2>
        <p>{check.remedy}</p>
        <dl className="summary">
          <div>
            <dt>{m.checks.about}</dt>
            <dd>{m.subject[check.subject as keyof typeof m.subject] ?? check.subject}</dd>
          </div>
          <div>
            <dt>{m.checks.levels}</dt>
            <dd className="level-row">
              {check.levels.map((level) => (
                <LevelMark key={level} level={level as Level} />
              ))}
            </dd>
          </div>
          <div>
            <dt>{m.checks.thresholds}</dt>
            <dd>{thresholds.length === 0 ? m.checks.noThresholds : thresholds.join('; ')}</dd>
          </div>
        </dl>
        <p className="quiet">{check.onByDefault ? m.checks.on : m.checks.off}</p>
        <Link to={`/findings?check=${check.id}`}>{m.checks.findings}</Link>
      </Paper>
    </Screen>
  );
};

/** The check of the id in the address. */
export const CheckScreen = () => {
  const { m } = useWords();
  const { id = '' } = useParams();
  const check = useAnswer('getCheck', { params: { id } });
  return (
    <Gate
      answer={check}
      missing={
        <Screen title={m.checks.goneTitle}>
          <EmptyState title={m.checks.gone}>
            <Link to="/checks">{m.checks.title}</Link>
          </EmptyState>
        </Screen>
      }
    >
      {(found) => <Check check={found} />}
    </Gate>
  );
};
