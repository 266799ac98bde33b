// How a member hears of what the checks find, set by him- or herself; and the link in a mail that stops all mail
// without signing in.
import type { Member } from '../domain/member.ts';
import { Refusal } from '../domain/problem.ts';
import { type OrgId, orgId } from '../domain/slug.ts';
import { partsOfToken, tokenHolds } from '../domain/unsubscribe-token.ts';
import type { GivenAnswer, Writing } from '../domain/writing.ts';
import { putDefinition, readDefinition, type StoredOf, unstamped } from '../table/definitions.ts';
import type { Table } from '../table/table.ts';
import { readUnsubscribeKey } from '../table/unsubscribe-key.ts';
import { type Defining, define } from './define.ts';

/** What a member may set of the own record. */
export type Preferences = Pick<Member, 'locale'> &
  Pick<Member['mail'], 'digest' | 'reminders'> & { readonly pausedUntil?: string | undefined };

/** A member's preferences as they are shown. */
export const preferencesOf = ({ locale, mail, version }: StoredOf<'member'>) => ({
  locale,
  ...mail,
  version,
});

/** Stores one's own preferences. Setting them starts mail again that a link had stopped. */
export const putPreferences = (
  table: Table,
  call: Defining,
  { locale, digest, reminders, pausedUntil }: Preferences,
  reply: (stored: StoredOf<'member'>) => GivenAnswer,
): Promise<GivenAnswer> =>
  define(table, call, {
    kind: 'member',
    id: call.member.id,
    make: async (before) => {
      if (before === undefined) throw new Refusal('not-found', `There is no member “${call.member.id}”.`);
      const mail = { digest, reminders, ...(pausedUntil === undefined ? {} : { pausedUntil }) };
      return { entity: { ...unstamped(before), locale, mail }, action: 'member.preferences' };
    },
    reply,
  });

const refused = () =>
  new Refusal('not-found', 'This link stops no mail; ask for a new one by your next mail.');

/** Stops all mail of the member whom a token names. Done twice it changes nothing; a token that is none is refused. */
export const unsubscribe = async (
  table: Table,
  token: string,
  writing: Omit<Writing, 'org' | 'by'>,
): Promise<void> => {
  const parts = partsOfToken(token);
  const org = orgId.safeParse(parts?.org);
  if (parts === undefined || !org.success) throw refused();
  const key = await readUnsubscribeKey(table, org.data);
  if (key === undefined || !tokenHolds(parts, key)) throw refused();
  await stopMail(table, org.data, parts.member, writing);
};

const stopMail = async (
  table: Table,
  org: OrgId,
  id: string,
  writing: Omit<Writing, 'org' | 'by'>,
): Promise<void> => {
  const before = await readDefinition(table, org, 'member', id, true);
  if (before === undefined) throw refused();
  if (before.value.mail.unsubscribedAt !== undefined) return;
  const entity = unstamped(before.value);
  await putDefinition(
    table,
    { ...writing, org, by: id },
    {
      kind: 'member',
      action: 'member.unsubscribe',
      entity: { ...entity, mail: { ...entity.mail, unsubscribedAt: writing.at } },
      before,
    },
    () => ({ status: 200, body: null }),
  );
};
