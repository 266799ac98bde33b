import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OrgId, orgId } from '../../shared/domain/slug.ts';
import { byEntityKey, definitionKinds, keys, partitions, unresolvedKey } from '../../shared/table/keys.ts';
import { nearQuarter } from '../domain/arbitrary.ts';

// A short alphabet, so that one id is often the beginning of another.
const slug = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 3 });
const org = slug.map((text) => orgId.parse(text));
const requestKey = fc.string({ unit: fc.constantFrom('a', '|', '#', ' '), minLength: 1, maxLength: 4 });

/** Every kind of key with what it is made of. */
const anyKey = fc.oneof(
  fc
    .tuple(fc.constant('definition'), org, fc.constantFrom(...definitionKinds), slug)
    .map((of) => ({ of, org: of[1], key: keys.definition(of[1], of[2], of[3]) })),
  fc
    .tuple(fc.constant('submission'), org, slug, nearQuarter, fc.integer({ min: 1, max: 12 }))
    .map((of) => ({ of, org: of[1], key: keys.submission(of[1], of[2], of[3], of[4]) })),
  fc
    .tuple(fc.constant('draft'), org, slug, nearQuarter)
    .map((of) => ({ of, org: of[1], key: keys.draft(of[1], of[2], of[3]) })),
  fc
    .tuple(fc.constant('gate'), org, nearQuarter)
    .map((of) => ({ of, org: of[1], key: keys.gate(of[1], of[2]) })),
  fc.tuple(fc.constant('login'), org, slug).map((of) => ({ of, org: of[1], key: keys.login(of[1], of[2]) })),
  fc
    .tuple(fc.constant('idempotency'), org, slug, requestKey)
    .map((of) => ({ of, org: of[1], key: keys.idempotency(of[1], of[2], of[3]) })),
  fc.tuple(fc.constant('audit'), org, slug).map((of) => ({ of, org: of[1], key: keys.audit(of[1], of[2]) })),
  fc
    .tuple(fc.constant('finding'), org, slug)
    .map((of) => ({ of, org: of[1], key: keys.finding(of[1], of[2]) })),
  fc.tuple(fc.constant('head'), org).map((of) => ({ of, org: of[1], key: keys.head(of[1]) })),
  fc
    .tuple(fc.constant('sheet'), org, slug, slug)
    .map((of) => ({ of, org: of[1], key: keys.sheet(of[1], of[2], of[3]) })),
  fc
    .tuple(fc.constant('board'), org, nearQuarter)
    .map((of) => ({ of, org: of[1], key: keys.boardReport(of[1], of[2]) })),
  fc
    .tuple(fc.constant('report'), org, nearQuarter, slug)
    .map((of) => ({ of, org: of[1], key: keys.departmentReport(of[1], of[2], of[3]) })),
  fc.tuple(fc.constant('mail'), org, slug).map((of) => ({ of, org: of[1], key: keys.mail(of[1], of[2]) })),
  fc.tuple(fc.constant('news'), org).map((of) => ({ of, org: of[1], key: keys.news(of[1]) })),
);

describe('a key', () => {
  it('begins with its organisation and the delimiter, which no id can hold', () => {
    fc.assert(
      fc.property(anyKey, ({ org: owner, key }) => {
        expect(key.pk.startsWith(`${owner}|`)).toBe(true);
      }),
    );
    expect(orgId.safeParse('acme|def').success).toBe(false);
  });

  it('is different for different things, whatever their ids', () => {
    fc.assert(
      fc.property(anyKey, anyKey, (a, b) => {
        const same = JSON.stringify(a.of) === JSON.stringify(b.of);
        expect(`${a.key.pk}\n${a.key.sk}` === `${b.key.pk}\n${b.key.sk}`).toBe(same);
      }),
      { numRuns: 5000 },
    );
  });

  it('of an index begins with the organisation too', () => {
    fc.assert(
      fc.property(org, slug, slug, (owner, kind, id) => {
        expect(byEntityKey(owner, kind, id, 'x').gsi2pk.startsWith(`${owner}|`)).toBe(true);
        expect(unresolvedKey(owner, 'error', 'x', id).gsi1pk.startsWith(`${owner}|`)).toBe(true);
      }),
    );
  });

  it('stands in the partition that a list of its kind is read from, its organisation’s own', () => {
    const partitionOf = {
      definition: (owner: OrgId) => partitions.definitions(owner),
      finding: (owner: OrgId) => partitions.findings(owner),
      audit: (owner: OrgId) => partitions.audit(owner),
      sheet: (owner: OrgId) => partitions.sheets(owner),
      mail: (owner: OrgId) => partitions.outbox(owner),
      gate: (owner: OrgId) => partitions.gates(owner),
    };
    fc.assert(
      fc.property(anyKey, ({ of: [kind], org: owner, key }) => {
        const read = partitionOf[kind as keyof typeof partitionOf] as ((of: OrgId) => string) | undefined;
        expect(read?.(owner) ?? key.pk).toBe(key.pk);
      }),
      { numRuns: 1000 },
    );
    for (const [name, of] of Object.entries(partitions))
      if (typeof of === 'function') {
        const read = of as (...of: string[]) => string;
        expect(`${name}: ${read('globex', 'b', 'c')}`).toContain(': globex|');
      }
  });

  it('stands without an organisation in one place alone: the list that the clock walks through', () => {
    const ownerless = Object.values(partitions).filter((of) => typeof of === 'string');
    expect(ownerless).toEqual(['due']);
    expect(keys.due('acme' as OrgId)).toEqual({ pk: 'due', sk: 'acme' });
  });

  it('of one kind of definition is no beginning of another kind’s', () => {
    for (const a of definitionKinds)
      for (const b of definitionKinds) expect(a !== b && `${b}|`.startsWith(`${a}|`)).toBe(false);
  });
});

describe('sort keys', () => {
  it('put versions in the order of their numbers, and quarters before versions', () => {
    const sk = (version: number) => keys.submission('acme' as OrgId, 'fin', '2026-Q2', version).sk;
    expect([sk(10), sk(9), sk(1), sk(100)].sort()).toEqual([sk(1), sk(9), sk(10), sk(100)]);
  });

  it('put the worst finding first, then the oldest', () => {
    const sk = (level: 'error' | 'warning' | 'note', since: string) =>
      unresolvedKey('acme' as OrgId, level, since, 'f').gsi1sk;
    const wanted = [
      sk('error', '2026-01-01'),
      sk('error', '2026-02-01'),
      sk('warning', '2025-01-01'),
      sk('note', '2024-01-01'),
    ];
    expect(wanted.toReversed().sort()).toEqual(wanted);
  });
});
