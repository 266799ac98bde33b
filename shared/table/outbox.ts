// Mails that are to be sent: one item each, with an id that its organisation, kind, period and member make up, so
// that doing the same job twice writes nothing twice. A mail is claimed before it is sent, and never sent again by
// itself when nobody knows whether it went out.
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { locales } from '../domain/member.ts';
import { type Quarter, quarterSchema } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import { attributeOf, content, contentOf, type Item } from './item.ts';
import { keys, partitions } from './keys.ts';
import { getItem, queryAll, sent, type Table } from './table.ts';
import { putIfAbsent, putItem, wentThrough } from './writes.ts';

export const mailSchema = z.strictObject({
  /** `<kind>.<period>.<member>`: letters, digits, `-` and `.` only, so that it can be a tag. */
  id: z.string().regex(/^[A-Za-z0-9.-]{1,120}$/),
  kind: z.enum(['digest', 'reminder', 'escalation', 'board']),
  member: z.string(),
  to: z.email(),
  subject: z.string().max(200),
  html: z.string(),
  text: z.string(),
  /** The address that stops all mail with one click (RFC 8058). */
  stop: z.url().optional(),
  /**
   * What is drawn when it is sent: the heat map and the board pack of the report that is kept for a quarter's mails,
   * in a reader's locale; and both texts as they go out where that can't be drawn.
   */
  drawing: z
    .strictObject({
      quarter: quarterSchema,
      locale: z.enum(locales),
      file: z.string(),
      without: z.strictObject({ html: z.string(), text: z.string() }),
    })
    .optional(),
});
export type Mail = z.infer<typeof mailSchema>;

/** queued -> (drawing ->) sending -> sent -> delivered; or delayed, rejected, bounced, complained, unknown, withheld. */
export const mailStates = [
  'queued',
  'delayed',
  /** Its picture and its board pack are being made. */
  'drawing',
  /** Queued again after its drawing was cut off: it goes out without. */
  'undrawn',
  'sending',
  'sent',
  'delivered',
  'rejected',
  'bounced',
  'complained',
  'unknown',
  /** The member stopped all mail, or left, before it was sent. */
  'withheld',
] as const;
export type MailState = (typeof mailStates)[number];

/** Seconds for which a mail's record is kept. */
const mailLives = 400 * 24 * 3600;

/** Puts mails that are not there yet; returns how many were new. */
export const queueMails = async (
  table: Table,
  org: OrgId,
  mails: readonly Mail[],
  machineNow: number,
): Promise<number> => {
  let fresh = 0;
  for (const mail of mails) {
    const isNew = await putIfAbsent(table, {
      ...keys.mail(org, mail.id),
      type: 'mail',
      schema: 1,
      state: 'queued',
      stateAt: machineNow,
      ttl: Math.floor(machineNow / 1000) + mailLives,
      ...content(mail),
    });
    if (isNew) fresh++;
  }
  return fresh;
};

/** A mail with where it stands. `stateAt` is machine time in ms. */
export interface KeptMail {
  readonly mail: Mail;
  readonly state: MailState;
  readonly stateAt: number;
  readonly messageId?: string | undefined;
  readonly reason?: string | undefined;
}
const read = (item: Item): KeptMail => ({
  mail: contentOf(mailSchema, item),
  state: attributeOf(z.enum(mailStates), item, 'state'),
  stateAt: attributeOf(z.number(), item, 'stateAt'),
  messageId: attributeOf(z.string().optional(), item, 'messageId'),
  reason: attributeOf(z.string().optional(), item, 'reason'),
});

/** One mail, or undefined. */
export const readMail = async (table: Table, org: OrgId, id: string): Promise<KeptMail | undefined> => {
  const item = await getItem(table, keys.mail(org, id), true);
  return item === undefined ? undefined : read(item);
};

/** All mails of an organisation that are still remembered. */
export const allMails = async (table: Table, org: OrgId): Promise<KeptMail[]> =>
  (await queryAll(table, { pk: partitions.outbox(org), strong: true })).map(read);

/** Moves a mail from one of some states to another; false where it is in none of them. */
export const moveMail = async (
  table: Table,
  org: OrgId,
  id: string,
  move: {
    readonly from: readonly MailState[];
    readonly to: MailState;
    readonly machineNow: number;
    readonly messageId?: string;
    readonly reason?: string;
  },
): Promise<boolean> => {
  const froms = Object.fromEntries(move.from.map((state, i) => [`:from${i}`, state]));
  const extras = {
    ...(move.messageId && { messageId: move.messageId }),
    ...(move.reason && { reason: move.reason }),
  };
  const update = new UpdateCommand({
    TableName: table.name,
    Key: keys.mail(org, id),
    UpdateExpression: `SET #state = :to, stateAt = :at${Object.keys(extras)
      .map((name) => `, #${name} = :${name}`)
      .join('')}`,
    ConditionExpression: `#state IN (${Object.keys(froms).join(', ')})`,
    ExpressionAttributeNames: {
      '#state': 'state',
      ...Object.fromEntries(Object.keys(extras).map((name) => [`#${name}`, name])),
    },
    ExpressionAttributeValues: {
      ':to': move.to,
      ':at': move.machineNow,
      ...froms,
      ...Object.fromEntries(Object.entries(extras).map(([name, value]) => [`:${name}`, value])),
    },
  });
  return wentThrough(table.client.send(update));
};

/** Deletes every mail to a member; returns how many there were. */
export const dropMailsOf = async (table: Table, org: OrgId, member: string): Promise<number> => {
  const own = (await allMails(table, org)).filter(({ mail }) => mail.member === member);
  for (const { mail } of own)
    await sent(table.client.send(new DeleteCommand({ TableName: table.name, Key: keys.mail(org, mail.id) })));
  return own.length;
};

const newsSchema = z.strictObject({ at: z.string(), tokens: z.array(z.string()) });
/** What the last digest told: `fingerprint|state|level` of every unresolved finding. */
export type News = z.infer<typeof newsSchema>;

/** What the last digest told, or undefined before the first. */
export const readNews = async (table: Table, org: OrgId): Promise<News | undefined> => {
  const item = await getItem(table, keys.news(org), true);
  return item === undefined ? undefined : contentOf(newsSchema, item);
};

/** Remembers what a digest has told. */
export const putNews = async (table: Table, org: OrgId, news: News): Promise<void> => {
  await putItem(table, { ...keys.news(org), type: 'news', ...content(news) });
};

/** Kinds of news that are remembered beside the weekly digest's. */
export type ToldKind = 'monthly' | 'escalated' | 'board';

/** What a kind of mail has told so far; undefined before the first. */
export const readTold = async (table: Table, org: OrgId, kind: ToldKind): Promise<News | undefined> => {
  const item = await getItem(table, keys.toldNews(org, kind), true);
  return item === undefined ? undefined : contentOf(newsSchema, item);
};

/** Remembers what a kind of mail has told. */
export const putTold = async (table: Table, org: OrgId, kind: ToldKind, news: News): Promise<void> => {
  await putItem(table, { ...keys.toldNews(org, kind), type: 'news', ...content(news) });
};

/** What a quarter's mails are drawn from, or undefined. */
export const readMailed = async <T>(
  table: Table,
  org: OrgId,
  quarter: Quarter,
  schema: z.ZodType<T>,
): Promise<T | undefined> => {
  const item = await getItem(table, keys.mailedReport(org, quarter), true);
  return item === undefined ? undefined : contentOf(schema, item);
};

/** Keeps what a quarter's mails are drawn from, unless something is kept already. */
export const keepMailed = async (
  table: Table,
  org: OrgId,
  quarter: Quarter,
  value: unknown,
  machineNow: number,
): Promise<void> => {
  const ttl = Math.floor(machineNow / 1000) + mailLives;
  await putIfAbsent(table, {
    ...keys.mailedReport(org, quarter),
    type: 'news',
    schema: 1,
    ttl,
    ...content(value),
  });
};
