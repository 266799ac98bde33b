/** More time for one department's quarter, within bounds. */
import { describe, expect, it } from 'vitest';
import { calendarAt } from '../../shared/domain/calendar.ts';
import { extensionFaults, withExtension } from '../../shared/domain/extension.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';

const bounds = { due: '2026-10-15', close: '2026-11-14', today: '2026-10-10' };
const granted = (department: string, dueDate: string) => ({
  department,
  quarter: '2026-Q3' as const,
  dueDate,
  reason: 'Moved house.',
  by: 'eve',
  at: '2026-10-10T09:00:00Z',
});

describe('an extended due date', () => {
  it.each([
    ['2026-10-15', 'a day from 2026-10-16 to 2026-11-14, when the quarter closes'],
    ['2026-10-16', undefined],
    ['2026-11-14', undefined],
    ['2026-11-15', 'a day from 2026-10-16 to 2026-11-14, when the quarter closes'],
  ])('on %s is judged', (dueDate, expected) => {
    expect(extensionFaults({ dueDate }, bounds)[0]?.expected).toBe(expected);
  });

  it('may begin today where the due date has passed, and nowhere once the quarter is closed', () => {
    const late = { ...bounds, today: '2026-10-20' };
    expect(extensionFaults({ dueDate: '2026-10-19' }, late)).toHaveLength(1);
    expect(extensionFaults({ dueDate: '2026-10-20' }, late)).toEqual([]);
    expect(extensionFaults({ dueDate: '2026-11-20' }, { ...bounds, today: '2026-11-20' })[0]?.expected).toBe(
      'nothing: the quarter closed on 2026-11-14',
    );
  });

  it('replaces an earlier one of the same quarter', () => {
    const [first, second, other] = [
      granted('a', '2026-10-20'),
      granted('a', '2026-10-30'),
      granted('b', '2026-10-20'),
    ];
    expect(withExtension(withExtension([first], other), second)).toEqual([other, second]);
  });

  it('is what the organisation’s calendar goes by, to its last day', () => {
    const organisation = {
      timeZone: 'Europe/Berlin',
      fiscalStart: 1,
      policy: defaultPolicy,
      extensions: [granted('a', '2026-10-30')],
    };
    expect(calendarAt('2026-10-30T22:59:59Z', organisation).extended).toEqual(['a']);
    expect(calendarAt('2026-10-30T23:00:00Z', organisation).extended).toEqual([]);
    expect(calendarAt('2026-10-10T12:00:00Z', organisation).extended).toEqual([]);
  });
});
