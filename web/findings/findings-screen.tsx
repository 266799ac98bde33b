// The register: every unresolved finding, filtered and ordered by what stands in the address, page by page.
import { Badge, Table } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import type { FindingItem } from '../../shared/report/finding-line.ts';
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
import { everyFinding, sorted, useAllFindings } from './all-findings.ts';
import { ExportFindings } from './export-findings.tsx';
import { filterOf, isFiltered, needsAll, sortOf, wantsAsked } from './filter.ts';
import { FindingsFilter } from './findings-filter.tsx';
import './findings.css';

const State = ({ item }: { item: FindingItem }) => {
  const { m, f } = useWords();
  const { waiver, reopened, actions = [] } = item;
  return (
    <>
      <StateWord state={item.state} />
      {waiver?.state === 'approved' && (
        <p className="quiet">{f.say(m.register.waivedUntil, { day: f.day(waiver.until) })}</p>
      )}
      {waiver?.state === 'asked' && <p className="care">{m.register.waiverAsked}</p>}
      {reopened !== undefined && <p className="quiet">{f.say(m.register.reopened, { n: reopened })}</p>}
      {actions.length > 0 && <p className="quiet">{f.say(m.register.actions, { n: actions.length })}</p>}
    </>
  );
};

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
            <Link to={`/findings/${item.fingerprint}`}>{findingText(item, f)}</Link>{' '}
            {item.new === true && (
              <Badge variant="outline" size="sm" tt="none">
                {m.register.isNew}
              </Badge>
            )}
          </Table.Td>
          <Table.Td>
            {item.department === undefined ? m.report.noDepartment : names.department(item.department)}
          </Table.Td>
          <Table.Td className="nowrap">
            {f.quarter(item.since)}
            {item.age !== undefined && (
              <p className="quiet">
                {item.age === 0 ? m.register.thisQuarter : f.say(m.register.quarters, { n: item.age })}
              </p>
            )}
          </Table.Td>
          <Table.Td>
            <State item={item} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ScrollTable>
  );
};

/** The findings register. */
export const FindingsScreen = () => {
  const { m, f } = useWords();
  const [search] = useSearchParams();
  const query = filterOf(search);
  const whole = needsAll(search);
  const sort = sortOf(search);
  const page = useAnswer('listFindings', { query }, { keep: true, enabled: !whole });
  const all = useAllFindings(query, whole);
  const filtered = isFiltered(search);
  const picked = (items: readonly FindingItem[]): readonly FindingItem[] =>
    sorted(wantsAsked(search) ? items.filter(({ waiver }) => waiver?.state === 'asked') : items, sort);
  const shown = whole ? picked(all.data ?? []) : (page.data?.items ?? []);
  const more = !whole && page.data?.cursor !== undefined;
  const known = whole ? all.data !== undefined : page.data !== undefined && !search.has('cursor');
  const heading = (): string => {
    if (!known) return m.findings.title;
    if (more) return f.say(m.register.headingMore, { n: shown.length });
    return f.say(filtered ? m.register.headingFiltered : m.register.heading, { n: shown.length });
  };
  return (
    <Screen
      title={m.findings.title}
      kicker={m.findings.kicker}
      heading={heading()}
      aside={<ExportFindings read={async (call) => picked(await everyFinding(call, query))} />}
    >
      <p>{m.findings.explanation}</p>
      <FindingsFilter />
      <Gate<unknown> answer={whole ? all : page}>
        {() => (
          <>
            {shown.length === 0 ? (
              <EmptyState title={filtered ? m.findings.noneFiltered : m.findings.none} />
            ) : (
              <Rows items={shown} />
            )}
            {!whole && <Pager next={page.data?.cursor} />}
          </>
        )}
      </Gate>
    </Screen>
  );
};
