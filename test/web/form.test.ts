// Forms: from what is stored to what stands in the inputs and back, ids from names, and what becomes of two people's
// changes at once.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slug } from '../../shared/domain/slug.ts';
import { idFrom } from '../../shared/exchange/id-from.ts';
import { bodyOf, draftOf } from '../../web/form/draft.ts';
import type { Draft, Field } from '../../web/form/field.ts';
import { changesSince, merged } from '../../web/set-up/conflict.tsx';

const unit = { kind: 'share', symbol: '' } as const;
const fields: readonly Field[] = [
  { kind: 'line', name: 'name', label: 'Name', max: 40, required: true },
  { kind: 'number', name: 'weight', label: 'Weight', min: 0, max: 100 },
  { kind: 'many', name: 'outcomes', label: 'Outcomes', options: [] },
  { kind: 'choice', name: 'every', label: 'Every', as: 'number', options: [] },
  { kind: 'choice', name: 'room', label: 'Room', as: 'boolean', options: [] },
  {
    kind: 'group',
    name: 'tolerance',
    label: 'Tolerance',
    optional: true,
    add: '',
    remove: '',
    fields: [
      { kind: 'decimal', name: 'value', label: 'Value', required: true, unit: () => unit },
      {
        kind: 'line',
        name: 'hidden',
        label: 'Hidden',
        max: 9,
        asked: (beside: Draft) => beside['value'] === '1',
      },
    ],
  },
  {
    kind: 'rows',
    name: 'events',
    label: 'Events',
    max: 9,
    add: '',
    remove: '',
    fields: [
      { kind: 'line', name: 'name', label: 'Name', max: 40, required: true },
      { kind: 'line', name: 'id', label: 'Id', max: 40, idFrom: 'name' },
    ],
  },
];
const stored = {
  name: 'Delivery',
  weight: 1.5,
  outcomes: ['on-time'],
  every: 4,
  room: false,
  tolerance: { value: '0.125' },
  events: [{ name: 'Placed', id: 'placed' }],
};

describe('a form', () => {
  it.each(['en-GB', 'de-DE'])('gives back what is stored, in %s', (locale) => {
    const { body, faults } = bodyOf(fields, draftOf(fields, stored, locale), locale);
    expect(body).toEqual(stored);
    expect([...faults]).toEqual([]);
  });

  it('writes numbers and shares as people of the locale do', () => {
    const draft = draftOf(fields, stored, 'de-DE');
    expect(draft['weight']).toBe('1,5');
    expect(draft['tolerance']).toEqual({ value: '12,5', hidden: '' });
  });

  it('says at its path what is missing or no number, and leaves out what is not asked', () => {
    const { body, faults } = bodyOf(
      fields,
      {
        name: ' ',
        weight: 'much',
        tolerance: { value: '', hidden: 'x' },
        events: [{ name: '', id: '' }],
      },
      'en-GB',
    );
    expect(Object.fromEntries(faults)).toEqual({
      '/name': 'required',
      '/weight': 'not-a-number',
      '/tolerance/value': 'required',
      '/events/0/name': 'required',
    });
    expect(body).toEqual({ outcomes: [], tolerance: {}, events: [{}] });
  });

  it('makes an id of the name where none is typed', () => {
    const { body } = bodyOf(fields, { name: 'x', events: [{ name: 'Größe & Maß', id: '' }] }, 'en-GB');
    expect(body['events']).toEqual([{ name: 'Größe & Maß', id: 'grosse-and-mass' }]);
  });
});

describe('an id from a name', () => {
  it('is an id or nothing, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        const id = idFrom(name);
        expect(id === '' || slug.safeParse(id).success).toBe(true);
        expect(idFrom(id)).toBe(id);
      }),
      { numRuns: 500 },
    );
  });
});

describe('two people who change the same at once', () => {
  const base = draftOf(fields, stored, 'en-GB');
  it('keep what was typed, and take over what only the other one changed', () => {
    const mine = { ...base, name: 'Mine', weight: '3' };
    const theirs = { ...base, name: 'Theirs', outcomes: ['cheap'] };
    const changes = changesSince(fields, base, theirs, mine);
    expect(changes.map(({ field, both }) => [field.name, both])).toEqual([
      ['name', true],
      ['outcomes', false],
    ]);
    expect(merged(mine, changes)).toEqual({ ...base, name: 'Mine', weight: '3', outcomes: ['cheap'] });
  });

  it('have nothing to decide where both typed the same', () => {
    const same = { ...base, name: 'Same' };
    expect(changesSince(fields, base, same, same).filter(({ both }) => both)).toEqual([]);
  });
});
