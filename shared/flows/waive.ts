// Which outcomes a finding is about, and who owns them: the side that may approve a waiver is the one that speaks for
// the customer there. Read from the definitions as they are now, not from the finding, which may be a night old.

import { activeIn } from '../domain/active.ts';
import type { Condition } from '../domain/finding.ts';
import type { OrgId } from '../domain/slug.ts';
import { allOf, readDefinition, readDefinitions } from '../table/definitions.ts';
import type { Table } from '../table/table.ts';

const outcomeIds = async (table: Table, org: OrgId, { subject }: Condition): Promise<readonly string[]> => {
  const id = subject.ids[0] ?? '';
  switch (subject.kind) {
    case 'outcome':
      return [id];
    case 'kpi-outcome':
      return [subject.ids[1] ?? ''];
    case 'kpi':
    case 'kpi-pair':
      return (
        (await readDefinition(table, org, 'kpi', id, true))?.value.contributions.map(
          ({ outcome }) => outcome,
        ) ?? []
      );
    case 'objective':
    case 'capability':
      return (await readDefinition(table, org, subject.kind, id, true))?.value.outcomes ?? [];
    case 'touchpoint':
      return (await allOf(table, org, 'outcome', true))
        .filter(({ touchpoints }) => touchpoints.includes(id))
        .map((outcome) => outcome.id);
    default:
      return [];
  }
};

/**
 * The departments that own the active outcomes which a finding is about, each once; undefined among them stands for
 * an outcome that nobody owns.
 */
export const owningDepartments = async (
  table: Table,
  org: OrgId,
  condition: Condition,
): Promise<(string | undefined)[]> => {
  const outcomes = await readDefinitions(
    table,
    org,
    'outcome',
    await outcomeIds(table, org, condition),
    true,
  );
  return [
    ...new Set(
      [...outcomes.values()]
        .filter((outcome) => activeIn(outcome, condition.quarter))
        .map(({ owningDepartment }) => owningDepartment),
    ),
  ];
};
