// One KPI on the page of targets: its last reading and the target so far beside the inputs of the next one; and the
// list of the targets that are about to be set.
import { Group, Table, TextInput } from '@mantine/core';
import { textOf } from '../format/typed-value.ts';
import { useWords } from '../session/session.tsx';
import type { Row } from './entries.ts';
import type { NewTarget, TargetFault, TypedTarget } from './typed-targets.ts';

const ends = ['low', 'high'] as const;

export interface TargetLineProps {
  readonly row: Row;
  readonly typed: TypedTarget;
  readonly fault: TargetFault | undefined;
  readonly readOnly: boolean;
  readonly onChange: (typed: TypedTarget) => void;
}

/** The row of a KPI. */
export const TargetLine = ({ row, typed, fault, readOnly, onChange }: TargetLineProps) => {
  const { m, f } = useWords();
  const { kpi, previous, target } = row;
  const actual = previous?.reading.actual;
  const labels = typed.texts.length === 1 ? [m.quarter.targetValue] : [m.targets.low, m.targets.high];
  const example = textOf(kpi.unit.kind === 'share' ? '0.125' : '12.5', kpi.unit, f.locale);
  const said =
    fault === undefined
      ? undefined
      : fault === 'missing'
        ? m.targets.missing
        : f.say(m.quarter.faults[fault], { example });
  return (
    <Table.Tr>
      <Table.Td className="wide">
        {kpi.name}
        <span className="quiet"> · {m.direction[kpi.direction]}</span>
      </Table.Td>
      <Table.Td className="nowrap">
        {previous === undefined || actual === undefined
          ? '–'
          : `${f.value(actual, kpi.unit)} (${f.quarter(previous.quarter)})`}
      </Table.Td>
      <Table.Td className="nowrap">{target === undefined ? '–' : f.target(target, kpi.unit)}</Table.Td>
      <Table.Td>
        <Group wrap="nowrap" gap="xs" align="start">
          {typed.texts.map((text, i) => (
            <TextInput
              key={ends[i]}
              aria-label={`${labels[i]}: ${kpi.name}`}
              {...(typed.texts.length === 1 ? {} : { placeholder: labels[i] })}
              inputMode="decimal"
              autoComplete="off"
              w={typed.texts.length === 1 ? 150 : 120}
              maxLength={40}
              value={text}
              readOnly={readOnly}
              error={i === 0 ? said : fault !== undefined}
              rightSection={<span className="unit">{f.unitLabel(kpi.unit)}</span>}
              rightSectionWidth={`${Math.max(2, f.unitLabel(kpi.unit).length + 1)}ch`}
              rightSectionPointerEvents="none"
              onChange={(event) =>
                onChange({ ...typed, texts: typed.texts.with(i, event.currentTarget.value) })
              }
            />
          ))}
        </Group>
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={`${m.targets.reason}: ${kpi.name}`}
          miw={150}
          maxLength={500}
          value={typed.reason}
          readOnly={readOnly}
          onChange={(event) => onChange({ ...typed, reason: event.currentTarget.value })}
        />
      </Table.Td>
    </Table.Tr>
  );
};

/** The targets that are about to be set, each beside the one so far. */
export const NewTargets = ({ targets, rows }: { targets: readonly NewTarget[]; rows: readonly Row[] }) => {
  const { m, f } = useWords();
  return (
    <>
      <p role="status">{f.say(m.targets.changed, { n: targets.length })}</p>
      <ul className="changes">
        {rows.flatMap(({ kpi, target }) =>
          targets
            .filter((one) => one.kpi === kpi.id)
            .map(({ value }) => (
              <li key={kpi.id}>
                {f.say(m.targets.becomes, {
                  name: kpi.name,
                  from: target === undefined ? m.targets.none : f.target(target, kpi.unit),
                  to: f.target(value, kpi.unit),
                })}
              </li>
            )),
        )}
      </ul>
    </>
  );
};
