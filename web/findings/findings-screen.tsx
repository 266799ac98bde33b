// The register: every unresolved finding, filtered by what stands in the address, page by page.
import { Table } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import type { FindingItem } from '../../shared/api/operations.ts';
import { useAnswer } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { findingText } from '../parts/finding-text.ts';
import { Gate } from '../parts/gate.tsx';
import { LevelMark, StateWord } from '../parts/marks.tsx';
import { Pager } from '../parts/pager.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';
import { filterNames, filterOf } from './filter.ts';
import { FindingsFilter } from './findings-filter.tsx';

const Rows = ({ items }: { items: readonly FindingItem[] }) => {
  const { m, f } = useWords();
  const names = useNames();
  const head = [
    m.findings.level,
    m.findings.finding,
    m.findings.department,
    m.findings.since,
    m.findings.state,
  ];
  return (
    <ScrollTable caption={m.findings.title} head={head}>
      {items.map((item) => (
        <Table.Tr key={item.fingerprint}>
          <Table.Td>
            <LevelMark level={item.level} />
          </Table.Td>
          <Table.Td className="wide">
            <Link to={`/findings/${item.fingerprint}`}>{findingText(item, f)}</Link>
          </Table.Td>
          <Table.Td>
            {item.department === undefined ? m.report.noDepartment : names.department(item.department)}
          </Table.Td>
          <Table.Td className="nowrap">{f.quarter(item.since)}</Table.Td>
          <Table.Td>
            <StateWord state={item.state} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ScrollTable>
  );
};

/** The findings register. */
export const FindingsScreen = () => {
  const { m } = useWords();
  const [search] = useSearchParams();
  const findings = useAnswer('listFindings', { query: filterOf(search) }, { keep: true });
  const filtered = filterNames.some((name) => search.has(name));
  return (
    <Screen title={m.findings.title} kicker={m.findings.kicker}>
      <p>{m.findings.explanation}</p>
      <FindingsFilter />
      <Gate answer={findings}>
        {({ items, cursor }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={filtered ? m.findings.noneFiltered : m.findings.none} />
            ) : (
              <Rows items={items} />
            )}
            <Pager next={cursor} />
          </>
        )}
      </Gate>
    </Screen>
  );
};
