import { describe, expect, it } from 'vitest';
import type { Check } from '../../shared/checks/check.ts';
import { touch } from '../../shared/checks/touched.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { world } from './world.ts';

const check = (id: string, anchor: string, reads: readonly string[], pair?: Record<string, string>): Check =>
  ({
    meta: { id, anchor, reads, ...(pair ? { pair } : {}) },
    find: () => ({ verdict: 'pass' }),
  }) as unknown as Check;

const events = [
  { id: 'a', name: 'A', seenBy: 'customer' },
  { id: 'b', name: 'B', seenBy: 'customer' },
];
const facts = {
  journeys: [{ id: 'j', events, touchpoints: [{ id: 't', name: 'T' }] }],
  outcomes: [{ id: 'o' }, { id: 'p' }],
  kpis: [
    { id: 'x', counterparts: [{ kpi: 'f' }], touchpoints: ['j/t'] },
    { id: 'y', counterparts: [{ kpi: 'ghost' }] },
    { id: 'f', contributions: [{ outcome: 'o', effect: '+' }], owner: 'bob' },
  ],
  members: [{ id: 'ann' }, { id: 'bob' }],
};
const map = () => new StrategyMap(world(facts));
const anchors = (one: Check, kind: string, id: string) =>
  [...(touch(map(), [one], [{ kind: kind as 'kpi', id }]).get(one.meta.id) ?? [])].sort();

describe('touched subjects', () => {
  const counterpart = check('c', 'kpi', ['counterparts.contributions', 'counterparts.owner']);
  it.each([
    ['the subject itself', 'kpi', 'x', ['x']],
    ['a counterpart: itself and who names it', 'kpi', 'f', ['f', 'x']],
    ['an id that nobody has defined yet', 'kpi', 'ghost', ['ghost', 'y']],
    ['an outcome of a counterpart', 'outcome', 'o', ['x']],
    ['an outcome of nobody’s counterpart', 'outcome', 'p', []],
    ['the owner of a counterpart', 'member', 'bob', ['x']],
    ['the owner of no counterpart', 'member', 'ann', []],
    ['a kind that stands on no path', 'department', 'service', []],
    ['what was never named', 'kpi', 'never', []],
  ])('of a change of %s', (_what, kind, id, expected) => {
    expect(anchors(counterpart, kind, id)).toEqual(expected);
  });

  it('of a journey are those that read its touchpoints, too', () => {
    expect(anchors(check('t', 'touchpoint', []), 'journey', 'j')).toEqual(['j/t']);
    expect(anchors(check('k', 'kpi', ['touchpoints']), 'journey', 'j')).toEqual(['x']);
  });

  it('of a KPI are its measure, before anybody has asked for measures', () => {
    expect(anchors(check('m', 'measure', ['kpis.touchpoints']), 'kpi', 'x')).toEqual(['kpi|count']);
    expect(anchors(check('m', 'measure', ['kpis.touchpoints']), 'touchpoint', 'j/t')).toEqual(['kpi|count']);
    expect(anchors(check('m', 'kpi', ['measure.kpis']), 'kpi', 'x')).toEqual(['f', 'x', 'y']);
  });

  it('of a pair are asked along the link of the pair', () => {
    expect(anchors(check('p', 'kpi', [], { link: 'counterparts', kind: 'kpi-pair' }), 'kpi', 'f')).toEqual([
      'f',
      'x',
    ]);
  });

  it('add up over the map before and after a change', () => {
    const changing = map();
    const into = touch(changing, [counterpart], [{ kind: 'kpi', id: 'x' }]);
    const x = changing.node('kpi', 'x')?.data;
    if (x === undefined) throw new Error('x');
    changing.put('kpi', 'x', { ...x, counterparts: [] });
    touch(changing, [counterpart], [{ kind: 'kpi', id: 'f' }], into);
    expect([...(into.get('c') ?? [])].sort()).toEqual(['f', 'x']);
  });

  it('are refused where a check declares a link that does not exist', () => {
    const wrong = check('w', 'kpi', ['counterparts.head']);
    expect(() => touch(map(), [wrong], [{ kind: 'kpi', id: 'x' }])).toThrow(
      'w declares "counterparts.head", but no kpi has a link "head"',
    );
  });
});
