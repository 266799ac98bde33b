// The audit: every change of state, of everything or of one entity, with the hashes that chain its entries.
import { Table } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import type { AuditView } from '../../shared/api/operations.ts';
import { useAnswer } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { useAllFindings } from '../findings/all-findings.ts';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { findingText } from '../parts/finding-text.ts';
import { Gate } from '../parts/gate.tsx';
import { Pager } from '../parts/pager.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useSession, useWords } from '../session/session.tsx';
import { AuditFilter, filterNames } from './audit-filter.tsx';
import { actionWord, entityName, kindWord } from './entity-names.ts';
import { ExportAudit } from './export-audit.tsx';
import './audit.css';

/** Digits of a hash that are shown; the whole stands in its title and in the export. */
const hashShown = 12;

const Row = ({ entry, sentences }: { entry: AuditView; sentences: ReadonlyMap<string, string> }) => {
  const words = useWords();
  const { m, f } = words;
  const names = useNames();
  const { kind, id } = entry.entity;
  const name = entityName(entry, words, names) ?? (kind === 'finding' ? sentences.get(id) : undefined);
  const its = new URLSearchParams({ kind, id });
  return (
    <Table.Tr>
      <Table.Td className="nowrap">{f.instant(entry.at)}</Table.Td>
      <Table.Td>{names.member(entry.by)}</Table.Td>
      <Table.Td title={entry.action}>{actionWord(entry, words)}</Table.Td>
      <Table.Td className="wide audit-entity">
        {kindWord(kind, words)}: <Link to={`/audit?${its.toString()}`}>{name ?? id}</Link>
        {name !== undefined && <span className="quiet audit-id"> {id}</span>}
        {entry.payload !== undefined && (
          <details>
            <summary>{m.audit.payload}</summary>
            <pre>{JSON.stringify(entry.payload, null, 2)}</pre>
          </details>
        )}
      </Table.Td>
      <Table.Td>{f.number(entry.version)}</Table.Td>
      <Table.Td>
        <code title={entry.hash}>{entry.hash.slice(0, hashShown)}</code>
      </Table.Td>
    </Table.Tr>
  );
};

const queryOf = (search: URLSearchParams) =>
  Object.fromEntries(
    [...filterNames, 'cursor'].flatMap((name) => {
      const value = search.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );

/** The audit, page by page. */
export const AuditScreen = () => {
  const { m, f, seesAudit } = useSession();
  const words = useWords();
  const names = useNames();
  const [search] = useSearchParams();
  const entries = useAnswer('listAudit', { query: queryOf(search) }, { keep: true, enabled: seesAudit });
  const ofFindings = entries.data?.items.some(({ entity }) => entity.kind === 'finding') === true;
  const unresolved = useAllFindings({}, ofFindings).data ?? [];
  const sentences = new Map(unresolved.map((line) => [line.fingerprint, findingText(line, f)]));
  const head = [m.audit.at, m.audit.by, m.audit.action, m.audit.entity, m.audit.version, m.audit.hash];
  const kind = search.get('kind');
  const [first] = entries.data?.items ?? [];
  const id = search.get('id') ?? '';
  const isFinding = kind === 'finding' && seesAudit;
  const finding = useAnswer('getFinding', { params: { fingerprint: id } }, { enabled: isFinding }).data;
  const heading = (): string => {
    const n = entries.data?.items.length ?? 0;
    const more = entries.data?.cursor !== undefined || search.has('cursor');
    if (kind === null && first === undefined) return m.audit.title;
    if (kind === null)
      return more
        ? f.say(m.audit.headingMore, { n, at: f.instant(first?.at ?? '') })
        : f.say(m.audit.heading, { n });
    if (finding !== undefined) return f.say(m.audit.headingFinding, { text: findingText(finding, f) });
    const said = { kind: kindWord(kind, words), name: (first && entityName(first, words, names)) ?? id, n };
    return f.say(more ? m.audit.headingOfMore : m.audit.headingOf, said);
  };
  return (
    <Screen
      title={m.audit.title}
      kicker={m.audit.kicker}
      heading={heading()}
      aside={seesAudit && <ExportAudit search={search} />}
    >
      {!seesAudit && <EmptyState title={m.audit.forbidden} />}
      {seesAudit && (
        <>
          <p>
            {m.audit.explanation}{' '}
            {finding !== undefined && <Link to={`/findings/${id}`}>{m.audit.openFinding}</Link>}
          </p>
          <AuditFilter key={search.toString()} />
          <Gate answer={entries}>
            {({ items, cursor }) => (
              <>
                {items.length === 0 ? (
                  <EmptyState title={m.audit.none} />
                ) : (
                  <ScrollTable caption={m.audit.title} head={head}>
                    {items.map((entry) => (
                      <Row key={entry.id} entry={entry} sentences={sentences} />
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
