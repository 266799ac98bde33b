// Proposes customer-facing counterparts for a KPI: first what the organisation already measures on the same outcome, touchpoint or
// journey, then what the library knows to be felt of KPIs like it, then what belongs to the same clock or function.
import type { Perspective } from '../domain/kpi.ts';
import type { BusinessFunction, Entry, SeenBy } from './entry.ts';
import { entryNamed } from './knowledge.ts';
import { counterpartsOf, entriesOf, entryOf, library } from './library.ts';
import { type Near, nearestEntries } from './nearest.ts';
import { meaningKey, readName } from './reading.ts';
import { wordsOf } from './words.ts';

/** The KPI that looks for counterparts. Everything but the name may be missing. */
export type Seeking = {
  readonly id?: string | undefined;
  readonly name: string;
  readonly definition?: string | undefined;
  readonly outcomes?: readonly string[] | undefined;
  readonly touchpoints?: readonly string[] | undefined;
  readonly journey?: string | undefined;
  readonly clock?:
    | {
        readonly from: { readonly event: string; readonly seenBy?: SeenBy };
        readonly to: { readonly event: string; readonly seenBy?: SeenBy };
      }
    | undefined;
};

/** A KPI that the organisation has. */
export type OwnKpi = {
  readonly id: string;
  readonly name: string;
  readonly definition?: string | undefined;
  readonly outcomes: readonly string[];
  readonly touchpoints: readonly string[];
  readonly journey?: string | undefined;
  readonly live: boolean;
  readonly perspective: Perspective;
};

/** A proposal: `kpi` is the id of an own KPI, `entry` that of a library entry; `score` is between 0 and 1. */
export type Suggestion = {
  readonly name: string;
  readonly definition: string;
  readonly score: number;
  readonly why: string;
  readonly kpi?: string;
  readonly entry?: string;
};

const most = 5;
const mostOwn = 3;
const placeShares = [1, 0.75, 0.55];
const nearShare = 0.85;
const alikeShare = 0.6;
const sameSimilarity = 0.95;
const sameWeight = 2;
const onClockScore = 0.7;
const unlinkedShare = 0.8;
const likenessShare = 0.04;

const shared = (a: readonly string[] | undefined, b: readonly string[]): readonly string[] =>
  (a ?? []).filter((item) => b.includes(item));

const ownLink = (kpi: Seeking, own: OwnKpi): { score: number; why: string } | undefined => {
  const outcomes = shared(kpi.outcomes, own.outcomes);
  if (outcomes.length > 0) return { score: 0.95, why: `serves the same outcome: ${outcomes.join(', ')}` };
  const touchpoints = shared(kpi.touchpoints, own.touchpoints);
  if (touchpoints.length > 0)
    return { score: 0.9, why: `measures the same touchpoint: ${touchpoints.join(', ')}` };
  if (kpi.journey !== undefined && kpi.journey === own.journey)
    return { score: 0.85, why: `belongs to the same journey: ${kpi.journey}` };
  return undefined;
};

type Proposal = { readonly entry: Entry; readonly score: number; readonly why: string };

const fromLibrary = (near: readonly Near[], itself: string): readonly Proposal[] => {
  const proposals = new Map<string, { entry: Entry; score: number; best: number; why: string }>();
  const add = (entry: Entry, score: number, why: string): void => {
    if (meaningKey(readName(entry.name)) === itself) return;
    const had = proposals.get(entry.id);
    if (had === undefined) proposals.set(entry.id, { entry, score, best: score, why });
    else {
      had.score += score;
      if (score > had.best) {
        had.best = score;
        had.why = why;
      }
    }
  };
  near.forEach(({ entry, similarity }, rank) => {
    const weight = (similarity > sameSimilarity ? sameWeight : similarity ** 1.5) * nearShare ** rank;
    if (entry.perspective === 'customer-facing')
      add(entry, weight * alikeShare, 'is worded like it and is felt by the customer');
    counterpartsOf(entry).forEach((counterpart, place) => {
      add(
        counterpart,
        weight * (placeShares[place] ?? 0.4),
        `shows what is felt of "${entry.name}": ${entry.felt ?? ''}`,
      );
    });
  });
  const highest = Math.max(...[...proposals.values()].map((proposal) => proposal.score));
  const sure = Math.min(0.84, 0.3 + 0.6 * (near[0]?.similarity ?? 0));
  return [...proposals.values()]
    .map(({ entry, score, why }) => ({ entry, score: (score / highest) * sure, why }))
    .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
};

const leadingFunction = (near: readonly Near[]): BusinessFunction | undefined => {
  const weights = new Map<BusinessFunction, number>();
  for (const { entry, similarity } of near)
    weights.set(entry.function, (weights.get(entry.function) ?? 0) + similarity ** 2);
  return [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
};

const eventWords = (text: string): ReadonlySet<string> => new Set(wordsOf(text).map((word) => word.stem));
const meets = (a: string, b: string): boolean => {
  const words = eventWords(a);
  return [...eventWords(b)].some((word) => word.length > 3 && words.has(word));
};

const onTheSameClock = (kpi: Seeking): readonly Proposal[] =>
  library.flatMap((entry) => {
    const { clock } = entry;
    if (kpi.clock === undefined || clock === undefined || entry.perspective !== 'customer-facing') return [];
    const both = meets(kpi.clock.from.event, clock.from.event) && meets(kpi.clock.to.event, clock.to.event);
    const why = `runs from "${clock.from.event}" to "${clock.to.event}", as the customer sees it`;
    return both ? [{ entry, score: onClockScore, why }] : [];
  });

const ofTheSameFunction = (near: readonly Near[]): readonly Proposal[] => {
  const leading = leadingFunction(near);
  if (leading === undefined) return [];
  return entriesOf(leading)
    .filter((entry) => entry.perspective === 'customer-facing')
    .map((entry, place) => ({
      entry,
      score: 0.2 - place * 0.01,
      why: `is what customers feel of ${leading}`,
    }));
};

const rounded = (score: number): number => Math.round(Math.max(0, Math.min(1, score)) * 100) / 100;

type Owned = {
  readonly own: OwnKpi;
  readonly entry: Entry | undefined;
  readonly score: number;
  readonly why: string;
};

const fromOrganisation = (
  kpi: Seeking,
  organisation: readonly OwnKpi[],
  proposals: readonly Proposal[],
): readonly Owned[] =>
  organisation
    .filter((own) => own.live && own.perspective === 'customer-facing' && own.id !== kpi.id)
    .flatMap((own) => {
      const entry = entryOf(entryNamed(readName(own.name))?.id ?? '');
      const proposed = proposals.find((proposal) => proposal.entry.id === entry?.id);
      const link = ownLink(kpi, own);
      if (link === undefined && proposed === undefined) return [];
      const likeness = proposed?.score ?? 0;
      const score = link === undefined ? unlinkedShare * likeness : link.score + likenessShare * likeness;
      const why = [link?.why, proposed?.why].filter((text) => text !== undefined).join('; ');
      return [{ own, entry, score, why: `already measured here; ${why}` }];
    })
    .sort((a, b) => b.score - a.score || (a.own.id < b.own.id ? -1 : 1))
    .slice(0, mostOwn);

const fromOwned = ({ own, entry, score, why }: Owned): Suggestion => ({
  name: own.name,
  definition: own.definition ?? entry?.definition ?? '',
  score: rounded(score),
  why,
  kpi: own.id,
  ...(entry === undefined ? {} : { entry: entry.id }),
});

const fromEntry = ({ entry, score, why }: Proposal): Suggestion => ({
  name: entry.name,
  definition: `${entry.definition} Formula: ${entry.formula}.`,
  score: rounded(score),
  why,
  entry: entry.id,
});

/** At most five customer-facing counterparts for a KPI, best first; empty when nothing in its name is known and nothing own fits. */
export const suggest = (kpi: Seeking, organisation: readonly OwnKpi[] = []): readonly Suggestion[] => {
  const near = nearestEntries(kpi.name, kpi.definition);
  const itself = meaningKey(readName(kpi.name));
  const known = near.length === 0 ? [] : fromLibrary(near, itself);
  const owned = fromOrganisation(kpi, organisation, known);
  const taken = new Set(owned.flatMap(({ entry }) => entry?.id ?? []));
  const others = [...known, ...onTheSameClock(kpi), ...ofTheSameFunction(near)]
    .sort((a, b) => b.score - a.score)
    .filter(({ entry }) => {
      if (taken.has(entry.id)) return false;
      taken.add(entry.id);
      return meaningKey(readName(entry.name)) !== itself;
    });
  return [...owned.map(fromOwned), ...others.map(fromEntry)].sort((a, b) => b.score - a.score).slice(0, most);
};
