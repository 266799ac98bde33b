// What is proposed as a counterpart: the organisation's own measures first, then what the library knows.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf, library } from '../../shared/library/library.ts';
import { nearestEntries } from '../../shared/library/nearest.ts';
import { type OwnKpi, suggest } from '../../shared/library/suggest.ts';

const own = (id: string, change: Partial<OwnKpi> = {}): OwnKpi => ({
  id,
  name: `Measure ${id}`,
  outcomes: [],
  touchpoints: [],
  live: true,
  perspective: 'customer-facing',
  ...change,
});
const kpi = {
  id: 'handle-time',
  name: 'Average handle time',
  outcomes: ['quick-help'],
  touchpoints: ['phone'],
  journey: 'support',
};
const entries = (name: string) => suggest({ name }).map((suggestion) => suggestion.entry);

describe('proposals of the library', () => {
  it.each([
    ['Average handle time', 'first-contact-resolution'],
    ['Machine downtime', 'on-time-delivery'],
    ['Inventory turnover', 'fill-rate'],
    ['Bed occupancy', 'emergency-wait'],
    ['Deployments per week', 'escaped-defects'],
    ['Aircraft turnaround', 'punctuality'],
    ['Water losses in the network', 'supply-continuity'],
    ['Claims handled per adjuster', 'claim-settlement-time'],
  ])('for "%s" hold %s among the first three', (name, expected) => {
    expect(entries(name).slice(0, 3)).toContain(expected);
  });

  it('say which measure they are felt of', () => {
    expect(suggest({ name: 'Average handle time' })[0]?.why).toContain('Average handle time');
  });

  it('give every internal entry one of its own counterparts among the first two', () => {
    const astray = library.filter(
      (entry) =>
        entry.counterparts !== undefined &&
        !suggest({ name: entry.name })
          .slice(0, 2)
          .some((proposal) => entry.counterparts?.includes(proposal.entry ?? '')),
    );
    expect(astray.map((entry) => entry.id)).toEqual([]);
  });

  it('are all customer-facing and never the measure itself', () => {
    for (const entry of library) {
      const proposed = suggest({ name: entry.name }).map((suggestion) => entryOf(suggestion.entry ?? ''));
      expect(
        proposed.every((found) => found?.perspective === 'customer-facing' && found.id !== entry.id),
      ).toBe(true);
    }
  });

  it('find measures on the same clock', () => {
    const clock = { from: { event: 'fault reported' }, to: { event: 'works again' } };
    expect(
      suggest({ name: 'Repair hours of the crew', clock }).map((suggestion) => suggestion.entry),
    ).toContain('customer-repair-time');
  });

  it('are empty where no word is known', () => {
    expect(suggest({ name: 'qwertz' })).toEqual([]);
    expect(suggest({ name: '' })).toEqual([]);
  });
});

describe('proposals from the organisation', () => {
  it('come first: same outcome, then touchpoint, then journey', () => {
    const organisation = [
      own('by-journey', { journey: 'support' }),
      own('by-touchpoint', { touchpoints: ['phone'] }),
      own('by-outcome', { outcomes: ['quick-help'] }),
    ];
    const proposals = suggest(kpi, organisation);
    expect(proposals.slice(0, 3).map((proposal) => proposal.kpi)).toEqual([
      'by-outcome',
      'by-touchpoint',
      'by-journey',
    ]);
    expect(proposals[3]?.entry).toBe('first-contact-resolution');
  });

  it('leave out what is not live, not customer-facing, unrelated, or the KPI itself', () => {
    const organisation = [
      own('dead', { outcomes: ['quick-help'], live: false }),
      own('internal', { outcomes: ['quick-help'], perspective: 'internal-efficiency' }),
      own('elsewhere', { outcomes: ['other'], touchpoints: ['web'], journey: 'buying' }),
      own('handle-time', { outcomes: ['quick-help'] }),
    ];
    expect(suggest(kpi, organisation).filter((proposal) => proposal.kpi !== undefined)).toEqual([]);
  });

  it('know an own measure that the library would propose, and do not propose it twice', () => {
    const proposals = suggest({ name: 'Average handle time' }, [
      own('fcr', { name: 'First-call resolution' }),
    ]);
    expect(proposals.filter((proposal) => proposal.entry === 'first-contact-resolution')).toHaveLength(1);
    expect(proposals.find((proposal) => proposal.kpi === 'fcr')).toMatchObject({
      entry: 'first-contact-resolution',
    });
  });

  it('leave room for the library', () => {
    const many = Array.from({ length: 9 }, (_, i) => own(`kpi-${i}`, { outcomes: ['quick-help'] }));
    const proposals = suggest(kpi, many);
    expect(proposals).toHaveLength(5);
    expect(proposals.filter((proposal) => proposal.kpi === undefined)).toHaveLength(2);
  });
});

describe('proposals for any text', () => {
  it('are at most five, each once, best first, with scores between 0 and 1, and the same every time', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc.constantFrom(...library.map((entry) => entry.name)),
        ),
        (name) => {
          const proposals = suggest({ name, definition: name });
          const scores = proposals.map((proposal) => proposal.score);
          expect(proposals.length).toBeLessThanOrEqual(5);
          expect(new Set(proposals.map((proposal) => proposal.name)).size).toBe(proposals.length);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
          expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
          expect(suggest({ name, definition: name })).toEqual(proposals);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('nearestEntries', () => {
  it('finds an entry by its own name and by a synonym', () => {
    expect(nearestEntries('Average handle time')[0]?.entry.id).toBe('average-handle-time');
    expect(nearestEntries('wrap-up time')[0]?.entry.id).toBe('average-handle-time');
  });

  it('orders by similarity between 0 and 1 and keeps to the count', () => {
    const near = nearestEntries('delivery time of spare parts', 'hours until a part arrives', 4);
    expect(near).toHaveLength(4);
    expect(near.every(({ similarity }) => similarity > 0 && similarity <= 1)).toBe(true);
  });
});
