// What becomes of the members: as their route has it, and somebody must be left who may set up.
import type { Member } from '../domain/member.ts';
import { mentionsOf, unknownMentions } from '../domain/mentions.ts';
import type { Dataset } from './dataset.ts';
import type { PlannedChanges } from './plan-changes.ts';
import { keptBeside } from './plan-kept.ts';

const isAnalyst = ({ roles, status }: Member): boolean => status === 'active' && roles.includes('analyst');

/** Plans the members that the files name. */
export const planMembers = (changes: PlannedChanges, dataset: Dataset): void => {
  const { context, members } = changes;
  for (const { id, fields } of dataset.members) {
    const before = members.get(id);
    const entity: Member = { ...fields, ...keptBeside('member', before), id };
    if (!changes.settle('member', before, entity)) continue;
    members.set(id, entity);
    const row = changes.row('member', id);
    changes.allow(row);
    context.faults(row, unknownMentions(mentionsOf.member(entity), changes.exists));
  }
  const changed = changes.planned.find(({ change }) => change.kind === 'member');
  if (changed === undefined || [...members.values()].some(isAnalyst)) return;
  const row = changes.row('member', changed.item.id);
  context.blame(row, 'roles', row?.values.get('roles'), 'an analyst among the active members');
};
