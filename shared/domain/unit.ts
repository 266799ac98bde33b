// What a value is measured in. Values are compared and converted only within a kind; nothing is summed across units.
import * as z from 'zod';
import type { Decimal } from './decimal.ts';
import { big } from './exact.ts';

export const unitKinds = ['count', 'share', 'duration', 'money', 'score', 'rate', 'other'] as const;
export const durationSymbols = ['s', 'min', 'h', 'day', 'working-day'] as const;

/** Kind and symbol. A share is stored 0..1 and shown in %; a duration's symbol is one of ours; money names its currency. */
export const unitSchema = z
  .strictObject({
    kind: z.enum(unitKinds),
    symbol: z.string().trim().max(20).default(''),
  })
  .refine(
    (unit) => unit.kind !== 'duration' || (durationSymbols as readonly string[]).includes(unit.symbol),
    {
      path: ['symbol'],
      error: `one of ${durationSymbols.join(', ')} for a duration`,
    },
  )
  .refine((unit) => unit.kind !== 'money' || /^[A-Z]{3}$/.test(unit.symbol), {
    path: ['symbol'],
    error: 'a currency of three capital letters, such as EUR, for money',
  });
export type Unit = z.infer<typeof unitSchema>;

/** What is wrong with a value in this unit, or undefined: shares are 0..1, durations and counts are not negative. */
export const valueFault = (value: Decimal, unit: Unit): string | undefined => {
  const number = big(value);
  if (unit.kind === 'share' && (number.lt(0) || number.gt(1))) return 'a share from 0 to 1 (0.95 is 95 %)';
  if ((unit.kind === 'duration' || unit.kind === 'count') && number.lt(0))
    return `a ${unit.kind} of 0 or more`;
  return undefined;
};
