// Sets the target that stands from this quarter on; a range where the KPI is better within one.
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TargetValue } from '../../shared/domain/kpi.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { useWrite } from '../data/answers.ts';
import { readTyped, textOf } from '../format/typed-value.ts';
import { useWords } from '../session/session.tsx';
import type { Row } from './entries.ts';
import { changedWithKpi, WriteState } from './kpi-settings.tsx';

const ends = ['low', 'high'] as const;

/** The texts of a target as they stand in its inputs. */
export const targetTexts = ({ kpi, target }: Row, locale: string): readonly string[] => {
  if (target === undefined) return kpi.direction === 'range' ? ['', ''] : [''];
  const values = typeof target === 'string' ? [target] : [target.low, target.high];
  return values.map((value) => textOf(value, kpi.unit, locale));
};

/** The target that the texts mean, or undefined where one can't be read. */
export const targetOf = (texts: readonly string[], { kpi }: Row, locale: string): TargetValue | undefined => {
  const values = texts.map((text) => readTyped(text, kpi.unit, locale));
  const [low, high] = values.map((value) => (value.kind === 'value' ? value.decimal : undefined));
  if (values.some((value) => value.kind !== 'value') || low === undefined) return undefined;
  return kpi.direction === 'range' ? (high === undefined ? undefined : { low, high }) : low;
};

/** The target's inputs, with a reason that the board sees. */
export const TargetEditor = ({
  row,
  quarter,
  writable,
}: {
  row: Row;
  quarter: Quarter;
  writable: boolean;
}) => {
  const { m, f } = useWords();
  const [texts, setTexts] = useState(() => targetTexts(row, f.locale));
  const [reason, setReason] = useState('');
  const write = useWrite('putTarget', changedWithKpi);
  const { kpi } = row;
  const target = targetOf(texts, row, f.locale);
  const labels = texts.length === 1 ? [m.quarter.targetValue] : [m.quarter.targetLow, m.quarter.targetHigh];
  const set = (): void => {
    if (target === undefined || write.isPending) return;
    write.mutate({
      params: { id: kpi.id, quarter },
      version: kpi.version,
      body: { value: target, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
    });
  };
  return (
    <fieldset>
      <legend>{f.say(m.quarter.targetTitle, { quarter: f.quarter(quarter) })}</legend>
      <Group align="end">
        {texts.map((text, i) => (
          <TextInput
            key={ends[i]}
            label={labels[i]}
            aria-label={`${labels[i]}: ${kpi.name}`}
            inputMode="decimal"
            value={text}
            maxLength={40}
            readOnly={!writable}
            rightSection={<span className="unit">{f.unitLabel(kpi.unit)}</span>}
            rightSectionPointerEvents="none"
            onChange={(event) => setTexts(texts.with(i, event.currentTarget.value))}
          />
        ))}
        <TextInput
          className="grow"
          label={m.quarter.targetReason}
          aria-label={`${m.quarter.targetReason}: ${kpi.name}`}
          value={reason}
          maxLength={500}
          readOnly={!writable}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={!writable || target === undefined || write.isPending}
          onClick={set}
        >
          {m.quarter.setTarget}
        </Button>
      </Group>
      <WriteState error={write.error} done={write.isSuccess} />
    </fieldset>
  );
};
