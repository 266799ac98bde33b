// Findings as lists ask for them: the unresolved ones from their index, worst and oldest first; the resolved ones, which
// stand in none, from the findings themselves.
import type { Level } from '../domain/finding-levels.ts';
import type { OrgId } from '../domain/slug.ts';
import { type Page, type PageAsked, pageOf, placeOf } from './cursor.ts';
import { type FindingSummary, findingSummary, summaryOf } from './finding-summary.ts';
import { keptFinding } from './findings.ts';
import { beingRebuilt, type Item, jsonOf, Unfit } from './item.ts';
import { partitions, unresolvedIndex, unresolvedLevel } from './keys.ts';
import { queryAll, queryPage, type Table } from './table.ts';

// A line that was stored before it told instants has the spell's beginning in its sort key.
const lineOf = (item: Item): FindingSummary => {
  try {
    const line = jsonOf(findingSummary, item, 'line');
    return { sinceAt: String(item['gsi1sk'] ?? '').split('|')[1], ...line };
  } catch (error) {
    throw error instanceof Unfit ? beingRebuilt('The list of findings') : error;
  }
};

/** All unresolved findings as lines, worst and oldest first. */
export const unresolvedLines = async (table: Table, org: OrgId): Promise<FindingSummary[]> =>
  (await queryAll(table, { pk: partitions.unresolved(org), index: unresolvedIndex })).map(lineOf);

/** What a list of findings may be narrowed to. */
export interface FindingFilter {
  readonly level?: Level | undefined;
  readonly check?: string | undefined;
  readonly department?: string | undefined;
  readonly state?: string | undefined;
  /** What else a line must be. */
  readonly fits?: (line: FindingSummary) => boolean;
}
const fitsFilter = (line: FindingSummary, filter: FindingFilter): boolean =>
  (filter.level === undefined || line.level === filter.level) &&
  (filter.check === undefined || line.check === filter.check) &&
  (filter.department === undefined || line.department === filter.department) &&
  (filter.state === undefined || line.state === filter.state) &&
  (filter.fits === undefined || filter.fits(line));
/** Index entries that one page looks at: enough for a full one, few enough for 8 read units. */
const looked = { queries: 2, each: 50 } as const;

/**
 * A page of unresolved findings, worst and oldest first. A filter may leave a page short, or empty, with a cursor:
 * it looks at 100 findings and no more; the cursor goes on from there.
 */
export const listUnresolved = async (
  table: Table,
  org: OrgId,
  filter: FindingFilter,
  page: PageAsked,
): Promise<Page<FindingSummary>> => {
  const pk = partitions.unresolved(org);
  const begins = filter.level === undefined ? '' : unresolvedLevel(filter.level);
  const at = placeOf(page.cursor, { gsi1sk: begins, sk: '' }, { gsi1pk: pk, pk: partitions.findings(org) });
  const found: FindingSummary[] = [];
  const ended = (place: Record<string, unknown> | undefined) =>
    pageOf(found, place as Record<string, string> | undefined, ['gsi1sk', 'sk']);
  let after: Readonly<Record<string, string>> | undefined = at;
  for (let query = 0; query < looked.queries; query++) {
    const { items, next } = await queryPage(table, {
      pk,
      ...(begins === '' ? {} : { begins }),
      index: unresolvedIndex,
      limit: looked.each,
      after,
    });
    for (const item of items) {
      const line = lineOf(item);
      if (!fitsFilter(line, filter)) continue;
      found.push(line);
      if (found.length === page.limit) return ended(item === items.at(-1) ? next : item);
    }
    if (next === undefined) return ended(undefined);
    after = next;
  }
  return ended(after);
};

/**
 * A page of resolved findings, by fingerprint: they stand in no index, as few ask for them. It looks at 100 findings
 * and no more, so a page may be short, or empty, with a cursor.
 */
export const listResolved = async (
  table: Table,
  org: OrgId,
  filter: FindingFilter,
  page: PageAsked,
): Promise<Page<FindingSummary>> => {
  const pk = partitions.findings(org);
  const after = placeOf(page.cursor, { sk: '' }, { pk });
  const { items, next } = await queryPage(table, { pk, limit: looked.queries * looked.each, after });
  const lines = items.map((item) => summaryOf(keptFinding(item)));
  const fitting = lines.filter((line) => line.state === 'resolved' && fitsFilter(line, filter));
  const shown = fitting.slice(0, page.limit);
  const last = fitting.length > page.limit ? shown.at(-1) : undefined;
  return pageOf(shown, last === undefined ? next : { sk: last.fingerprint }, ['sk']);
};
