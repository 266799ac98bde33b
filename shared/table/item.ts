// How anything is written down in the table: keys and the few attributes that conditions need stand apart, the
// content is one text, zipped where it is long. What is read is parsed before it is trusted; fields that a newer build
// wrote are left aside.
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { canonicalJson } from '../domain/canonical.ts';
import { Refusal } from '../domain/problem.ts';
import type { Key } from './keys.ts';
import { readKnown } from './known-fields.ts';

/** Above this many characters content is zipped. */
const zipFrom = 768;
/** DynamoDB takes 400 KB an item; content stays this many bytes below it. */
const largest = 350_000;

/** An item: its keys, type, schema version and content. */
export type Item = Key & Readonly<Record<string, unknown>>;

const text = z.object({ body: z.string() });
const zipped = z.object({ zip: z.instanceof(Uint8Array) });

/** A value as item attributes: `body` as it is, or `zip`. */
export const content = (value: unknown): { readonly body: string } | { readonly zip: Uint8Array } =>
  packed(canonicalJson(value));

/** The same for a text that is canonical already. Throws a refusal where it is too large for one item. */
export const packed = (json: string): { readonly body: string } | { readonly zip: Uint8Array } => {
  if (json.length < zipFrom) return { body: json };
  const zip = gzipSync(json, { level: 6 });
  if (zip.length <= largest) return { zip };
  throw new Refusal('too-large', `This is too large to be stored: ${zip.length} bytes, at most ${largest}.`);
};

/** The content's text. */
export const unpacked = (item: unknown): string => {
  const plain = text.safeParse(item);
  return plain.success ? plain.data.body : gunzipSync(zipped.parse(item).zip).toString('utf8');
};

/** A stored item that does not fit what this build expects of it; the message begins with its key. */
export class Unfit extends Error {
  constructor({ pk, sk }: Stored, cause: unknown) {
    const fault = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    super(`stored item ${String(pk)} ${String(sk)}: ${fault}`, { cause });
    this.name = 'Unfit';
  }
}

type Stored = Readonly<Record<string, unknown>>;
const trusted = <T>(item: Stored, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw new Unfit(item, error);
  }
};

/** The content of a stored item, parsed. Throws `Unfit`. */
export const contentOf = <T>(schema: z.ZodType<T>, item: Stored): T =>
  trusted(item, () => readKnown(schema, JSON.parse(unpacked(item))));

/** The JSON in one attribute of a stored item, parsed. Throws `Unfit`. */
export const jsonOf = <T>(schema: z.ZodType<T>, item: Stored, attribute: string): T =>
  trusted(item, () => readKnown(schema, JSON.parse(z.string().parse(item[attribute]))));

/** One attribute of a stored item, parsed. Throws `Unfit`. */
export const attributeOf = <T>(schema: z.ZodType<T>, item: Stored, attribute: string): T =>
  trusted(item, () => schema.parse(item[attribute]));

/** The content of a derived item, which is made anew from sources where it does not fit: undefined then. */
export const derivedOf = <T>(schema: z.ZodType<T>, item: Stored): T | undefined => {
  try {
    return contentOf(schema, item);
  } catch (error) {
    if (error instanceof Unfit) return undefined;
    throw error;
  }
};

/** Says that something derived is stored in a form that this build cannot read: the next evaluation makes it anew. */
export const beingRebuilt = (what: string): Refusal =>
  new Refusal(
    'temporarily-unavailable',
    `${what} was written by another version of Counterpart and is being made anew; try again in some minutes.`,
    [],
    60,
  );
