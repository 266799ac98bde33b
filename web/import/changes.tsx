// What an import would change or has changed: how many, and each entity with its fields.
import { Paper, Table } from '@mantine/core';
import type { ImportView } from '../../shared/api/operations.ts';
import { useNames } from '../data/names.ts';
import { isQuarter } from '../format/formats.ts';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';

/** Counts and the first changed entities. */
export type Changed = Pick<ImportView, 'created' | 'changed' | 'unchanged' | 'items'>;

const fewFields = 4;
const mostShown = 100;

const Fields = ({ item }: { item: Changed['items'][number] }) => {
  const { m, f } = useWords();
  const lines = item.fields.map(({ field, from, to }) =>
    from === undefined
      ? f.say(m.import.fieldNew, { field, to: to ?? m.import.nothing })
      : f.say(m.import.fieldWas, { field, from, to: to ?? m.import.nothing }),
  );
  if (item.change === 'created' || lines.length === 0) return <span className="quiet">–</span>;
  if (lines.length <= fewFields)
    return (
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  return (
    <details>
      <summary>
        {lines[0]} … ({f.number(lines.length)})
      </summary>
      <ul>
        {lines.slice(1).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
};

/** The table of changes under a title. */
export const Changes = ({ title, changed }: { title: string; changed: Changed }) => {
  const { m, f } = useWords();
  const names = useNames();
  const { created, changed: altered, unchanged, items } = changed;
  const departmentName = (id: string): string =>
    items.find((item) => item.kind === 'department' && item.id === id)?.name ?? names.department(id);
  const nameOf = ({ kind, id, name }: Changed['items'][number]): string => {
    const [department = '', quarter = ''] = kind === 'submission' ? id.split('/') : [];
    return isQuarter(quarter) ? `${departmentName(department)}, ${f.quarter(quarter)}` : name || id;
  };
  return (
    <Paper component="section" className="panel" aria-label={title}>
      <h2>{title}</h2>
      <p>{f.say(m.import.counts, { created, changed: altered, unchanged })}</p>
      {items.length > 0 && (
        <ScrollTable
          caption={title}
          head={[m.import.stateColumn, m.import.what, m.setUp.name, m.import.fields]}
        >
          {items.slice(0, mostShown).map((item) => (
            <Table.Tr key={`${item.kind} ${item.id}`}>
              <Table.Td className="nowrap">{m.import.change[item.change]}</Table.Td>
              <Table.Td className="nowrap">{m.import.kind[item.kind]}</Table.Td>
              <Table.Td className="wide">{nameOf(item)}</Table.Td>
              <Table.Td className="wide">
                <Fields item={item} />
              </Table.Td>
            </Table.Tr>
          ))}
        </ScrollTable>
      )}
      {Math.min(mostShown, items.length) < created + altered && (
        <p className="quiet">
          {f.say(m.import.itemsMore, {
            n: Math.min(mostShown, items.length),
            total: created + altered,
          })}
        </p>
      )}
    </Paper>
  );
};
