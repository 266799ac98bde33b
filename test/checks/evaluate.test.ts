import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import { type Check, fail, mostRows, pass, refs } from '../../shared/checks/check.ts';
import { conditionOf, evaluate, isOn, reevaluate } from '../../shared/checks/evaluate.ts';
import { perEvaluation } from '../../shared/checks/per-evaluation.ts';
import { touch } from '../../shared/checks/touched.ts';
import { conditionSchema } from '../../shared/domain/finding.ts';
import type { MapNode } from '../../shared/domain/strategy-links.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { guarded } from './guarded.ts';
import { contextOf, world } from './world.ts';

const meta = {
  id: 'odd-kpi',
  group: 'links',
  anchor: 'kpi',
  level: 'note',
  levels: ['note'],
  title: 'Odd KPI',
  question: 'Odd?',
  why: 'To see.',
  messages: { odd: '“{kpi}” is odd.' },
  remedy: 'Make it even.',
  reads: ['owner'],
} as const;
const check = (find: Check<'kpi', 'kpi'>['find'], more: Partial<Check<'kpi', 'kpi'>['meta']> = {}): Check =>
  ({ meta: { ...meta, ...more }, find }) as unknown as Check;

const map = new StrategyMap(
  world({
    kpis: [
      { id: 'b', counterparts: [{ kpi: 'c' }, { kpi: 'a' }] },
      { id: 'a' },
      { id: 'gone', retiredFrom: '2026-Q1' },
      { id: 'next', firstQuarter: '2026-Q3' },
      { id: 'c' },
    ],
    objectives: [
      { id: 'ended', lastQuarter: '2026-Q1' },
      { id: 'retired', retiredFrom: '2026-Q2' },
    ],
  }),
);
const context = contextOf();
const ids = (results: ReturnType<typeof evaluate>) => results.map(({ subject }) => subject.ids.join());

describe('evaluation', () => {
  it('asks each active subject once, by id', () => {
    expect(ids(evaluate(map, context, [check(() => pass())]))).toEqual(['a', 'b', 'c']);
  });

  it('asks of an objective outside its quarters, not of a retired one', () => {
    const results = evaluate(map, context, [check(() => pass(), { anchor: 'objective' as 'kpi' })]);
    expect(ids(results)).toEqual(['ended']);
  });

  it('asks of a pair once for each link, by id, defined or not', () => {
    const pair = { link: 'counterparts', kind: 'kpi-pair' } as const;
    const seen: string[] = [];
    const results = evaluate(map, context, [
      check(
        (_kpi, _context, other) => {
          seen.push(other.id);
          return pass();
        },
        { pair },
      ),
    ]);
    expect(ids(results)).toEqual(['b,a', 'b,c']);
    expect(results[0]?.subject.kind).toBe('kpi-pair');
    expect(seen).toEqual(['a', 'c']);
  });

  it('turns a throw into a verdict of that check and that subject', () => {
    const results = evaluate(map, context, [
      check(({ id }) => {
        if (id === 'b') throw new Error('no such thing');
        if (id === 'c') throw 'a text';
        return pass();
      }),
      check(() => pass(), { id: 'other-kpi' }),
    ]);
    expect(results.map(({ result }) => result)).toEqual([
      { verdict: 'pass' },
      { verdict: 'crashed', error: 'no such thing' },
      { verdict: 'crashed', error: 'a text' },
      ...Array(3).fill({ verdict: 'pass' }),
    ]);
  });

  it('runs what the policy says, else what the check says', () => {
    const quiet = check(() => pass(), { onByDefault: false });
    expect(isOn(quiet, context)).toBe(false);
    expect(isOn(quiet, contextOf({ policy: { checks: { 'odd-kpi': true } } }))).toBe(true);
    expect(
      isOn(
        check(() => pass()),
        contextOf({ policy: { checks: { 'odd-kpi': false } } }),
      ),
    ).toBe(false);
    expect(evaluate(map, context, [quiet])).toEqual([]);
    expect(reevaluate(map, context, [quiet], new Map([['odd-kpi', new Set(['a'])]]))).toEqual([]);
  });

  it('switches the noisy ones off until somebody wants them', () => {
    expect(catalogue.filter((one) => !isOn(one, context)).map((one) => one.meta.id)).toEqual([
      'unfelt-process',
      'opposed-pull',
      'unacceptable-process',
      'no-room-to-act',
    ]);
  });

  it('again judges only what was touched, and leaves out what is no more', () => {
    const touched = new Map([['odd-kpi', new Set(['c', 'a', 'gone', 'never'])]]);
    expect(
      ids(reevaluate(map, context, [check(() => pass()), check(() => pass(), { id: 'other-kpi' })], touched)),
    ).toEqual(['a', 'c']);
  });

  it('leaves context and map as they are', () => {
    const before = JSON.stringify(context);
    evaluate(map, context, catalogue);
    expect(JSON.stringify(context)).toBe(before);
  });
});

describe('condition', () => {
  const odd = check((kpi) =>
    fail({ level: 'note', message: 'odd', data: { kpi: kpi.id }, related: [{ kind: 'kpi', id: 'c' }] }),
  );
  it('holds what a finding stores, for failures only', () => {
    const [first] = evaluate(map, context, [odd]);
    if (first === undefined) throw new Error('a result');
    const condition = conditionOf(first, context);
    expect(conditionSchema.parse(condition)).toEqual(condition);
    expect(condition).toMatchObject({
      check: 'odd-kpi',
      subject: { kind: 'kpi', ids: ['a'] },
      quarter: '2026-Q2',
      level: 'note',
    });
    expect(conditionOf({ ...first, result: pass() }, context)).toBeUndefined();
  });
});

describe('pass', () => {
  it('carries the note and the figures that it is given', () => {
    const evidence = { columns: ['n'], rows: [[1]] };
    expect(pass()).toEqual({ verdict: 'pass' });
    expect(pass('steady')).toEqual({ verdict: 'pass', note: 'steady' });
    expect(pass('steady', evidence)).toEqual({ verdict: 'pass', note: 'steady', evidence });
  });
});

describe('failure', () => {
  it('is empty but for what it is given', () => {
    expect(fail({ level: 'note', message: 'odd' })).toEqual({
      verdict: 'fail',
      level: 'note',
      message: 'odd',
      data: {},
      reasons: [],
      evidence: { columns: [], rows: [] },
      related: [],
    });
  });

  it('keeps the first rows and related ids of very many', () => {
    const rows = Array.from({ length: mostRows + 7 }, (_, i) => [i]);
    const related = refs(
      'kpi',
      rows.map(([i]) => ({ id: String(i) })),
    );
    const failure = fail({ level: 'note', message: 'odd', evidence: { columns: ['n'], rows }, related });
    expect(failure.evidence.rows).toEqual(rows.slice(0, mostRows));
    expect(failure.related.map(({ id }) => id)).toEqual(
      Array.from({ length: mostRows }, (_, i) => String(i)),
    );
  });
});

describe('what is worked out once per evaluation', () => {
  it('is worked out once for each node, and anew by the next evaluation', () => {
    let count = 0;
    const slow = perEvaluation((_node: MapNode<'member'>) => {
      count += 1;
      return undefined;
    });
    const asks = check((kpi, own) => {
      const [owner] = kpi.links.owner;
      if (owner !== undefined) slow(owner, own);
      return pass();
    });
    evaluate(map, context, [asks, asks]);
    expect(count).toBe(1);
    evaluate(map, context, [asks]);
    expect(count).toBe(2);
    reevaluate(map, context, [asks], touch(map, [asks], [{ kind: 'member', id: 'ann' }]));
    expect(count).toBe(3);
  });
});

describe('guarded view', () => {
  const look = (find: Check<'kpi', 'kpi'>['find'], reads: readonly string[]) => {
    const read = new Set<string>();
    const one = check(find, { reads });
    const node = map.node('kpi', 'b');
    if (node === undefined) throw new Error('a node');
    const view = guarded(one, node as unknown as MapNode<never>, read) as unknown as MapNode<'kpi'>;
    return { read, verdict: () => find(view, context, view) };
  };

  it('lets declared paths and their beginnings be read, and notes which were', () => {
    const { read, verdict } = look(
      ({ links }) => pass(links.counterparts[0]?.links.owner[0]?.data?.status),
      ['counterparts.owner', 'contributions'],
    );
    expect(verdict()).toEqual({ verdict: 'pass', note: 'active' });
    expect([...read]).toEqual(['counterparts', 'counterparts.owner']);
  });

  it('refuses every other path', () => {
    expect(look(({ links }) => pass(links.department[0]?.id), ['owner']).verdict).toThrow(
      'reads "department", which it does not declare',
    );
    expect(look(({ links }) => pass(links.owner[0]?.links.owns[0]?.id), ['owner']).verdict).toThrow(
      '"owner.owns"',
    );
  });
});
