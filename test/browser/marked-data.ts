// An example organisation whose own words stand between « and », and whose people all read German: what a page shows
// outside of these marks is not what the organisation has written.
import type { Example } from '../../examples/example.ts';
import type { Unit } from '../../shared/domain/unit.ts';

/** The fields that hold words of people; all others hold ids, numbers, dates or words of the program. */
const words = new Set([
  'name',
  'charter',
  'statement',
  'segment',
  'method',
  'title',
  'description',
  'definition',
  'formula',
  'reason',
  'theme',
  'quote',
  'note',
  'notMeasured',
  'file',
  'column',
  'rationale',
  'text',
  'comment',
]);

/** Units of time and money are words of the program, all others those of people. */
const markedSymbol = ({ kind, symbol = '' }: Unit): string =>
  symbol === '' || kind === 'duration' || kind === 'money' ? symbol : `«${symbol}»`;

const markedIn = (value: unknown, field: string): unknown => {
  if (typeof value === 'string') return words.has(field) ? `«${value}»` : value;
  if (Array.isArray(value)) return value.map((one) => markedIn(one, field));
  if (typeof value !== 'object' || value === null) return value;
  if ('kind' in value && 'symbol' in value) return { ...value, symbol: markedSymbol(value as Unit) };
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === 'locale' ? 'de-DE' : markedIn(inner, name)]),
  );
};

/** The example with its words between marks. */
export const markedExample = (example: Example): Example => markedIn(example, '') as Example;
