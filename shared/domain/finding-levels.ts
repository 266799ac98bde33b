// The levels and states of findings apart from their schemas, so that a page can list them without what checks data.

/** error: a customer is, or will be, harmed or unheard; warning: a blind spot; note: worth a look. */
export const levels = ['error', 'warning', 'note'] as const;
export type Level = (typeof levels)[number];

/** A level's place where the worst comes first: 0 is the worst. */
export const levelPlace = (level: Level): number => levels.indexOf(level);

export const findingStates = ['open', 'acknowledged', 'waived', 'resolved'] as const;
export type FindingState = (typeof findingStates)[number];
