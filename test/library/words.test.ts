// What counts as the same word, and how a name is taken apart.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningKey, readName, saysSomething } from '../../shared/library/reading.ts';
import { nameKey, stem, wordsOf } from '../../shared/library/words.ts';

describe('stem', () => {
  it.each([
    ['utilisation', 'utilization'],
    ['labour', 'labor'],
    ['centres', 'center'],
    ['programmes', 'program'],
    ['cancelled', 'canceled'],
    ['deliveries', 'delivery'],
    ['resolved', 'resolving'],
    ['losses', 'loss'],
    ['shipped', 'shipping'],
    ['prioritised', 'prioritized'],
    ['enquiries', 'inquiry'],
    ['hired', 'hiring'],
  ])('takes %s and %s for one word', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it.each([
    ['training', 'train'],
    ['business', 'busy'],
    ['process', 'proceed'],
    ['rating', 'rate'],
    ['care', 'car'],
    ['customer', 'custom'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});

describe('nameKey', () => {
  it.each([
    ['FCR', 'first contact resolution'],
    ['Employee turnover', 'Turnover of the employees'],
    ['On-time delivery', 'on time Delivery'],
    ['Re-admission rate', 'readmission rates'],
    ['Back-log', 'backlog'],
    ['OrderCycleTime', 'order cycle time'],
    ['Café visits', 'cafe visit'],
    ['% of orders', 'percentage of orders'],
  ])('is the same for "%s" and "%s"', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it('does not depend on case or on the order of words', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['delivery', 'time', 'customer', 'order', 'late', 'machine'], { minLength: 1 }),
        (words) => {
          expect(nameKey([...words].sort().join(' ').toUpperCase())).toBe(nameKey(words.join(' ')));
        },
      ),
    );
  });

  it('accepts any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(wordsOf(text).length).toBeLessThanOrEqual(4 * text.length + 8);
      }),
    );
  });
});

describe('readName', () => {
  it('parts what is counted from what it is divided by', () => {
    const reading = readName('Complaints per 1,000 employees');
    expect(reading.numerator).toContain(stem('complaints'));
    expect(reading.base).toContain(stem('employees'));
    expect(reading.part).toBe(false);
    expect(reading.baseConcepts).toContain('employee');
    expect(reading.concepts).not.toContain('employee');
  });

  it('knows a share of a whole from a rate', () => {
    expect(readName('Freight cost as a percentage of sales')).toMatchObject({ part: true });
  });

  it.each([
    ['Cost of patient falls', 'cost'],
    ['Percentage of patients with falls', 'patients'],
    ['Customer service cost', 'cost'],
    ['Average time to repair', 'time'],
    ['Number of complaints about staff', 'complaints'],
  ])('takes the head of "%s" to be %s', (name, head) => {
    expect(readName(name).head).toBe(stem(head));
  });

  it.each(['number', 'KPI 1', 'Average rate', '12 34', '', '🚀'])('finds nothing said in "%s"', (name) => {
    expect(saysSomething(readName(name))).toBe(false);
  });

  it('gives names of one meaning one key, and keeps numerator and base apart', () => {
    expect(meaningKey(readName('Average number of machines utilised'))).toBe(
      meaningKey(readName('machines utilized')),
    );
    expect(meaningKey(readName('Revenue per employee'))).not.toBe(meaningKey(readName('Employee revenue')));
  });
});
