// Which hash does each entity hold as the last of its chain? Read from the entities themselves, so that a chain whose
// end was cut off shows.
import type { OrgId } from '../domain/slug.ts';
import { submissionSchema } from '../domain/submission.ts';
import { contentOf, type Item } from './item.ts';
import { partitions } from './keys.ts';
import { queryAll, type Table } from './table.ts';

/** An entity's name, `<kind>|<id>`, and the hash that it holds. */
export interface StoredHead {
  readonly name: string;
  readonly hash: string;
}

const headOf = (item: Item, name: string): StoredHead[] => {
  const hash = item['auditHash'];
  return typeof hash === 'string' && hash !== '' ? [{ name, hash }] : [];
};

/** The heads of definitions, findings, submissions and seals, read strongly. */
export const storedHeads = async (table: Table, org: OrgId): Promise<StoredHead[]> => {
  const of = (pk: string) => queryAll(table, { pk, strong: true });
  const definitions = await of(partitions.definitions(org));
  const departments = definitions
    .filter(({ sk }) => sk.startsWith('department|'))
    .map(({ sk }) => sk.slice('department|'.length));
  const [findings, seals, ...submissions] = await Promise.all([
    of(partitions.findings(org)),
    of(partitions.seals(org)),
    ...departments.map((department) => of(partitions.submissions(org, department))),
  ]);
  return [
    ...definitions.flatMap((item) => headOf(item, item.sk)),
    ...findings.flatMap((item) => headOf(item, `finding|${item.sk}`)),
    ...seals.flatMap((item) => headOf(item, `report|${item.sk}`)),
    ...submissions.flat().flatMap((item) => {
      const { department, quarter, version } = contentOf(submissionSchema, item);
      return headOf(item, `submission|${department}/${quarter}/${version}`);
    }),
  ];
};
