import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/domain/problem.ts';
import { listAudit, listAuditOf } from '../../shared/table/audit-log.ts';
import { cursorOf, placeOf } from '../../shared/table/cursor.ts';
import { listDefinitions } from '../../shared/table/definitions.ts';
import { listUnresolved } from '../../shared/table/finding-lists.ts';
import { findingStep } from '../../shared/table/findings.ts';
import { type Table, transact } from '../../shared/table/table.ts';
import { freshTable } from '../table-fixture.ts';
import { acme, define, finding, globex, kpi, writingOf } from './samples.ts';

let table: Table;
/** The lists that pages are asked of, each as the texts of what it holds. */
const lists: Readonly<Record<string, (cursor?: string) => Promise<{ items: string[]; cursor?: string }>>> = {
  definitions: async (cursor) => {
    const { items, ...rest } = await listDefinitions(table, acme, 'kpi', { limit: 2, cursor });
    return { items: items.map(({ id }) => id), ...rest };
  },
  audit: async (cursor) => {
    const { items, ...rest } = await listAudit(table, acme, { limit: 2, cursor });
    return { items: items.map(({ id }) => id), ...rest };
  },
  auditOf: async (cursor) => {
    const entity = { kind: 'kpi', id: 'k1' };
    const { items, ...rest } = await listAuditOf(table, acme, entity, { limit: 2, cursor });
    return { items: items.map(({ id }) => id), ...rest };
  },
  findings: async (cursor) => {
    const { items, ...rest } = await listUnresolved(table, acme, {}, { limit: 2, cursor });
    return { items: items.map(({ fingerprint }) => fingerprint), ...rest };
  },
  errors: async (cursor) => {
    const { items, ...rest } = await listUnresolved(table, acme, { level: 'error' }, { limit: 2, cursor });
    return { items: items.map(({ fingerprint }) => fingerprint), ...rest };
  },
};
const whole = new Map<string, string[]>();
const given = new Map<string, string>();

beforeAll(async () => {
  ({ table } = await freshTable());
  for (const org of [acme, globex])
    for (let i = 1; i <= 5; i++) {
      await define(table, writingOf(org), 'kpi', kpi(`k${i}`));
      await define(table, writingOf(org), 'kpi', kpi('k1', { name: `Name ${i}` }));
      const level = i % 2 === 0 ? 'warning' : 'error';
      const step = findingStep(table, org, finding(`k${i}`, { level }), {
        before: 0,
        department: undefined,
        auditHash: '',
      });
      await transact(table, [step]);
    }
  for (const [name, list] of Object.entries(lists)) {
    const first = await list();
    const all = [...first.items];
    for (let { cursor } = first; cursor !== undefined; ) {
      const next = await list(cursor);
      all.push(...next.items);
      cursor = next.cursor;
    }
    whole.set(name, all);
    given.set(name, first.cursor ?? '');
  }
});

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const names = ['sk', 'gsi1sk', 'gsi2sk', 'pk', 'gsi1pk', 'gsi2pk', '__proto__', 'constructor'];
const text = fc.oneof(
  fc.constantFrom(
    '',
    'kpi|',
    'kpi|k3',
    'member|ann',
    'globex|def',
    'globex|audit',
    '1|',
    '2|z',
    '~',
    '\u0000',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ minLength: 290, maxLength: 320 }),
);
/** Cursors as attackers make them: bytes, other lists' keys, other types, other partitions, and given ones turned over. */
const tampered = fc.oneof(
  fc.base64String({ maxLength: 60 }),
  fc.string({ maxLength: 60 }),
  fc.jsonValue({ maxDepth: 2 }).map(encoded),
  fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 4 }).map(encoded),
  fc.record({ sk: text }).map(encoded),
  fc.record({ gsi1sk: text, sk: text }).map(encoded),
  fc.record({ gsi2sk: text, sk: text }).map(encoded),
  fc.tuple(fc.constantFrom(...Object.keys(lists)), fc.nat(80), fc.nat(255)).map(([name, at, byte]) => {
    const bytes = Buffer.from(given.get(name) ?? '', 'base64url');
    if (bytes.length > 0) bytes[at % bytes.length] = byte;
    return bytes.toString('base64url');
  }),
);

describe('a cursor', () => {
  it('leads on through each list', () => {
    expect([...whole].map(([name, items]) => [name, items.length])).toEqual([
      ['definitions', 5],
      ['audit', 10],
      ['auditOf', 6],
      ['findings', 5],
      ['errors', 3],
    ]);
  });

  it('T15 that was tampered with is refused, or leads to another place of the same list: 500 of them', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(tampered, fc.constantFrom(...Object.keys(lists)), async (cursor, name) => {
        const page = await lists[name]?.(cursor).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
          expect(error.kind).toBe('invalid-input');
          expect(error.faults[0]?.path).toBe('/cursor');
          refused++;
          return { items: [] };
        });
        for (const item of page?.items ?? []) expect(whole.get(name)).toContain(item);
      }),
      { numRuns: 500, seed: 15 },
    );
    expect(refused).toBeGreaterThan(250);
  });

  it('holds sort keys alone', () => {
    const cursor = cursorOf({ pk: 'acme|def', sk: 'kpi|k1' }, ['sk']) ?? '';
    expect(JSON.parse(Buffer.from(cursor, 'base64url').toString())).toEqual({ sk: 'kpi|k1' });
    expect(placeOf(cursor, { sk: 'kpi|' }, { pk: 'globex|def' })).toEqual({ sk: 'kpi|k1', pk: 'globex|def' });
    expect(cursorOf(undefined, ['sk'])).toBeUndefined();
    expect(placeOf(undefined, { sk: '' }, { pk: 'x' })).toBeUndefined();
  });
});
