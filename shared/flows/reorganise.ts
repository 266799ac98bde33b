// A change of the organisation itself: read what it touches, let the domain say what becomes of it, show that, and,
// if asked, write it: few entities in one transaction, many as a change set.

import { calendarAt } from '../domain/calendar.ts';
import { contentHash } from '../domain/canonical.ts';
import type { Change } from '../domain/change-set.ts';
import type { Organisation } from '../domain/organisation.ts';
import { Refusal, shown } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import { type Altered, alteredItem } from '../domain/reorganise/altered.ts';
import { type Rest, restsOn } from '../domain/reorganise/rests-on.ts';
import type { RetirableKind } from '../domain/reorganise/retire.ts';
import type { OrgId } from '../domain/slug.ts';
import { StrategyMap } from '../domain/strategy-map.ts';
import type { GivenAnswer, Writing } from '../domain/writing.ts';
import { commitAll } from '../table/commit.ts';
import type { DefinitionKind } from '../table/keys.ts';
import { type NewState, type Standing, stepsTogether } from '../table/many-definitions.ts';
import type { Guarded, Table } from '../table/table.ts';
import { startChangeSet } from './change-set.ts';
import { loadEvaluated, loadSources } from './load.ts';

/** What rests on an entity, as it is answered: the first ones, and how many there are. */
export interface Rests {
  readonly total: number;
  readonly items: Rest[];
}
/** What a reorganisation answers. */
export interface Reorganised {
  readonly state: 'previewed' | 'applied' | 'applying';
  readonly changeSet?: string;
  readonly basis: string;
  readonly total: number;
  readonly items: ReturnType<typeof alteredItem>[];
  readonly rests: Rests;
}

/** The most entities that one transaction alters; more are a change set. */
const mostTogether = 40;
const itemsShown = 500;
const restsShown = 200;

const shownRests = (rests: readonly Rest[]): Rests => ({
  total: rests.length,
  items: rests.slice(0, restsShown),
});

/** What a reorganisation is decided with: what it was asked, and how it is answered. */
export interface Reorganisation {
  /** One word: `merge`, `move` ...; audit actions are `<kind>.<this>`. */
  readonly action: string;
  readonly asked: { readonly apply: boolean; readonly basis?: string | undefined };
  readonly standing: Standing;
  readonly altered: readonly Altered[];
  readonly rests?: readonly Rest[];
  /** Steps that must hold beside it, such as that an analyst remains. */
  readonly also?: readonly Guarded[];
  /** The right to write; asked for before anything is shown. */
  readonly writing: Writing;
  readonly reply: (body: Reorganised) => GivenAnswer;
}

const stateOf = (standing: Standing, { kind, after }: Altered): NewState => ({
  kind,
  entity: after,
  before: standing.one(kind, after.id),
});

const changeOf = ({ kind, entity, before }: NewState): Change =>
  ({ kind, expected: before?.value.version ?? 0, entity }) as unknown as Change;

/** The text that two previews share exactly if they would alter the same entities in the same versions. */
const basisOf = (action: string, states: readonly NewState[]): string =>
  contentHash([
    action,
    states.map(({ kind, entity, before }) => [kind, entity.id, before?.value.version ?? 0]),
  ]).slice(0, 32);

const requireBasis = (given: string | undefined, present: string): void => {
  if (given !== undefined && given !== present)
    throw new Refusal('stale-version', 'What was shown has changed meanwhile.', [
      { path: '/basis', found: shown(given), expected: `“${present}”; look at the preview again` },
    ]);
};

/** Shows what a reorganisation changes and, if asked, makes it. Nothing to change is no refusal: nothing is written. */
export const reorganise = async (
  table: Table,
  { action, asked, standing, altered, rests = [], also = [], writing, reply }: Reorganisation,
): Promise<GivenAnswer> => {
  const states = altered.map((one) => stateOf(standing, one));
  const basis = basisOf(action, states);
  requireBasis(asked.basis, basis);
  const answer: Omit<Reorganised, 'state'> = {
    basis,
    total: altered.length,
    items: altered.slice(0, itemsShown).map(alteredItem),
    rests: shownRests(rests),
  };
  if (!asked.apply) return reply({ state: 'previewed', ...answer });
  const steps = states.length > mostTogether ? undefined : stepsTogether(table, writing, action, states);
  if (steps === undefined || steps.length + also.length > 99) {
    const set = { kind: action, changes: states.map(changeOf), items: altered.map(alteredItem) };
    return startChangeSet({ table }, writing, set, ({ id }) =>
      reply({ state: 'applying', changeSet: id, ...answer }),
    );
  }
  const made = reply({ state: 'applied', ...answer });
  if (steps.length > 0) await commitAll(table, writing, [...steps, ...also], made);
  return made;
};

/** What rests on an entity in a quarter: as it was last evaluated, or from all sources before the first evaluation. */
export const restsNow = async (
  table: Table,
  org: OrgId,
  {
    organisation,
    now,
    quarter,
  }: { readonly organisation: Organisation; readonly now: string; readonly quarter: Quarter },
  { kind, id }: { readonly kind: RetirableKind | 'member'; readonly id: string },
): Promise<Rest[]> => {
  const evaluated = await loadEvaluated(table, org);
  const strategy = evaluated?.strategy ?? (await loadSources(table, org, calendarAt(now, organisation)));
  return restsOn(new StrategyMap(strategy), kind, id, quarter);
};

/** The same as it is answered. */
export const restsAnswer = async (...asked: Parameters<typeof restsNow>): Promise<Rests> =>
  shownRests(await restsNow(...asked));

/** Which definitions a reorganisation reads, where it needs but a few. */
export type Wanted = readonly (readonly [DefinitionKind, string])[];
