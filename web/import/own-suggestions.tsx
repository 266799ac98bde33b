// What an own sheet does not say is suggested: who experiences a KPI, where better is, what shows it to the customer.
// Everything can be changed before anything is written.
import { Button, NativeSelect, Paper, Table } from '@mantine/core';
import { memo } from 'react';
import { departmentFunctions } from '../../shared/domain/department.ts';
import { directions, perspectives } from '../../shared/domain/kpi.ts';
import type { OwnChoices, OwnKpi, OwnResult } from '../../shared/exchange/own-sheet.ts';
import { useWholeList } from '../data/answers.ts';
import { Notice } from '../parts/notice.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';

const mostShown = 40;
const mostOthers = 40;
const rank = { unsure: 0, suggested: 1, chosen: 1, sheet: 2, known: 3 } as const;

interface Deciding {
  readonly result: OwnResult;
  readonly choices: OwnChoices;
  readonly onChange: (choices: OwnChoices) => void;
}

const Counterpart = ({
  kpi,
  felt,
  onPick,
}: {
  kpi: OwnKpi;
  felt: readonly OwnKpi[];
  onPick: (id: string) => void;
}) => {
  const { m, f } = useWords();
  const words = m.import.own;
  const option = ({ id, name, department }: OwnKpi) => ({ value: id, label: `${name} (${department})` });
  const proposed = felt.filter(({ id }) => kpi.proposals.includes(id));
  const others = felt.filter(({ id }) => !kpi.proposals.includes(id)).slice(0, mostOthers);
  return (
    <NativeSelect
      size="xs"
      aria-label={f.say(words.counterpartOf, { name: kpi.name })}
      value={kpi.counterpart ?? ''}
      data={[
        { value: '', label: words.noCounterpart },
        ...(proposed.length > 0 ? [{ group: words.proposed, items: proposed.map(option) }] : []),
        ...(others.length > 0 ? [{ group: words.others, items: others.map(option) }] : []),
      ]}
      onChange={({ currentTarget: { value } }) => onPick(value)}
    />
  );
};

const Line = ({ kpi, felt, deciding }: { kpi: OwnKpi; felt: readonly OwnKpi[]; deciding: Deciding }) => {
  const { m, f } = useWords();
  const words = m.import.own;
  const { choices, onChange } = deciding;
  const { id, name, department, perspective, direction } = kpi;
  return (
    <Table.Tr>
      <Table.Td className="wide">
        {name}
        <br />
        <span className="quiet">{department}</span>
      </Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={f.say(words.perspectiveOf, { name })}
          value={perspective}
          data={perspectives.map((value) => ({ value, label: m.perspective[value] }))}
          onChange={({ currentTarget: { value } }) => {
            const chosen = perspectives.find((one) => one === value);
            if (chosen !== undefined)
              onChange({ ...choices, perspectives: { ...choices.perspectives, [id]: chosen } });
          }}
        />
        {kpi.perspectiveFrom === 'unsure' && <span className="quiet">{words.unsure}</span>}
      </Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={f.say(words.directionOf, { name })}
          value={direction}
          data={directions.map((value) => ({ value, label: m.direction[value] }))}
          onChange={({ currentTarget: { value } }) => {
            const chosen = directions.find((one) => one === value);
            if (chosen !== undefined)
              onChange({ ...choices, directions: { ...choices.directions, [id]: chosen } });
          }}
        />
      </Table.Td>
      <Table.Td>
        {perspective === 'internal-efficiency' && (
          <Counterpart
            kpi={kpi}
            felt={felt}
            onPick={(other) =>
              onChange({ ...choices, counterparts: { ...choices.counterparts, [id]: other } })
            }
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
};

const Functions = ({ result, choices, onChange }: Deciding) => {
  const { m, f } = useWords();
  const words = m.import.own;
  if (result.departments.length === 0) return null;
  return (
    <details>
      <summary>{words.functions}</summary>
      <div className="choices-in-row">
        {result.departments.slice(0, mostShown).map(({ id, name, function: fn }) => (
          <NativeSelect
            key={id}
            size="xs"
            label={name}
            aria-label={f.say(words.functionOf, { name })}
            value={fn}
            data={departmentFunctions.map((value) => ({ value, label: m.departmentFunction[value] }))}
            onChange={({ currentTarget: { value } }) => {
              const chosen = departmentFunctions.find((one) => one === value);
              if (chosen !== undefined)
                onChange({ ...choices, functions: { ...choices.functions, [id]: chosen } });
            }}
          />
        ))}
      </div>
    </details>
  );
};

const Owner = ({ result, choices, onChange }: Deciding) => {
  const { m, f } = useWords();
  const words = m.import.own;
  const members = useWholeList('listMembers').data ?? [];
  const { strangers } = result;
  return (
    <NativeSelect
      maw={420}
      label={words.owner}
      description={
        strangers.length === 0
          ? words.ownerHelpNone
          : f.say(words.ownerHelp, { names: strangers.slice(0, 12).join(', ') })
      }
      value={choices.owner ?? ''}
      data={[
        { value: '', label: words.nobody },
        ...members
          .filter(({ status }) => status === 'active')
          .map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...choices, owner: value === '' ? undefined : value })
      }
    />
  );
};

const sizeOf = ({ tables }: OwnResult, table: string): number =>
  tables.find(({ name }) => name === table)?.rows.length ?? 0;

/** The suggestions of the dropped own sheets. */
export const OwnSuggestions = memo((deciding: Deciding) => {
  const { m, f } = useWords();
  const words = m.import.own;
  const { result, choices, onChange } = deciding;
  const felt = result.kpis.filter(({ perspective }) => perspective === 'customer-facing');
  const listed = [...result.kpis].sort((a, b) => rank[a.perspectiveFrom] - rank[b.perspectiveFrom]);
  const unlinked = result.kpis.filter(
    ({ counterpart, proposals }) => counterpart === undefined && proposals.length > 0,
  );
  const linkAll = (): void =>
    onChange({
      ...choices,
      counterparts: {
        ...choices.counterparts,
        ...Object.fromEntries(unlinked.map(({ id, proposals: [first = ''] }) => [id, first])),
      },
    });
  return (
    <Paper component="section" className="panel" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>
        {f.say(words.counts, {
          departments: result.departments.length,
          outcomes: result.outcomes.length,
          kpis: result.kpis.length,
          readings: sizeOf(result, 'readings'),
          targets: sizeOf(result, 'targets'),
        })}
      </p>
      <p className="quiet">{words.help}</p>
      {result.waiting.length > 0 && (
        <Notice tone="care">
          {f.say(words.waiting, {
            what: result.waiting
              .map(({ department, quarter }) => `${department}, ${f.quarter(quarter)}`)
              .join('; '),
          })}
        </Notice>
      )}
      <Owner {...deciding} />
      {unlinked.length > 0 && (
        <p>
          <Button size="compact-sm" variant="default" onClick={linkAll}>
            {f.say(words.linkAll, { n: unlinked.length })}
          </Button>
        </p>
      )}
      <ScrollTable
        caption={words.title}
        head={[words.kpi, words.perspective, m.setUp.direction, words.counterpart]}
      >
        {listed.slice(0, mostShown).map((kpi) => (
          <Line key={kpi.id} kpi={kpi} felt={felt} deciding={deciding} />
        ))}
      </ScrollTable>
      {listed.length > mostShown && (
        <p className="quiet">{f.say(words.more, { n: mostShown, total: listed.length })}</p>
      )}
      <Functions {...deciding} />
      {result.outcomes.length > 0 && (
        <details>
          <summary>{words.outcomes}</summary>
          <ul>
            {result.outcomes.slice(0, mostShown).map(({ statement, department }) => (
              <li key={statement}>{f.say(words.outcomeOwner, { statement, department })}</li>
            ))}
          </ul>
        </details>
      )}
    </Paper>
  );
});
