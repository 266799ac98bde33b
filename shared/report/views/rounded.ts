// Shares and movements are kept to four decimals: nobody reads more, and a report must stay small.

/** A number to four decimals, without a negative zero. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000 + 0;
