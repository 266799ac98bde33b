// What DynamoDB bills, counted from sizes by its own rules: DynamoDB Local is exact but for transactions, where it
// rounds the sum of the items instead of each item.
import * as z from 'zod';

/** Attributes as the document client gives and takes them. */
export type Attributes = Readonly<Record<string, unknown>>;

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

const numberSize = (value: number): number => {
  const digits = Math.abs(value)
    .toString()
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '');
  return 1 + Math.ceil(digits.length / 2) + (value < 0 ? 1 : 0);
};

const valueSize = (value: unknown): number => {
  if (typeof value === 'string') return bytesOf(value);
  if (typeof value === 'number') return numberSize(value);
  if (value instanceof Uint8Array) return value.length;
  if (value === null || typeof value === 'boolean') return 1;
  throw new Error(
    `found an attribute of type ${typeof value}, expected text, number, bytes, boolean or null`,
  );
};

/** An item's size in bytes: names and values, as UTF-8. Undefined attributes are not stored. */
export const itemSize = (item: Attributes): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) => (value === undefined ? sum : sum + bytesOf(name) + valueSize(value)),
    0,
  );

/** Write units of so many bytes: one per started KB. */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));

const resourceShape = z.looseObject({
  Properties: z.looseObject({
    GlobalSecondaryIndexes: z.array(
      z.looseObject({
        IndexName: z.string(),
        KeySchema: z.array(z.looseObject({ AttributeName: z.string() })),
        Projection: z.looseObject({
          ProjectionType: z.enum(['KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).default([]),
        }),
      }),
    ),
  }),
});
/** An index: the attributes of its key, and those that it carries besides the table's key. */
export interface Index {
  readonly keys: readonly string[];
  readonly carried: readonly string[];
}

/** The indexes of a table resource of the template. */
export const indexesOf = (resource: unknown): Index[] =>
  resourceShape.parse(resource).Properties.GlobalSecondaryIndexes.map(({ KeySchema, Projection }) => ({
    keys: KeySchema.map(({ AttributeName }) => AttributeName),
    carried: Projection.NonKeyAttributes,
  }));

const entryOf = ({ keys, carried }: Index, item: Attributes | undefined): Attributes | undefined =>
  item === undefined || keys.some((name) => item[name] === undefined)
    ? undefined
    : Object.fromEntries(['pk', 'sk', ...keys, ...carried].map((name) => [name, item[name]]));

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0);

/** Write units of an index when an item goes from one state to another: a changed key is a deletion and a write. */
export const indexUnits = (
  index: Index,
  before: Attributes | undefined,
  after: Attributes | undefined,
): number => {
  const old = entryOf(index, before);
  const next = entryOf(index, after);
  if (old === undefined || next === undefined) {
    const only = old ?? next;
    return only === undefined ? 0 : writeUnits(itemSize(only));
  }
  if (index.keys.some((name) => old[name] !== next[name]))
    return writeUnits(itemSize(old)) + writeUnits(itemSize(next));
  const changed = index.carried.some((name) => !same(old[name], next[name]));
  return changed ? writeUnits(Math.max(itemSize(old), itemSize(next))) : 0;
};
