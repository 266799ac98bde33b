// Links an internal KPI to the customer-facing KPIs that show what the customer feels of it.
import { Button, Select } from '@mantine/core';
import { activeIn } from '../../shared/domain/active.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useWholeList } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { useWords } from '../session/session.tsx';
import type { KpiBody, StoredKpi } from './kpi-fields.ts';
import { Proposals } from './proposals.tsx';

export interface EditorProps {
  readonly kpi: StoredKpi;
  readonly quarter: Quarter;
  /** Nothing can be changed right now. */
  readonly busy: boolean;
  readonly onChange: (part: Partial<KpiBody>) => void;
}

/** The counterparts of a KPI, and a picker of customer-facing KPIs of all departments. */
export const CounterpartsEditor = ({ kpi, quarter, busy, onChange }: EditorProps) => {
  const { m, f } = useWords();
  const kpis = useWholeList('listKpis').data ?? [];
  const names = useNames();
  const nameOf = (id: string): string => kpis.find((one) => one.id === id)?.name ?? id;
  const linked = new Set(kpi.counterparts.map((link) => link.kpi));
  const choices = kpis
    .filter(
      (one) =>
        one.perspective === 'customer-facing' &&
        one.id !== kpi.id &&
        !linked.has(one.id) &&
        activeIn(one, quarter),
    )
    .map((one) => ({
      value: one.id,
      label: `${one.name} – ${names.department(one.department)}`,
    }));
  return (
    <fieldset>
      <legend>{m.quarter.counterparts}</legend>
      <p className="quiet">{m.quarter.counterpartsWhy}</p>
      {kpi.counterparts.length === 0 && <p>{m.quarter.noneLinked}</p>}
      <ul className="linked">
        {kpi.counterparts.map((link) => (
          <li key={link.kpi}>
            {nameOf(link.kpi)}
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={busy}
              aria-label={f.say(m.quarter.unlink, { name: nameOf(link.kpi) })}
              onClick={() =>
                onChange({ counterparts: kpi.counterparts.filter((one) => one.kpi !== link.kpi) })
              }
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      {!busy && (
        <Proposals
          kpi={kpi}
          quarter={quarter}
          onLink={(id) => onChange({ counterparts: [...kpi.counterparts, { kpi: id, lag: 0 }] })}
        />
      )}
      <Select
        key={kpi.version}
        label={m.quarter.addCounterpart}
        aria-label={`${m.quarter.addCounterpart}: ${kpi.name}`}
        placeholder={m.quarter.pickKpi}
        data={choices}
        value={null}
        searchable
        disabled={busy}
        nothingFoundMessage={m.quarter.nothingFound}
        onChange={(id) => {
          if (id !== null) onChange({ counterparts: [...kpi.counterparts, { kpi: id, lag: 0 }] });
        }}
      />
    </fieldset>
  );
};
