/** What the checks find in this example, from the list that is kept beside it, with why it is so. */
import { readKeptFindings } from '../kept-findings.ts';

export const expectedFindings = readKeptFindings(new URL('expected-findings.csv', import.meta.url));
