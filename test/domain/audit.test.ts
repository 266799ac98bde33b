import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditEntry, auditEntry, brokenLink, sealAudit } from '../../shared/domain/audit.ts';

const chainOf = (payloads: readonly unknown[]): AuditEntry[] => {
  const chain: AuditEntry[] = [];
  for (const [i, payload] of payloads.entries())
    chain.push(
      sealAudit({
        id: `2026-07-0${i + 1}T08:00:00Z.${i}`,
        at: `2026-07-0${i + 1}T08:00:00Z`,
        by: 'ann',
        action: 'kpi.put',
        entity: { kind: 'kpi', id: 'a' },
        version: i + 1,
        payload: payload as NonNullable<AuditEntry['payload']>,
        previous: chain.at(-1)?.hash ?? '',
      }),
    );
  return chain;
};
const anyChain = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 6 }).map(chainOf);
const anyPlace = fc.nat(1000);

describe('audit chain', () => {
  it('holds as it was written', () => {
    fc.assert(
      fc.property(anyChain, (chain) => {
        expect(brokenLink(chain)).toBeUndefined();
        for (const entry of chain) expect(() => auditEntry.parse(entry)).not.toThrow();
      }),
    );
    expect(brokenLink([])).toBeUndefined();
  });

  it('holds after a payload was erased', () => {
    fc.assert(
      fc.property(anyChain, anyPlace, (chain, place) => {
        const erased = chain.map((entry, i) => {
          const { payload: _payload, ...rest } = entry;
          return i === place % chain.length ? rest : entry;
        });
        expect(brokenLink(erased)).toBeUndefined();
      }),
    );
  });

  it.each<[string, (entry: AuditEntry) => AuditEntry]>([
    ['its payload', (entry) => ({ ...entry, payload: { forged: true } })],
    [
      'its payload and the payload hash',
      (entry) => ({ ...sealAudit({ ...entry, payload: 'forged' }), hash: entry.hash }),
    ],
    ['who', (entry) => ({ ...entry, by: 'eve' })],
    ['when', (entry) => ({ ...entry, at: '2020-01-01T00:00:00Z' })],
    ['what', (entry) => ({ ...entry, action: 'kpi.look' })],
    ['of what', (entry) => ({ ...entry, entity: { kind: 'kpi', id: 'b' } })],
    ['its version', (entry) => ({ ...entry, version: entry.version + 1 })],
    ['the link before it', (entry) => ({ ...entry, previous: 'f'.repeat(64) })],
    ['its hash', (entry) => ({ ...entry, hash: 'f'.repeat(64) })],
  ])('breaks at the entry where somebody altered %s', (_what, alter) => {
    fc.assert(
      fc.property(anyChain, anyPlace, (chain, place) => {
        const at = place % chain.length;
        const altered = chain.map((entry, i) => (i === at ? alter(entry) : entry));
        expect(brokenLink(altered)?.id).toBe(altered[at]?.id);
      }),
    );
  });

  it('breaks after an entry that was dropped, unless it was the last', () => {
    fc.assert(
      fc.property(anyChain, anyPlace, (chain, place) => {
        fc.pre(chain.length > 1);
        const at = place % (chain.length - 1);
        expect(brokenLink(chain.toSpliced(at, 1))?.id).toBe(chain[at + 1]?.id);
      }),
    );
  });

  it('breaks at an entry that was sealed anew, one later', () => {
    const chain = chainOf([1, 2, 3]);
    const [first, second, third] = chain;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three entries');
    expect(brokenLink([first, sealAudit({ ...second, by: 'eve' }), third])).toBe(third);
  });
});
