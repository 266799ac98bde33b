// The KPI library: what the field measures, who experiences it, and what the customer notices. The filter and the open
// entry stand in the address.
import { Button, NativeSelect, Table, TextInput } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { perspectives } from '../../shared/domain/kpi.ts';
import { businessFunctions, type Entry } from '../../shared/library/entry.ts';
import { counterpartsOf, entryOf, library } from '../../shared/library/library.ts';
import { Screen } from '../frame/screen.tsx';
import { SideDialog } from '../parts/dialog.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useSession } from '../session/session.tsx';
import '../findings/findings.css';

const pageSize = 60;

const textOf = ({ name, synonyms, definition }: Entry): string =>
  [name, ...synonyms, definition].join(' ').toLocaleLowerCase();

const fits = (search: URLSearchParams) => {
  const wanted = (search.get('q') ?? '').trim().toLocaleLowerCase();
  const [own, perspective] = [search.get('function'), search.get('perspective')];
  return (entry: Entry): boolean =>
    (own === null || entry.function === own) &&
    (perspective === null || entry.perspective === perspective) &&
    (wanted === '' || textOf(entry).includes(wanted));
};

/** What a new KPI's form begins with when an entry is adopted. */
const startOf = ({ name, definition, formula, unit, direction, perspective }: Entry) => ({
  name,
  definition: `${definition} ${formula}`,
  unit,
  direction,
  perspective,
  everyQuarters: 1,
});

const Detail = ({ entry, to }: { entry: Entry; to: (id: string) => string }) => {
  const { m, f, headed } = useSession();
  const words = m.library;
  const counterparts = counterpartsOf(entry);
  return (
    <div className="library-entry">
      <p className="quiet">
        {words.functions[entry.function]} · {m.perspective[entry.perspective]} ·{' '}
        {m.direction[entry.direction]}
      </p>
      <p lang="en">{entry.definition}</p>
      <dl>
        <dt>{words.formula}</dt>
        <dd lang="en">{entry.formula}</dd>
        <dt>{words.because}</dt>
        <dd lang="en">{entry.because}</dd>
        {entry.felt !== undefined && (
          <>
            <dt>{words.felt}</dt>
            <dd lang="en">{entry.felt}</dd>
          </>
        )}
        {entry.clock !== undefined && (
          <>
            <dt>{words.clock}</dt>
            <dd>{f.say(words.clockFromTo, { from: entry.clock.from.event, to: entry.clock.to.event })}</dd>
          </>
        )}
        {counterparts.length > 0 && (
          <>
            <dt>{words.counterparts}</dt>
            <dd>
              <ul>
                {counterparts.map(({ id, name }) => (
                  <li key={id}>
                    <Link to={to(id)} lang="en">
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {entry.synonyms.length > 0 && (
          <>
            <dt>{words.synonyms}</dt>
            <dd lang="en">{entry.synonyms.slice(0, 8).join(', ')}</dd>
          </>
        )}
      </dl>
      {headed.length > 0 && (
        <div>
          <Button component={Link} to="/set-up/kpis/new" state={{ start: startOf(entry) }}>
            {words.adopt}
          </Button>
        </div>
      )}
    </div>
  );
};

/** The library. */
export const LibraryScreen = () => {
  const { m, f } = useSession();
  const words = m.library;
  const [search, setSearch] = useSearchParams();
  const found = library.filter(fits(search));
  const shown = found.slice(0, pageSize * (Number(search.get('pages')) || 1));
  const open = entryOf(search.get('entry') ?? '');
  const withPart = (name: string, value: string): URLSearchParams => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    return next;
  };
  const put = (name: string, value: string): void => {
    const next = withPart(name, value);
    if (name !== 'entry' && name !== 'pages') next.delete('pages');
    setSearch(next, { replace: name === 'q' });
  };
  const choose = (name: 'function' | 'perspective', data: readonly { value: string; label: string }[]) => (
    <NativeSelect
      label={words[name]}
      value={search.get(name) ?? ''}
      data={[{ value: '', label: m.findings.any }, ...data]}
      onChange={(event) => put(name, event.currentTarget.value)}
    />
  );
  return (
    <Screen title={words.title} kicker={words.title} heading={f.say(words.heading, { n: found.length })}>
      <p>{words.why}</p>
      <section className="filters" aria-label={m.findings.filter}>
        <TextInput
          type="search"
          label={m.setUpForm.search}
          value={search.get('q') ?? ''}
          maxLength={80}
          onChange={(event) => put('q', event.currentTarget.value)}
        />
        {choose(
          'function',
          businessFunctions.map((value) => ({ value, label: words.functions[value] })),
        )}
        {choose(
          'perspective',
          perspectives.map((value) => ({ value, label: m.perspective[value] })),
        )}
      </section>
      {shown.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <ScrollTable caption={words.title} head={[words.name, words.function, words.perspective, words.felt]}>
          {shown.map((entry) => (
            <Table.Tr key={entry.id}>
              <Table.Td className="wide">
                <Link to={`?${withPart('entry', entry.id)}`} lang="en">
                  {entry.name}
                </Link>
              </Table.Td>
              <Table.Td>{words.functions[entry.function]}</Table.Td>
              <Table.Td>{m.perspective[entry.perspective]}</Table.Td>
              <Table.Td className="wide" lang="en">
                {entry.felt ?? m.setUp.none}
              </Table.Td>
            </Table.Tr>
          ))}
        </ScrollTable>
      )}
      {shown.length < found.length && (
        <div>
          <Button
            variant="default"
            onClick={() => put('pages', String((Number(search.get('pages')) || 1) + 1))}
          >
            {words.more}
          </Button>
        </div>
      )}
      <SideDialog
        opened={open !== undefined}
        onClose={() => put('entry', '')}
        title={<span lang="en">{open?.name}</span>}
        closeLabel={words.close}
      >
        {open !== undefined && <Detail entry={open} to={(id) => `?${withPart('entry', id)}`} />}
      </SideDialog>
    </Screen>
  );
};
