// What becomes of the organisation's own record: its settings and its policy, each from a table of its own.
import { policyFaults } from '../domain/definition-faults.ts';
import { withNoted } from '../domain/noted-change.ts';
import type { Dataset } from './dataset.ts';
import { type PlannedChanges, same } from './plan-changes.ts';
import type { PlanContext } from './plan-context.ts';
import type { Entry } from './rows.ts';

/** The row of a setting that a fault's path such as `/checks/watermelon` names; else the policy's first. */
const policyRow = (context: PlanContext, path: string): Entry | undefined => {
  const [, setting = '', check = ''] = path.split('/');
  const name = setting === 'checks' ? `checks.${check}` : setting;
  return context.row('policy', ['setting'], name) ?? context.rows('policy')[0];
};

/** Plans the organisation's record, where the files say anything of it. */
export const planSettings = (changes: PlannedChanges, dataset: Dataset): void => {
  const { context } = changes;
  const { present, importer } = context;
  const before = present.organisation;
  const { organisation } = dataset;
  const row = context.row('organisation', ['id'], organisation?.id ?? '');
  if (organisation !== undefined && organisation.id !== before.id)
    context.blame(row, 'id', organisation.id, `${before.id}, the id of your organisation`);
  if (organisation === undefined && !context.has('policy')) return;
  const policy = context.has('policy') ? dataset.policy : before.policy;
  const written = { ...before, ...organisation, id: before.id, policy };
  const noting = { by: importer.member, at: importer.at };
  if (!changes.settle('organisation', before, withNoted('organisation', before, written, noting))) return;
  changes.allow(row ?? policyRow(context, ''));
  if (same(policy, before.policy)) return;
  for (const { path, found, expected } of policyFaults(policy, importer.checks))
    context.blame(policyRow(context, path), 'value', found, expected);
};
