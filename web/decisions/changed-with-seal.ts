// What a seal, or its reopening, makes old.

/** Answers that are read again after it. */
export const changedWithSeal = ['getSeal', 'listReports', 'getBoardReport', 'getQuarterSheet'] as const;
