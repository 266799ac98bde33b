/** The faults that are seeded in this example, from the list that is kept beside it: nothing else may be found. */
import { readKeptFindings } from '../kept-findings.ts';

export const seededFaults = readKeptFindings(new URL('seeded-faults.csv', import.meta.url));
