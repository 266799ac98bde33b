// Which quarters of a KPI do reports show? The last ones that it has a reading in, so that a gap stays visible as one.
import type { Quarter } from '../domain/quarter.ts';

/** How many quarters of readings a report shows of a KPI. */
const quartersShown = 8;

/** The last quarters, up to one, for which there is a reading; oldest first. */
export const quartersRead = (readings: Readonly<Record<Quarter, unknown>>, upTo: Quarter): Quarter[] =>
  (Object.keys(readings) as Quarter[])
    .filter((quarter) => quarter <= upTo)
    .sort()
    .slice(-quartersShown);
