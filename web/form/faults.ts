// What is wrong with a form, by the path of the answer: what the page can tell by itself, and what the service found.
import { CallRefused } from '../../shared/api/call-errors.ts';
import type { Words } from '../session/session.tsx';
import type { LocalFaults } from './draft.ts';

/** Sentences by the path into the body. */
export type Faults = ReadonlyMap<string, string>;
/** No fault at all. */
export const noFaults: Faults = new Map();

/** What the page can tell by itself, in words. */
export const localFaults = (faults: LocalFaults, { m, f }: Words): Faults =>
  new Map(
    [...faults].map(([path, fault]) => [
      path,
      fault === 'required' ? m.form.required : f.say(m.quarter.faults[fault], { example: f.number(12.5) }),
    ]),
  );

/** The faults that a refusal lists; none where the error is another. */
export const refusedFaults = (error: Error | null, { m, f }: Words): Faults =>
  error instanceof CallRefused && error.kind === 'invalid-input'
    ? new Map(
        error.errors.map(({ path, found, expected }) => [path, f.say(m.form.fault, { found, expected })]),
      )
    : noFaults;

/** The faults that belong to no input that is shown, so that they are said above the form. */
export const homeless = (faults: Faults, shown: (path: string) => boolean): readonly string[] =>
  [...faults]
    .filter(([path]) => !shown(path))
    .map(([path, text]) => (path === '' ? text : `${path}: ${text}`));
