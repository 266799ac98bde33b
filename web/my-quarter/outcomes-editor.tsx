// Says which customer outcomes a KPI acts on, and whether the customer gains or loses when it gets better.
import { Button, Group, NativeSelect, Select } from '@mantine/core';
import { useState } from 'react';
import { activeIn } from '../../shared/domain/active.ts';
import { useWholeList } from '../data/answers.ts';
import { useWords } from '../session/session.tsx';
import type { EditorProps } from './counterparts-editor.tsx';

const effects = ['+', '-'] as const;

/** The outcomes of a KPI, and a picker for another one. */
export const OutcomesEditor = ({ kpi, quarter, busy, onChange }: EditorProps) => {
  const { m, f } = useWords();
  const outcomes = useWholeList('listOutcomes').data ?? [];
  const [picked, setPicked] = useState<string | null>(null);
  const [effect, setEffect] = useState<'+' | '-'>('+');
  const statementOf = (id: string): string => outcomes.find((outcome) => outcome.id === id)?.statement ?? id;
  const linked = new Set(kpi.contributions.map(({ outcome }) => outcome));
  const choices = outcomes
    .filter((outcome) => !linked.has(outcome.id) && activeIn(outcome, quarter))
    .map(({ id, statement }) => ({ value: id, label: statement }));
  const add = (): void => {
    if (picked === null) return;
    onChange({ contributions: [...kpi.contributions, { outcome: picked, effect, lag: 0 }] });
    setPicked(null);
  };
  return (
    <fieldset>
      <legend>{m.quarter.outcomes}</legend>
      <p className="quiet">{m.quarter.outcomesWhy}</p>
      {kpi.contributions.length === 0 && <p>{m.quarter.noneLinked}</p>}
      <ul className="linked">
        {kpi.contributions.map(({ outcome, effect: has }) => (
          <li key={outcome}>
            {has === '+' ? '▲' : '▼'} {m.effect[has]}: {statementOf(outcome)}
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={busy}
              aria-label={f.say(m.quarter.unlink, { name: statementOf(outcome) })}
              onClick={() =>
                onChange({ contributions: kpi.contributions.filter((one) => one.outcome !== outcome) })
              }
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      <Group align="end">
        <Select
          label={m.quarter.addOutcome}
          aria-label={`${m.quarter.addOutcome}: ${kpi.name}`}
          placeholder={m.quarter.pickOutcome}
          data={choices}
          value={picked}
          searchable
          disabled={busy}
          nothingFoundMessage={m.quarter.nothingFound}
          onChange={setPicked}
          className="grow"
        />
        <NativeSelect
          label={m.quarter.effect}
          value={effect}
          disabled={busy}
          data={effects.map((value) => ({ value, label: m.quarter.effects[value] }))}
          onChange={(event) => setEffect(event.currentTarget.value === '-' ? '-' : '+')}
        />
        <Button variant="default" disabled={busy || picked === null} onClick={add}>
          {m.quarter.linkIt}
        </Button>
      </Group>
    </fieldset>
  );
};
