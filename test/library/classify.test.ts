// What the reader says of names, clocks, units and definitions, and that no text can upset it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { perspectives } from '../../shared/domain/kpi.ts';
import { classify, type Described } from '../../shared/library/classify.ts';
import { library } from '../../shared/library/library.ts';

const tables = {
  'customer-facing': [
    'Net promoter score',
    'On-time delivery to customers',
    'Average speed of answer',
    'Call abandonment rate',
    'First-call resolution',
    'Order fulfilment cycle time',
    'Thirty-day readmission rate',
    'Hospital-acquired infections',
    'Mishandled baggage per 1,000 passengers',
    'SAIFI',
    'Defects found by customers after release',
    'Percentage of permits issued within 30 days',
    'Student dropout rate',
    'Customer churn',
  ],
  'internal-efficiency': [
    'Average handle time',
    'Supplier on-time delivery',
    'Overall equipment effectiveness',
    'Inventory turns',
    'Bed occupancy',
    'Defects per unit',
    'Machine downtime',
    'Cost per contact',
    'Backlog of open tickets',
    'Calls per agent per hour',
    'Deployment frequency',
    'Days to close the books',
  ],
  financial: [
    'Revenue growth',
    'EBITDA margin',
    'Days sales outstanding',
    'Customer lifetime value',
    'Cost of employee turnover',
    'Combined ratio',
    'RevPAR',
  ],
  employee: [
    'Staff turnover',
    'Absenteeism',
    'Lost time injuries per million hours',
    'Training hours per employee',
    'Nurse burnout',
    'Employee net promoter score',
  ],
} as const;

describe('classify by words', () => {
  for (const perspective of perspectives)
    it.each(tables[perspective])(`reads "%s" as ${perspective}`, (name) => {
      expect(classify({ name }).perspective).toBe(perspective);
    });

  it.each([
    ['Satisfaction of nurses', 'Satisfaction of patients'],
    ['Injuries to workers', 'Injuries to passengers'],
    ['Retention of engineers', 'Retention of subscribers'],
  ])('tells "%s" from "%s" by who is meant', (staff, customers) => {
    expect(classify({ name: staff }).perspective).toBe('employee');
    expect(classify({ name: customers }).perspective).toBe('customer-facing');
  });

  it('reads one name alike in either spelling, case and word order', () => {
    const names = [
      'Utilisation of machines',
      'utilization of machines',
      'MACHINE UTILISATION',
      'machines, utilisation',
    ];
    expect(new Set(names.map((name) => classify({ name }).perspective)).size).toBe(1);
  });

  it('names the words that decided', () => {
    expect(classify({ name: 'Hours that pumps stood still' }).reasons.join(' ')).toMatch(
      /pumps|stood|hours/i,
    );
  });
});

describe('classify by the library', () => {
  it('knows every name and synonym that means one thing', () => {
    const wrong = library.flatMap((entry) =>
      [entry.name, ...entry.synonyms]
        .filter((name) => classify({ name }).perspective !== entry.perspective)
        .map((name) => `${entry.id}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('says which entry it knows', () => {
    expect(classify({ name: 'AHT' })).toMatchObject({
      entry: 'average-handle-time',
      perspective: 'internal-efficiency',
    });
  });
});

describe('classify by the clock', () => {
  const clock = (from: 'customer' | 'inside', to: 'customer' | 'inside') => ({
    from: { seenBy: from },
    to: { seenBy: to },
  });

  it('goes before all words', () => {
    expect(classify({ name: 'Machine repair time', clock: clock('customer', 'customer') }).perspective).toBe(
      'customer-facing',
    );
    expect(classify({ name: 'Customer waiting time', clock: clock('inside', 'inside') }).perspective).toBe(
      'internal-efficiency',
    );
  });

  it('decides nothing when its ends differ, and says so', () => {
    const read = classify({ name: 'Customer waiting time', clock: clock('customer', 'inside') });
    expect(read.perspective).toBe('customer-facing');
    expect(read.reasons.join(' ')).toContain('decides nothing');
  });
});

describe('classify with unit and definition', () => {
  it('hears a definition where the name is silent', () => {
    const definition = 'Share of customers who wait longer than ten minutes in the queue';
    expect(classify({ name: 'Index 7' }).perspective).toBe('cannot-tell');
    expect(classify({ name: 'Index 7', definition }).perspective).toBe('customer-facing');
  });

  it.each(['EUR', '€', 'k€', 'USD million', { kind: 'money', symbol: 'CHF' }])(
    'takes %j for money',
    (unit) => {
      const plain = classify({ name: 'Complaints settled' });
      const inMoney = classify({ name: 'Complaints settled', unit });
      expect(plain.perspective).toBe('customer-facing');
      expect(inMoney.perspective === 'financial' || inMoney.confidence < plain.confidence).toBe(true);
    },
  );

  it('leaves a cost per piece to efficiency, whatever currency it is in', () => {
    expect(classify({ name: 'Cost per invoice', unit: 'EUR' }).perspective).toBe('internal-efficiency');
  });
});

describe('classify on doubtful ground', () => {
  it.each([
    'Cost per call',
    'Market share',
    'Time to hire',
    'Revenue per employee',
    'Mean time to repair',
    'Number of incidents',
  ])('is never sure of "%s", on which handbooks differ', (name) => {
    const read = classify({ name });
    expect(read.confidence).toBeLessThan(0.8);
    expect(read.reasons.join(' ')).toContain('handbooks differ');
  });

  it.each([
    '',
    '   ',
    '🚀🚀🚀',
    'الرضا العام',
    '客户满意度',
    'Kundenzufriedenheit',
    'Taux de satisfaction client',
    'asdf qwer',
    'KPI 12',
    '\u0000\u202e',
  ])('cannot tell from %j', (name) => {
    expect(classify({ name })).toMatchObject({ perspective: 'cannot-tell', confidence: 0 });
  });
});

describe('classify on any input', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          'cost',
          'per',
          'customer',
          'machine',
          'time',
          'rate',
          'of',
          'employee',
          'delivery',
          '%',
          '(',
          'number',
          'sales',
        ),
        { maxLength: 12 },
      )
      .map((words) => words.join(' ')),
  );
  const anyKpi: fc.Arbitrary<Described> = fc.record({
    name: anyText,
    definition: anyText,
    unit: fc.oneof(anyText, fc.constant(undefined)),
  });

  it('answers with a perspective and a confidence, or cannot tell at confidence 0, and always with a reason', () => {
    fc.assert(
      fc.property(anyKpi, (kpi) => {
        const read = classify(kpi);
        expect([...perspectives, 'cannot-tell']).toContain(read.perspective);
        expect(read.confidence === 0).toBe(read.perspective === 'cannot-tell');
        expect(read.confidence).toBeGreaterThanOrEqual(0);
        expect(read.confidence).toBeLessThan(1);
        expect(read.perspective !== 'cannot-tell' || read.reasons.length > 0).toBe(true);
      }),
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(anyKpi, (kpi) => {
        expect(classify(kpi)).toEqual(classify(kpi));
      }),
    );
  });

  it.each([
    'a'.repeat(10_000),
    'cost per '.repeat(1200),
    're-'.repeat(5000),
    ' \n'.repeat(5000),
    "'s".repeat(5000),
    '%'.repeat(10_000),
  ])('reads 10,000 characters', (name) => {
    expect(classify({ name, definition: name }).confidence).toBeLessThan(1);
  });
});
