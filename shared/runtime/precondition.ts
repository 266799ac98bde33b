// A write names the version that it changes, so that nobody overwrites what he or she has not seen.
import { Refusal, shown } from '../domain/problem.ts';

/** What the caller has seen: a version, or 0: nothing, the thing shall be new. `header` and `text` say how it came. */
export interface Seen {
  readonly version: number;
  readonly header: 'If-Match' | 'If-None-Match';
  readonly text: string;
}

const odd = (path: string, found: string, expected: string): Refusal =>
  new Refusal('invalid-input', 'The precondition can’t be used as it is.', [
    { path, found: shown(found), expected },
  ]);

/** The precondition that the headers state (RFC 9110): If-Match with one strong tag, or If-None-Match: *. */
export const seenIn = (headers: Readonly<Record<string, string>>): Seen | undefined => {
  const match = headers['if-match']?.trim();
  const none = headers['if-none-match']?.trim();
  if (match !== undefined && none !== undefined)
    throw odd('If-None-Match', none, 'only one of If-Match and If-None-Match');
  if (none !== undefined) {
    if (none !== '*') throw odd('If-None-Match', none, '*, which says that there is none yet');
    return { version: 0, header: 'If-None-Match', text: none };
  }
  if (match === undefined) return undefined;
  const version = /^"(\d{1,9})"$/.exec(match)?.[1];
  if (version === undefined) throw odd('If-Match', match, 'one version in quotes, such as "3"');
  return { version: Number(version), header: 'If-Match', text: match };
};

/** Refuses unless what is there now (a version; undefined where there is nothing) is what the caller has seen. */
export const expectVersion = (seen: Seen | undefined, present: number | undefined): void => {
  if (seen === undefined) {
    if (present === undefined) return;
    throw new Refusal('precondition-required', 'Say which version you change.', [
      {
        path: 'If-Match',
        found: 'nothing',
        expected: `the version that you have read; now it is "${present}"`,
      },
    ]);
  }
  if (seen.version === (present ?? 0)) return;
  const expected =
    present === undefined ? 'nothing there yet' : `the present version "${present}"; read it again`;
  throw new Refusal('stale-version', 'This is not the present version any more.', [
    { path: seen.header, found: seen.text, expected },
  ]);
};
