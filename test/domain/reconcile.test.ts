import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../shared/domain/canonical.ts';
import {
  type Condition,
  type Finding,
  findingSchema,
  fingerprintOf,
  type Subject,
} from '../../shared/domain/finding.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { type Evaluated, type Judged, reconcile } from '../../shared/domain/reconcile.ts';

const condition = (check: string, subject: Subject, more: Partial<Condition> = {}): Condition => ({
  check,
  subject,
  quarter: '2026-Q2',
  level: 'error',
  message: 'm',
  data: {},
  reasons: [],
  evidence: { columns: [], rows: [] },
  related: [],
  rulesVersion: '1',
  ...more,
});
const kpi = (id: string): Subject => ({ kind: 'kpi', ids: [id] });
const judged = (
  verdict: Judged['verdict'],
  more: Partial<Condition> = {},
  check = 'unlinked-kpi',
  subject = kpi('a'),
): Judged => ({
  check,
  subject,
  verdict,
  condition: verdict === 'fail' ? condition(check, subject, more) : undefined,
});
const evaluated = (at: string, results: readonly Judged[], more: Partial<Evaluated> = {}): Evaluated => ({
  quarter: '2026-Q2',
  at,
  judged: results,
  covers: () => true,
  ...more,
});

/** The store after each of several evaluations: what reconcile gives replaces what was there. */
const storeAfter = (...evaluations: readonly Evaluated[]): Finding[] => {
  const store = new Map<string, Finding>();
  for (const evaluation of evaluations)
    for (const finding of reconcile([...store.values()], evaluation)) store.set(finding.fingerprint, finding);
  return [...store.values()];
};
const t = (day: number) => `2026-07-${String(day).padStart(2, '0')}T02:00:00Z`;
const only = (findings: readonly Finding[]): Finding => {
  expect(findings).toHaveLength(1);
  const [finding] = findings;
  if (finding === undefined) throw new Error('one finding');
  return finding;
};

describe('life of a finding', () => {
  it('begins with a failure', () => {
    const finding = only(storeAfter(evaluated(t(1), [judged('fail')])));
    expect(findingSchema.parse(finding)).toEqual(finding);
    expect(finding.fingerprint).toBe(fingerprintOf('unlinked-kpi', kpi('a'), '2026-Q2'));
    expect(finding.life).toEqual({
      firstSeen: { at: t(1), quarter: '2026-Q2' },
      since: { at: t(1), quarter: '2026-Q2' },
      state: 'open',
      events: [{ at: t(1), quarter: '2026-Q2', event: 'found' }],
    });
  });

  it.each(['pass', 'cannot-tell', 'not-applicable', 'crashed'] as const)(
    'does not begin with %s',
    (verdict) => {
      expect(storeAfter(evaluated(t(1), [judged(verdict)]))).toEqual([]);
    },
  );

  it('is left alone while nothing changes', () => {
    const store = storeAfter(evaluated(t(1), [judged('fail')]));
    expect(reconcile(store, evaluated(t(2), [judged('fail')]))).toEqual([]);
  });

  it('takes new sub-reasons and evidence as news of the same finding', () => {
    const finding = only(
      storeAfter(
        evaluated(t(1), [judged('fail', { reasons: ['none-linked'] })]),
        evaluated(t(2), [
          judged('fail', { reasons: ['retired'], evidence: { columns: ['KPI'], rows: [['b']] } }),
        ]),
      ),
    );
    expect(finding.condition.reasons).toEqual(['retired']);
    expect(finding.life.firstSeen.at).toBe(t(1));
    expect(finding.life.events).toHaveLength(1);
  });

  it('notes when its level changes', () => {
    const finding = only(
      storeAfter(evaluated(t(1), [judged('fail')]), evaluated(t(2), [judged('fail', { level: 'note' })])),
    );
    expect(finding.condition.level).toBe('note');
    expect(finding.life.events.at(-1)).toEqual({
      at: t(2),
      quarter: '2026-Q2',
      event: 'level-changed',
      note: 'error -> note',
    });
  });

  it.each([
    ['pass', 'cleared'],
    ['not-applicable', 'not-applicable'],
  ] as const)('is resolved by %s as %s', (verdict, resolution) => {
    const { life, condition: last } = only(
      storeAfter(evaluated(t(1), [judged('fail')]), evaluated(t(2), [judged(verdict)])),
    );
    expect(life).toMatchObject({ state: 'resolved', resolution, firstSeen: { at: t(1) } });
    expect(life.events.at(-1)).toEqual({ at: t(2), quarter: '2026-Q2', event: 'resolved', note: resolution });
    expect(last.check).toBe('unlinked-kpi');
  });

  it('is not applicable any more where its check is switched off', () => {
    const store = storeAfter(evaluated(t(1), [judged('fail'), judged('fail', {}, 'stale-kpi')]));
    const off = evaluated(t(2), [], { runs: (check) => check !== 'stale-kpi' });
    const resolutions = reconcile(store, off).map(({ condition: { check }, life }) => [
      check,
      life.resolution,
    ]);
    expect(resolutions.sort()).toEqual([
      ['stale-kpi', 'not-applicable'],
      ['unlinked-kpi', 'subject-retired'],
    ]);
  });

  it('is resolved once', () => {
    const store = storeAfter(evaluated(t(1), [judged('fail')]), evaluated(t(2), [judged('pass')]));
    expect(reconcile(store, evaluated(t(3), [judged('not-applicable')]))).toEqual([]);
    expect(reconcile(store, evaluated(t(3), []))).toEqual([]);
  });

  it('is resolved where its subject has vanished from what was covered', () => {
    const store = storeAfter(evaluated(t(1), [judged('fail')]));
    expect(only(reconcile(store, evaluated(t(2), []))).life.resolution).toBe('subject-retired');
    expect(reconcile(store, evaluated(t(2), [], { covers: () => false }))).toEqual([]);
    expect(
      reconcile(store, evaluated(t(2), [], { covers: (_check, subject) => subject.ids[0] !== 'a' })),
    ).toEqual([]);
  });

  it('goes on unconfirmed where an evaluation cannot tell, or crashes', () => {
    const finding = only(
      storeAfter(
        evaluated(t(1), [judged('fail')]),
        evaluated(t(2), [judged('cannot-tell')]),
        evaluated(t(3), [judged('crashed')]),
      ),
    );
    expect(finding.life).toMatchObject({ state: 'open', notConfirmedSince: t(2) });
    const confirmed = only(
      storeAfter(
        evaluated(t(1), [judged('fail')]),
        evaluated(t(2), [judged('crashed')]),
        evaluated(t(3), [judged('fail')]),
      ),
    );
    expect(confirmed.life.notConfirmedSince).toBeUndefined();
  });

  it('keeps its first sight and its history when it is reopened', () => {
    const finding = only(
      storeAfter(
        evaluated(t(1), [judged('fail')]),
        evaluated(t(2), [judged('pass')]),
        evaluated(t(3), [judged('fail', { level: 'note' })]),
      ),
    );
    expect(finding.life).toEqual({
      firstSeen: { at: t(1), quarter: '2026-Q2' },
      since: { at: t(3), quarter: '2026-Q2' },
      state: 'open',
      events: [
        { at: t(1), quarter: '2026-Q2', event: 'found' },
        { at: t(2), quarter: '2026-Q2', event: 'resolved', note: 'cleared' },
        { at: t(3), quarter: '2026-Q2', event: 'reopened' },
      ],
    });
    expect(finding.condition.level).toBe('note');
  });

  it.each(['acknowledged', 'waived'] as const)('stays %s while its failure goes on', (state) => {
    const found = only(storeAfter(evaluated(t(1), [judged('fail')])));
    const stored: Finding = {
      ...found,
      life: { ...found.life, state, acknowledged: { by: 'ann', at: t(2), quarter: '2026-Q2' } },
    };
    expect(reconcile([stored], evaluated(t(3), [judged('fail')]))).toEqual([]);
    expect(
      only(reconcile([stored], evaluated(t(3), [judged('fail', { level: 'note' })]))).life,
    ).toMatchObject({ state });
  });
});

describe('a quarter that moves on', () => {
  const next: Quarter = '2026-Q3';
  it.each(['missing-submission', 'moved-target', 'score-without-why'])(
    'resolves %s of an earlier quarter as passed',
    (check) => {
      const store = storeAfter(evaluated(t(1), [judged('fail', {}, check)]));
      const moved = evaluated(t(2), [judged('fail', { quarter: next }, check)], { quarter: next });
      const [old, fresh] = [store[0]?.fingerprint, fingerprintOf(check, kpi('a'), next)];
      const changed = new Map(reconcile(store, moved).map((finding) => [finding.fingerprint, finding.life]));
      expect(changed.get(old ?? '')).toMatchObject({ state: 'resolved', resolution: 'quarter-passed' });
      expect(changed.get(fresh)).toMatchObject({ state: 'open', firstSeen: { at: t(2), quarter: next } });
    },
  );

  it('passes even where the evaluation covers nothing else', () => {
    const store = storeAfter(evaluated(t(1), [judged('fail', {}, 'moved-target')]));
    expect(
      only(reconcile(store, evaluated(t(2), [], { quarter: next, covers: () => false }))).life.resolution,
    ).toBe('quarter-passed');
  });

  it('lets every other finding end with its subject, not with the quarter', () => {
    const store = storeAfter(evaluated(t(1), [judged('fail')]));
    const moved = evaluated(t(2), [], { quarter: next });
    expect(only(reconcile(store, moved)).life.resolution).toBe('subject-retired');
    expect(reconcile(store, { ...moved, covers: () => false })).toEqual([]);
  });

  it('has not passed while it is the one that is judged', () => {
    const store = storeAfter(evaluated(t(1), [judged('fail', {}, 'moved-target')]));
    expect(only(reconcile(store, evaluated(t(2), []))).life.resolution).toBe('subject-retired');
    expect(reconcile(store, evaluated(t(2), [], { covers: () => false }))).toEqual([]);
  });

  it('leaves the life of every other finding as it is', () => {
    const store = storeAfter(evaluated(t(1), [judged('fail')]));
    const finding = only(
      reconcile(store, evaluated(t(2), [judged('fail', { quarter: next })], { quarter: next })),
    );
    expect(finding.life).toEqual(store[0]?.life);
    expect(finding.condition.quarter).toBe(next);
  });
});

describe('findings after any evaluations', () => {
  const anyResults = fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        check: fc.constantFrom('unlinked-kpi', 'moved-target', 'stale-kpi'),
        verdict: fc.constantFrom('pass', 'fail', 'cannot-tell', 'not-applicable', 'crashed'),
        level: fc.constantFrom('error', 'note'),
      }),
      { selector: ({ id, check }) => `${id} ${check}` },
    )
    .map((list) => list.map(({ id, check, verdict, level }) => judged(verdict, { level }, check, kpi(id))));
  const anyStream = fc.array(anyResults, { minLength: 1, maxLength: 8 });
  const run = (stream: readonly (readonly Judged[])[]) =>
    stream.map((results, i) => evaluated(t(i + 1), results));

  it('are unresolved exactly where the last one that could tell failed', () => {
    fc.assert(
      fc.property(anyStream, (stream) => {
        const open = storeAfter(...run(stream))
          .filter(({ life }) => life.state !== 'resolved')
          .map(({ fingerprint }) => fingerprint)
          .sort();
        const expected = new Map<string, boolean>();
        for (const results of stream) {
          const seen = new Set<string>();
          for (const { check, subject, verdict } of results) {
            const fingerprint = fingerprintOf(check, subject, '2026-Q2');
            seen.add(fingerprint);
            if (verdict === 'cannot-tell' || verdict === 'crashed') continue;
            expected.set(fingerprint, verdict === 'fail');
          }
          for (const fingerprint of expected.keys())
            if (!seen.has(fingerprint)) expected.set(fingerprint, false);
        }
        expect(open).toEqual(
          [...expected]
            .filter(([, failed]) => failed)
            .map(([fingerprint]) => fingerprint)
            .sort(),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('do not change when the same evaluation is heard twice, or its results in another order', () => {
    fc.assert(
      fc.property(anyStream, (stream) => {
        const evaluations = run(stream);
        const once = storeAfter(...evaluations);
        const last = evaluations.at(-1);
        expect(last && reconcile(once, last)).toEqual([]);
        const mirrored = evaluations.map((one) => ({ ...one, judged: one.judged.toReversed() }));
        const sorted = (findings: readonly Finding[]) => findings.map(canonicalJson).sort();
        expect(sorted(storeAfter(...mirrored))).toEqual(sorted(once));
      }),
    );
  });

  it('come sorted by fingerprint and hold to their schema', () => {
    fc.assert(
      fc.property(anyStream, (stream) => {
        const store = storeAfter(...run(stream));
        for (const finding of store) expect(findingSchema.parse(finding)).toEqual(finding);
        const changed = reconcile(store, evaluated(t(20), []));
        expect(changed.map(({ fingerprint }) => fingerprint)).toEqual(
          changed.map(({ fingerprint }) => fingerprint).sort(),
        );
      }),
    );
  });
});
