/** Which ids must exist before an entity names them. */
import { describe, expect, it } from 'vitest';
import { mentionsOf, unknownMentions } from '../../shared/domain/mentions.ts';

describe('mentions', () => {
  it.each([
    [
      'kpi',
      mentionsOf.kpi({ department: 'd', owner: 'o', objective: 'b' }),
      ['/department', '/owner', '/objective'],
    ],
    ['kpi alone', mentionsOf.kpi({ department: 'd' }), ['/department']],
    ['objective', mentionsOf.objective({ department: 'd' }), ['/department']],
    ['outcome', mentionsOf.outcome({ owningDepartment: 'd' }), ['/owningDepartment']],
    ['outcome alone', mentionsOf.outcome({}), []],
    [
      'member',
      mentionsOf.member({ heads: ['a', 'b'], deputyOf: [{ department: 'c', until: '2026-12-31' }] }),
      ['/heads/0', '/heads/1', '/deputyOf/0/department'],
    ],
    ['capability', mentionsOf.capability({ departments: ['a', 'b'] }), ['/departments/0', '/departments/1']],
    [
      'journey',
      mentionsOf.journey({
        touchpoints: [
          { id: 't', name: 'T', channels: [], momentOfTruth: false, owners: ['a'] },
          { id: 'u', name: 'U', channels: [], momentOfTruth: false, owners: ['a', 'b'] },
        ],
      }),
      ['/touchpoints/0/owners/0', '/touchpoints/1/owners/0', '/touchpoints/1/owners/1'],
    ],
  ])('of a %s stand at their places', (_name, mentions, places) => {
    expect(mentions.map(({ path }) => path)).toEqual(places);
  });

  it('that nobody knows are faults that say what was expected', () => {
    const mentions = mentionsOf.kpi({ department: 'd', owner: 'o', objective: 'b' });
    expect(unknownMentions(mentions, ({ kind }) => kind === 'department')).toEqual([
      { path: '/owner', found: '"o"', expected: 'the id of an active member' },
      { path: '/objective', found: '"b"', expected: 'the id of an objective' },
    ]);
    expect(unknownMentions(mentions, () => true)).toEqual([]);
  });
});
