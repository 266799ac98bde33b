// The audit: every change of state, of everything or of one entity, with the hashes that chain its entries.
import { Button, Group, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AuditView } from '../../shared/api/operations.ts';
import { useAnswer } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Gate } from '../parts/gate.tsx';
import { Pager } from '../parts/pager.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useSession, useWords } from '../session/session.tsx';
import { ExportAudit } from './export-audit.tsx';

const filterNames = ['kind', 'id', 'from', 'to'] as const;
const noFilter = { kind: '', id: '', from: '', to: '' };

const Filter = () => {
  const { m } = useWords();
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(() => ({
    kind: search.get('kind') ?? '',
    id: search.get('id') ?? '',
    from: search.get('from') ?? '',
    to: search.get('to') ?? '',
  }));
  const put = (name: (typeof filterNames)[number]) => (event: { currentTarget: { value: string } }) =>
    setTyped({ ...typed, [name]: event.currentTarget.value });
  return (
    <Group
      component="form"
      align="end"
      className="filter"
      onSubmit={(event: { preventDefault: () => void }) => {
        event.preventDefault();
        setSearch(
          filterNames.flatMap((name) => (typed[name].trim() === '' ? [] : [[name, typed[name].trim()]])) as [
            string,
            string,
          ][],
        );
      }}
    >
      <TextInput label={m.audit.kind} value={typed.kind} maxLength={40} onChange={put('kind')} />
      <TextInput label={m.audit.id} value={typed.id} maxLength={120} onChange={put('id')} />
      <TextInput type="date" label={m.audit.from} value={typed.from} onChange={put('from')} />
      <TextInput type="date" label={m.audit.to} value={typed.to} onChange={put('to')} />
      <Button type="submit" variant="default">
        {m.audit.show}
      </Button>
      {search.size > 0 && (
        <Button
          variant="subtle"
          onClick={() => {
            setTyped(noFilter);
            setSearch(new URLSearchParams());
          }}
        >
          {m.audit.all}
        </Button>
      )}
    </Group>
  );
};

const Row = ({ entry }: { entry: AuditView }) => {
  const { m, f } = useWords();
  const names = useNames();
  return (
    <Table.Tr>
      <Table.Td>{f.instant(entry.at)}</Table.Td>
      <Table.Td>{names.member(entry.by)}</Table.Td>
      <Table.Td>{entry.action}</Table.Td>
      <Table.Td className="wide">
        {entry.entity.kind} {entry.entity.id}
        {entry.payload !== undefined && (
          <details>
            <summary>{m.audit.payload}</summary>
            <pre>{JSON.stringify(entry.payload, null, 2)}</pre>
          </details>
        )}
      </Table.Td>
      <Table.Td>{f.number(entry.version)}</Table.Td>
      <Table.Td>
        <code title={entry.hash}>{entry.hash.slice(0, 12)}</code>
      </Table.Td>
    </Table.Tr>
  );
};

/** The audit, page by page. */
export const AuditScreen = () => {
  const { m, seesAudit } = useSession();
  const [search] = useSearchParams();
  const query = Object.fromEntries(
    [...filterNames, 'cursor'].flatMap((name) => {
      const value = search.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const entries = useAnswer('listAudit', { query }, { keep: true, enabled: seesAudit });
  const head = [m.audit.at, m.audit.by, m.audit.action, m.audit.entity, m.audit.version, m.audit.hash];
  return (
    <Screen
      title={m.audit.title}
      kicker={m.audit.kicker}
      aside={seesAudit && <ExportAudit search={search} />}
    >
      {!seesAudit && <EmptyState title={m.audit.forbidden} />}
      {seesAudit && (
        <>
          <Filter />
          <Gate answer={entries}>
            {({ items, cursor }) => (
              <>
                {items.length === 0 ? (
                  <EmptyState title={m.audit.none} />
                ) : (
                  <ScrollTable caption={m.audit.title} head={head}>
                    {items.map((entry) => (
                      <Row key={entry.id} entry={entry} />
                    ))}
                  </ScrollTable>
                )}
                <Pager next={cursor} />
              </>
            )}
          </Gate>
        </>
      )}
    </Screen>
  );
};
