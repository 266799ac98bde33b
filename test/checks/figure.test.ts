import { describe, expect, it } from 'vitest';
import { computedFigure, figure, rounded, signed, targetFigure } from '../../shared/checks/figure.ts';

describe('figure', () => {
  it.each([
    ['0.915', { kind: 'share', symbol: '%' }, '91.5%'],
    ['0.07', { kind: 'share', symbol: '' }, '7%'],
    ['7.50', { kind: 'duration', symbol: 'h' }, '7.50 h'],
    ['41', { kind: 'count', symbol: '' }, '41'],
    ['-3', { kind: 'money', symbol: 'EUR' }, '-3 EUR'],
  ] as const)('%s in %o reads %s', (value, unit, text) => {
    expect(figure(value, unit)).toBe(text);
  });

  it('of a range has both bounds', () => {
    expect(targetFigure({ low: '0.1', high: '0.2' }, { kind: 'share', symbol: '%' })).toBe('10% to 20%');
    expect(targetFigure('4', { kind: 'count', symbol: '' })).toBe('4');
  });

  it('that is computed is rounded to what a reader needs', () => {
    expect(computedFigure(0.123456, { kind: 'share', symbol: '%' })).toBe('12.3%');
    expect(computedFigure(1.23456, { kind: 'count', symbol: '' })).toBe('1.23');
    expect(computedFigure(15.3199999, { kind: 'duration', symbol: 'h' })).toBe('15.32 h');
  });

  it('of a change has its sign', () => {
    expect([signed(4.16), signed(-4.16), signed(0), signed(-0.01)]).toEqual(['+4.2%', '-4.2%', '0%', '0%']);
    expect(Object.is(rounded(-0.01), 0)).toBe(true);
  });
});
