// What the organisation has defined, as plain tables: departments, outcomes, objectives, KPIs, members.

import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useAnswer } from '../data/answers.ts';
import { NotFound } from '../frame/not-found.tsx';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Gate } from '../parts/gate.tsx';
import { Pager } from '../parts/pager.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';
import { type Column, type Kind, listOf, useColumns } from './columns.tsx';

const List = ({ kind }: { kind: Kind }) => {
  const { m } = useWords();
  const [search] = useSearchParams();
  const cursor = search.get('cursor') ?? undefined;
  const answer = useAnswer<(typeof listOf)[Kind]>(listOf[kind], {
    query: cursor === undefined ? {} : { cursor },
  });
  const columns = useColumns()[kind] as readonly Column<{ readonly id: string }>[];
  return (
    <Screen title={m.nav[kind]} kicker={m.setUp.kicker}>
      <Gate answer={answer}>
        {({ items, cursor: next }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={m.setUp.empty[kind]} />
            ) : (
              <ScrollTable caption={m.nav[kind]} head={columns.map(({ title }) => title)}>
                {items.map((item) => (
                  <Table.Tr key={item.id}>
                    {columns.map(
                      ({ title, show }): ReactNode => (
                        <Table.Td key={title}>{show(item)}</Table.Td>
                      ),
                    )}
                  </Table.Tr>
                ))}
              </ScrollTable>
            )}
            <Pager next={next} />
          </>
        )}
      </Gate>
    </Screen>
  );
};

/** The list of the kind in the address. */
export const SetUpScreen = () => {
  const { kind = '' } = useParams();
  return Object.hasOwn(listOf, kind) ? <List key={kind} kind={kind as Kind} /> : <NotFound />;
};
