// What the organisation has defined, a list a kind: searched, narrowed, and each item leading to its form. The search
// lives in the address.
import { Button, Group, Pagination, Switch, Table, TextInput } from '@mantine/core';
import { Link, useParams, useSearchParams } from 'react-router';
import { useGrowingList } from '../data/answers.ts';
import { NotFound } from '../frame/not-found.tsx';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Gate } from '../parts/gate.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';
import { type Column, useColumns } from './columns.tsx';
import { type Kind, kindNames, operationsOf } from './kinds.ts';
import { useListHeading } from './list-heading.ts';
import { useWriter } from './writers.ts';

const pageSize = 50;

interface Item {
  readonly id: string;
  readonly retiredFrom?: string | undefined;
  readonly status?: string;
}

const isGone = ({ retiredFrom, status }: Item): boolean => retiredFrom !== undefined || status === 'removed';

const textOf = (item: Item): string =>
  Object.values(item)
    .filter((value) => typeof value === 'string')
    .join(' ')
    .toLocaleLowerCase();

const changed = (search: URLSearchParams, name: string, value: string): URLSearchParams => {
  const next = new URLSearchParams(search);
  if (name !== 'page') next.delete('page');
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
};

const Rows = ({ kind, items }: { kind: Kind; items: readonly Item[] }) => {
  const { m } = useWords();
  const columns = useColumns(kind)[kind] as readonly Column<Item>[];
  return (
    <ScrollTable caption={m.nav[kind]} head={columns.map(({ title }) => title)}>
      {items.map((item) => (
        <Table.Tr key={item.id}>
          {columns.map(({ title, show }, i) => (
            <Table.Td key={title} className={i === 0 ? 'wide' : ''}>
              {i === 0 ? <Link to={`/set-up/${kind}/${item.id}`}>{show(item)}</Link> : show(item)}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </ScrollTable>
  );
};

const Found = ({ kind, items, whole }: { kind: Kind; items: readonly Item[]; whole: number }) => {
  const { m, f } = useWords();
  const [search, setSearch] = useSearchParams();
  const page = Math.min(
    Math.max(1, Number(search.get('page')) || 1),
    Math.max(1, Math.ceil(items.length / pageSize)),
  );
  if (items.length === 0) return <EmptyState title={m.setUpForm.noneFits} />;
  return (
    <>
      <Rows kind={kind} items={items.slice((page - 1) * pageSize, page * pageSize)} />
      <Group justify="space-between">
        <p className="quiet" role="status">
          {f.say(m.setUpForm.shown, { n: Math.min(items.length, pageSize), total: whole })}
        </p>
        {items.length > pageSize && (
          <Pagination
            total={Math.ceil(items.length / pageSize)}
            value={page}
            getControlProps={(control) => ({ 'aria-label': m.pager[control === 'next' ? 'next' : 'first'] })}
            onChange={(to) => setSearch(changed(search, 'page', String(to)))}
          />
        )}
      </Group>
    </>
  );
};

const Filter = () => {
  const { m } = useWords();
  const [search, setSearch] = useSearchParams();
  const put = (name: string, value: string) => setSearch(changed(search, name, value), { replace: true });
  return (
    <Group align="end" className="filter" component="section" aria-label={m.setUpForm.search}>
      <TextInput
        type="search"
        label={m.setUpForm.search}
        placeholder={m.setUpForm.searchHelp}
        value={search.get('q') ?? ''}
        maxLength={80}
        onChange={(event) => put('q', event.currentTarget.value)}
      />
      <Switch
        pb={8}
        label={m.setUpForm.showRetired}
        checked={search.has('retired')}
        onChange={(event) => put('retired', event.currentTarget.checked ? 'yes' : '')}
      />
    </Group>
  );
};

const List = ({ kind }: { kind: Kind }) => {
  const { m } = useWords();
  const [search] = useSearchParams();
  const answer = useGrowingList(operationsOf[kind].list);
  const heading = useListHeading();
  const mayWrite = useWriter()(kind, '', true);
  const all = (answer.data ?? []) as readonly Item[];
  const living = all.filter((item) => !isGone(item));
  const wanted = (search.get('q') ?? '').trim().toLocaleLowerCase();
  const fitting = (search.has('retired') ? all : living).filter((item) => textOf(item).includes(wanted));
  const add = mayWrite && (
    <Button component={Link} to={`/set-up/${kind}/new`}>
      {m.setUpForm.new[kind]}
    </Button>
  );
  return (
    <Screen
      title={m.nav[kind]}
      kicker={`${m.setUp.kicker} · ${m.nav[kind]}`}
      heading={!answer.isWhole || all.length === 0 ? m.nav[kind] : heading(kind, living)}
      aside={all.length > 0 && add}
    >
      <Gate answer={answer}>
        {() =>
          all.length === 0 ? (
            <EmptyState title={m.setUp.empty[kind]}>
              <p>{m.setUpForm.why[kind]}</p>
              <div>{add}</div>
            </EmptyState>
          ) : (
            <>
              <p>{m.setUpForm.why[kind]}</p>
              <Filter />
              <Found kind={kind} items={fitting} whole={all.length} />
              {!answer.isWhole && <p className="quiet">{m.loading}</p>}
            </>
          )
        }
      </Gate>
    </Screen>
  );
};

/** The list of the kind in the address. */
export const SetUpScreen = () => {
  const { kind = '' } = useParams();
  const known = kindNames.find((name) => name === kind);
  return known === undefined ? <NotFound /> : <List key={known} kind={known} />;
};
