// A body is parsed more strictly than JSON asks: what two readers could understand differently - a key given twice,
// `__proto__`, a number beyond what a double holds, half a character - is refused, each with its place.
import { type Fault, Refusal, shown } from '../domain/problem.ts';

/** Bytes that a body may have, and levels to which it may nest. */
export const bodyLimits = { bytes: 256 * 1024, depth: 20 } as const;

const refused = (faults: readonly Fault[]): Refusal =>
  new Refusal('invalid-input', 'The request can’t be used as it is.', faults);

const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused([{ path: '', found: 'bytes that are no UTF-8', expected: 'JSON in UTF-8' }]);
  }
};

const syntax = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = error instanceof SyntaxError ? /position \d+/.exec(error.message)?.[0] : undefined;
    const found = text.trim() === '' ? 'nothing' : shown(text);
    throw refused([
      { path: '', found, expected: place === undefined ? 'JSON' : `JSON; the mistake is at ${place}` },
    ]);
  }
};

interface Level {
  readonly path: string;
  /** The keys so far; undefined in a list. */
  readonly keys: Set<string> | undefined;
  key: string;
  index: number;
  atKey: boolean;
}

const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\],:]/g;
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** What two readers could understand differently in a text that is valid JSON. */
const ambiguities = (text: string): Fault[] => {
  const faults: Fault[] = [];
  const levels: Level[] = [];
  const here = (): string => {
    const level = levels.at(-1);
    if (level === undefined) return '';
    return `${level.path}/${level.keys === undefined ? level.index : escaped(level.key)}`;
  };
  const open = (keys: Set<string> | undefined): void => {
    const path = here();
    levels.push({ path, keys, key: '', index: 0, atKey: keys !== undefined });
    if (levels.length === bodyLimits.depth + 1)
      faults.push({
        path,
        found: 'a level too deep',
        expected: `at most ${bodyLimits.depth} levels`,
      });
  };
  const asKey = (level: Level, key: string): void => {
    level.key = key;
    level.atKey = false;
    const path = `${level.path}/${escaped(key)}`;
    if (level.keys?.has(key)) faults.push({ path, found: 'the key twice', expected: 'each key once' });
    if (key === '__proto__') faults.push({ path, found: shown(key), expected: 'no such field' });
    level.keys?.add(key);
  };
  for (const [found] of text.matchAll(token)) {
    const level = levels.at(-1);
    switch (found[0]) {
      case '{':
        open(new Set());
        break;
      case '[':
        open(undefined);
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level?.keys === undefined) level && level.index++;
        else level.atKey = true;
        break;
      case ':':
        break;
      case '"': {
        const value = JSON.parse(found) as string;
        if (level?.atKey) asKey(level, value);
        if (!value.isWellFormed())
          faults.push({ path: here(), found: 'half a character', expected: 'well-formed Unicode' });
        break;
      }
      default:
        if (!Number.isFinite(Number(found)))
          faults.push({ path: here(), found: shown(found), expected: 'a number that can be held' });
    }
  }
  return faults;
};

/** The value of a JSON body. Throws a refusal: `too-large`, `unsupported-media-type`, or `invalid-input` with places. */
export const jsonBody = (
  bytes: Uint8Array,
  contentType: string | undefined,
  { bytes: most, remedy }: { readonly bytes: number; readonly remedy?: string } = bodyLimits,
): unknown => {
  if (bytes.length > most) {
    const expected = `at most ${most} bytes${remedy === undefined ? '' : `; ${remedy}`}`;
    throw new Refusal('too-large', 'The request is too large.', [
      { path: '', found: `${bytes.length} bytes`, expected },
    ]);
  }
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType ?? ''))
    throw new Refusal('unsupported-media-type', 'The request must be JSON.', [
      { path: 'Content-Type', found: shown(contentType), expected: 'application/json' },
    ]);
  const text = decoded(bytes);
  const value = syntax(text);
  const faults = ambiguities(text);
  if (faults.length > 0) throw refused(faults.slice(0, 100));
  return value;
};
