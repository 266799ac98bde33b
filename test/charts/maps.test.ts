// The maps: department by outcome, department to KPI to outcome, and the journey. What is missing has a mark of its
// own that needs no colour; each mark leads to its evidence.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../shared/charts/alignment-layout.ts';
import { layOut } from '../../shared/charts/alignment-layout.ts';
import { AlignmentMap } from '../../shared/charts/alignment-map.tsx';
import { type HeatCell, HeatMap } from '../../shared/charts/heat-map.tsx';
import { eventPlaces, JourneyStrip, type JourneyStripProps } from '../../shared/charts/journey-strip.tsx';
import { fitted, textWidth, wrapped } from '../../shared/charts/label.tsx';
import { onPaper } from '../../shared/charts/look.ts';
import { drawn, marks, unplaced } from './drawn.ts';

const look = onPaper;
const heads = (prefix: string, n: number) =>
  Array.from({ length: n }, (_, i) => ({ id: `${prefix}${i}`, name: `${prefix} number ${i}` }));
const cell = (over: Partial<HeatCell>): HeatCell => ({
  row: 'outcome0',
  column: 'department0',
  helps: 1,
  harms: 0,
  heard: false,
  gap: false,
  name: 'One helps',
  ...over,
});
const heat = (cells: readonly HeatCell[], rows = 2, columns = 3) =>
  drawn(HeatMap, {
    rows: heads('outcome', rows),
    columns: heads('department', columns),
    cells,
    label: 'Heat',
    gap: 'gap',
    look,
  });

describe('a heat map', () => {
  it('leaves an empty cell empty and draws the others', () => {
    const svg = heat([cell({}), cell({ column: 'department1', harms: 2, helps: 0 })]);
    expect([marks(svg, 'helps'), marks(svg, 'harms')]).toEqual([1, 1]);
  });

  it('writes “gap” in a dashed frame, and a hatch where there is no room for the word', () => {
    const roomy = heat([cell({ gap: true })]);
    expect(roomy).toContain('>gap</text>');
    expect(roomy).toContain('stroke-dasharray="4 2"');
    expect(heat([cell({ gap: true })], 2, 50)).toContain('fill="url(#heat-hatch)"');
  });

  it('has a dot where a customer is heard', () => {
    expect(marks(heat([cell({ heard: true })]), 'heard')).toBe(1);
  });

  it('is a picture on paper, and a group of named links on the page', () => {
    expect(heat([cell({})])).toContain('role="img"');
    const linked = heat([cell({ to: '/findings?check=missing-counterpart', name: 'Operations has a gap' })]);
    expect(linked).toContain('role="group"');
    expect(linked).toContain('href="/findings?check=missing-counterpart" aria-label="Operations has a gap"');
  });

  it('places everything for any size', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(60), (rows, columns) => {
        const svg = heat([cell({ gap: true })], rows, columns);
        expect(unplaced(svg)).toEqual([]);
        expect(heat([cell({ gap: true })], rows, columns)).toBe(svg);
      }),
      { numRuns: 30 },
    );
  });
});

const flow = (over: Partial<Flow>): Flow => ({
  department: 'department0',
  kpi: { id: 'speed', name: 'Speed' },
  outcome: 'outcome0',
  count: 1,
  faulty: false,
  name: 'Speed helps',
  ...over,
});
const map = (flows: readonly Flow[]) =>
  drawn(AlignmentMap, {
    departments: heads('department', 3),
    outcomes: heads('outcome', 3),
    flows,
    label: 'Map',
    noOutcome: 'no customer outcome',
    others: (count: number) => `${count} more`,
    look,
  });

describe('an alignment map', () => {
  it('draws faulty ribbons hatched, sound ones plain', () => {
    const svg = map([flow({ faulty: true }), flow({ kpi: { id: 'care', name: 'Care' } })]);
    expect([marks(svg, 'faulty'), marks(svg, 'ribbon')]).toEqual([2, 2]);
    expect(svg).toContain('stroke="url(#map-hatch)"');
  });

  it('draws “no customer outcome” as a node of its own', () => {
    const svg = map([flow({ outcome: undefined, faulty: true })]);
    expect(marks(svg, 'no-outcome')).toBe(1);
    expect(svg).toContain('>no customer outcome</text>');
  });

  it('counts KPIs that it does not tell apart', () => {
    expect(map([flow({ kpi: undefined, count: 12 })])).toContain('>12 more</text>');
  });

  it('draws many counted KPIs through one node, narrower than their number, and counts them all', () => {
    const counted = Array.from({ length: 60 }, (_, i) =>
      flow({ kpi: undefined, department: `d${i}`, count: 10, outcome: `outcome${i % 3}` }),
    );
    const { places } = layOut([flow({}), flow({ kpi: { id: 'care', name: 'Care' } }), ...counted], {
      left: 0,
      right: 100,
      top: 0,
      bottom: 1000,
    });
    const [others, ...more] = places.filter(({ kind }) => kind === 'others');
    expect(more).toEqual([]);
    expect(others?.count).toBe(600);
    const kpi = places.find(({ kind }) => kind === 'kpi');
    expect(others?.height).toBeCloseTo(kpi?.height ?? 0, 0);
  });

  it('is empty without flows, and places everything with any', () => {
    expect(layOut([], { left: 0, right: 1, top: 0, bottom: 1 }).places).toEqual([]);
    const anyFlow = fc.record({
      department: fc.constantFrom('department0', 'department1', 'department2'),
      kpi: fc.option(
        fc.nat(30).map((i) => ({ id: `k${i}`, name: `KPI ${i}` })),
        { nil: undefined },
      ),
      outcome: fc.option(fc.constantFrom('outcome0', 'outcome1', 'outcome2'), { nil: undefined }),
      count: fc.nat(9),
      faulty: fc.boolean(),
      name: fc.constant('A ribbon'),
    });
    fc.assert(
      fc.property(fc.array(anyFlow, { maxLength: 40 }), (flows) => {
        const svg = map(flows);
        expect(unplaced(svg)).toEqual([]);
        expect(map(flows)).toBe(svg);
      }),
      { numRuns: 60 },
    );
  });
});

const strip: JourneyStripProps = {
  events: [
    { id: 'placed', name: 'Order placed', seenBy: 'customer' },
    { id: 'dispatched', name: 'Dispatched', seenBy: 'inside' },
    { id: 'works', name: 'Product works', seenBy: 'customer' },
  ],
  segments: [
    { weight: 8, text: '8 h' },
    { weight: 40, text: '40 h' },
  ],
  touchpoints: [
    { id: 'shop', name: 'Shop', momentOfTruth: true, trouble: 'nobody measures it' },
    { id: 'door', name: 'Front door', momentOfTruth: false },
  ],
  clocks: [
    { id: 'customer', name: 'The customer’s clock', from: 0, to: 2, kind: 'customer' },
    { id: 'dispatch', name: 'Order to dispatch', from: 0, to: 1, kind: 'inside' },
  ],
  uncovered: [1],
  words: { gap: 'gap', nobody: 'Nobody clocks it', touchpoints: 'Touchpoints' },
  label: 'A journey',
  look,
};

describe('a journey strip', () => {
  const svg = drawn(JourneyStrip, strip);

  it('tells the customer’s events from those inside, and moments of truth from other touchpoints, by their form', () => {
    expect(
      ['event-customer', 'event-inside', 'moment-of-truth', 'touchpoint'].map((mark) => marks(svg, mark)),
    ).toEqual([2, 1, 1, 1]);
  });

  it('draws each clock, and a gap with its word where nobody clocks', () => {
    expect(['clock-customer', 'clock-inside', 'gap'].map((mark) => marks(svg, mark))).toEqual([1, 1, 1]);
    expect(svg).toContain('>gap</text>');
    expect(marks(drawn(JourneyStrip, { ...strip, uncovered: [] }), 'gap')).toBe(0);
  });

  it('makes segments as long as they take, none too short to be seen', () => {
    const [a = 0, b = 0, c = 0] = eventPlaces(strip.segments, 1000);
    expect(c - b).toBeGreaterThan(b - a);
    expect(b - a).toBeGreaterThan(100);
    const even = eventPlaces([{ weight: 0 }, { weight: 0 }], 1000);
    expect((even[1] ?? 0) - (even[0] ?? 0)).toBe((even[2] ?? 0) - (even[1] ?? 0));
  });

  it('places everything for any weights', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 8 }), (weights) => {
        const places = eventPlaces(
          weights.map((weight) => ({ weight })),
          900,
        );
        expect(places.every(Number.isFinite)).toBe(true);
        expect([...places].sort((a, b) => a - b)).toEqual(places);
      }),
      { numRuns: 200 },
    );
  });
});

describe('words in a drawing', () => {
  it('are cut with an ellipsis, and never wider than their place', () => {
    expect(fitted('Short', 100, 12)).toBe('Short');
    const cut = fitted('A statement that is far too long for its place', 100, 12);
    expect(cut.endsWith('…')).toBe(true);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(100);
    expect(cut).toBe('A statement…');
    expect(fitted('Unbreakablewordwithoutanyspace', 100, 12)).toMatch(/^Unbreakable\w*…$/);
  });

  it('wrap into so many lines', () => {
    expect(wrapped('one two three', 40, 12, 3)).toEqual(['one', 'two', 'three']);
    const two = wrapped('one two three four five', 40, 12, 2);
    expect(two).toHaveLength(2);
    expect(two[1]?.endsWith('…')).toBe(true);
  });
});
