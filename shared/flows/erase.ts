// Erasing what is known of a person who has left: name, address and preferences, in the record and in every audit
// entry that holds them, and the mails that were written to him or her. The chains hash a payload's hash, so they hold.
import { Refusal } from '../domain/problem.ts';
import type { OrgId } from '../domain/slug.ts';
import type { Writing } from '../domain/writing.ts';
import { dropPayloads } from '../table/audit-erasure.ts';
import { putDefinition, readDefinition, unstamped } from '../table/definitions.ts';
import { dropMailsOf } from '../table/outbox.ts';
import type { Table } from '../table/table.ts';

/** What was erased. */
export interface Erased {
  readonly entries: number;
  readonly mails: number;
}

/** Erases a leaver's personal data; the id stays, as all that he or she did hangs on it. Doing it twice does no harm. */
export const eraseMember = async (table: Table, writing: Writing, member: string): Promise<Erased> => {
  const { org } = writing;
  const before = await readDefinition(table, org, 'member', member, true);
  if (before === undefined) throw new Refusal('not-found', `There is no member “${member}”.`);
  if (before.value.status !== 'removed')
    throw new Refusal(
      'conflict',
      `“${member}” is still a member; an analyst removes members before they are erased.`,
    );
  const { mail: _mail, ...entity } = unstamped(before.value);
  const blank = { name: 'Erased', email: `erased-${member}@erased.invalid` };
  if (before.value.email !== blank.email)
    await putDefinition(
      table,
      writing,
      {
        kind: 'member',
        action: 'member.erase',
        entity: { ...entity, ...blank, mail: { digest: 'never', reminders: false } },
        before,
      },
      () => ({ status: 200, body: null }),
    );
  return {
    entries: await dropPayloads(table, org as OrgId, 'member', member),
    mails: await dropMailsOf(table, org, member),
  };
};
