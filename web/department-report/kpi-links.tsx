// What a KPI is tied to: the outcomes it acts on, and its counterparts, each with why it does not count.
import type { Outcome } from '../../shared/domain/outcome.ts';
import { Mark } from '../parts/marks.tsx';
import { useWords } from '../session/session.tsx';
import type { KpiLineData } from './eight-quarters.ts';

/** The outcomes that a KPI acts on, with the effect. */
export const Outcomes = ({ kpi, outcomes }: { kpi: KpiLineData; outcomes: readonly Outcome[] }) => {
  const { m } = useWords();
  if (kpi.outcomes.length === 0) return <span className="quiet">{m.department.noOutcomes}</span>;
  return (
    <ul className="links">
      {kpi.outcomes.map(({ id, effect }) => (
        <li key={id}>
          <span className="effect">
            {effect === '+' ? '▲' : '▼'} {m.effect[effect]}
          </span>{' '}
          {outcomes.find((outcome) => outcome.id === id)?.statement ?? id}
        </li>
      ))}
    </ul>
  );
};

/** The counterparts of an internal KPI; other perspectives are not asked. */
export const Counterparts = ({ kpi }: { kpi: KpiLineData }) => {
  const { m, f } = useWords();
  if (kpi.counterparts.length === 0)
    return kpi.perspective === 'internal-efficiency' ? (
      <Mark tone="fault" drawing="cross">
        {m.department.noCounterparts}
      </Mark>
    ) : (
      <span className="quiet">{m.department.notAsked}</span>
    );
  return (
    <ul className="links">
      {kpi.counterparts.map(({ id, name, fault }) => (
        <li key={id}>
          {name ?? id}{' '}
          {fault === undefined ? (
            <Mark tone="well" drawing="check">
              {m.department.counterpartCounts}
            </Mark>
          ) : (
            <Mark tone="fault" drawing="cross">
              {f.say(m.department.counterpartFault, { why: m.fault[fault as keyof typeof m.fault] ?? fault })}
            </Mark>
          )}
        </li>
      ))}
    </ul>
  );
};
