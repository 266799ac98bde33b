/** The example `nhs`, as seeding and tests take it: read from the files beside this one. */
import { readExample } from '../folder.ts';

export const nhs = readExample(new URL('.', import.meta.url));
