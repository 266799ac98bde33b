// A company's own sheet has its own column titles. What each of them most likely means is guessed from its words, so
// that people check a guess instead of renaming their columns.
import { type Quarter, quarterSchema } from '../domain/quarter.ts';
import { addQuarters } from '../domain/quarter-steps.ts';
import type { WorkbookTable } from './file-table.ts';

/** What a column of an own sheet can say of a KPI. `target` and `actual` stand in the row's quarter, or the reporting quarter. */
export const ownFields = [
  'name',
  'department',
  'definition',
  'unit',
  'direction',
  'perspective',
  'owner',
  'outcome',
  'counterpart',
  'quarter',
  'target',
  'actual',
  'note',
] as const;
export type OwnField = (typeof ownFields)[number];

/** A column's meaning: a field, or a figure of a quarter such as `target 2026-Q3`. */
export type OwnMeaning = OwnField | `target ${Quarter}` | `actual ${Quarter}`;

const titles: readonly (readonly [OwnField, RegExp])[] = [
  ['owner', /\b(owner|responsible|accountable|contact|verantwortlich\w*)\b/],
  ['counterpart', /\b(counterpart|(linked|related|customer) kpi)\b/],
  ['definition', /\b(definition|description|formula|calculation|beschreibung)\b/],
  ['department', /\b(dept|department|team|area|division|business unit|abteilung|bereich)\b/],
  ['unit', /^(units?|uom|einheit)\b|\bunit of measure/],
  ['direction', /\b(direction|better|polarity|desired|richtung)\b/],
  ['perspective', /\b(perspective|bsc|scorecard|perspektive)\b/],
  ['outcome', /\b(customers?|promises?|outcomes?|kunden?\w*)\b/],
  ['quarter', /^(quarter|period|quartal)$/],
  ['note', /\b(comments?|notes?|remarks?|bemerkung\w*|kommentar\w*)\b/],
  ['target', /\b(target|goal|plan|planned|budget|soll|ziel\w*)\b/],
  ['actual', /\b(actuals?|results?|values?|readings?|figures?|achieved|measured|ist)\b/],
  ['name', /\b(kpis?|metrics?|indicators?|measures?|name|kennzahl\w*)\b/],
];

const words = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The latest such quarter up to `last`, where no year is said. */
const latest = (part: string, last: Quarter): Quarter => {
  const same = `${last.slice(0, 4)}-Q${part}` as Quarter;
  return same <= last ? same : addQuarters(same, -4);
};

/** The quarter that a text such as `Q3`, `Q3/26`, `2026-Q3` or `3rd quarter 2026` names; none where it names none. */
export const quarterIn = (text: string, last: Quarter): Quarter | undefined => {
  const plain = words(text);
  const [whole = '', q, ordinal] =
    /(?<![\p{L}\p{N}])q([1-4])(?!\p{N})|\b([1-4]) ?(?:st|nd|rd|th)? (?:quarter|quartal)/u.exec(plain) ?? [];
  const part = q ?? ordinal;
  if (part === undefined) return undefined;
  const rest = plain.replace(whole, ' ');
  const year =
    /\b((?:19|20|21)\d{2})\b/.exec(rest)?.[1] ??
    (/\b(\d{2})\b/.exec(rest)?.[1] && `20${/\b(\d{2})\b/.exec(rest)?.[1]}`);
  const quarter = quarterSchema.safeParse(`${year}-Q${part}`);
  return quarter.success ? quarter.data : latest(part, last);
};

/** The meaning of one title. A target may lie one quarter ahead of the reporting quarter. */
const meaningOf = (title: string, reporting: Quarter): OwnMeaning | undefined => {
  const plain = words(title);
  const field = titles.find(([, pattern]) => pattern.test(plain))?.[0];
  const isTarget = field === 'target';
  const quarter = quarterIn(title, isTarget ? addQuarters(reporting, 1) : reporting);
  if (quarter === undefined || field === 'quarter') return field;
  if (isTarget) return `target ${quarter}`;
  return field === 'actual' || field === undefined ? `actual ${quarter}` : field;
};

/** What each title means; a meaning is given once, to the first that has it. */
export const ownMeanings = (
  header: readonly string[],
  reporting: Quarter,
): readonly (OwnMeaning | undefined)[] => {
  const used = new Set<OwnMeaning>();
  return header.map((title) => {
    const meaning = meaningOf(title, reporting);
    if (meaning === undefined || used.has(meaning)) return undefined;
    used.add(meaning);
    return meaning;
  });
};

/** Rows above the header, such as a title, that are looked through. */
const mostAbove = 20;

/**
 * The table from the row on that is most like a header: own sheets have a title above theirs. Undefined where no row
 * has a column for a KPI's name and one more thing.
 */
export const fromHeader = (table: WorkbookTable, reporting: Quarter): WorkbookTable | undefined => {
  let best: { readonly at: number; readonly count: number } | undefined;
  const all = [table.header, ...table.rows.slice(0, mostAbove)];
  for (const [at, row] of all.entries()) {
    const found = ownMeanings(row, reporting);
    const count = found.filter((meaning) => meaning !== undefined).length;
    if (found.includes('name') && count > Math.max(1, best?.count ?? 0)) best = { at, count };
  }
  if (best === undefined) return undefined;
  const header = [...(all[best.at] ?? [])];
  while (header.at(-1)?.trim() === '') header.pop();
  return {
    name: table.name,
    header,
    rows: table.rows.slice(best.at),
    firstRow: (table.firstRow ?? 2) + best.at,
  };
};
