// Reads from a KPI's wording and clock who experiences what it measures. In this order: its clock, a library entry of the same name, the
// evidence of its words. Each answer says why; where the words say too little it says that it cannot tell.
import { type Perspective, perspectives } from '../domain/kpi.ts';
import { isContested } from './contested.ts';
import type { SeenBy } from './entry.ts';
import { leader, type Score, shares, type Trait, traitsOf } from './evidence.ts';
import { bias, entryIds, packedNames, packedWeights } from './learnt.ts';
import { meaningKey, type Reading, readName, saysSomething } from './reading.ts';
import { decodeNames, decodeWeights, fingerprint, weigh } from './weighing.ts';

/** What is known of a KPI. `unit` is text such as `%`, `EUR`, `days`, or a unit of the domain; `clock` says who sees its two ends. */
export type Described = {
  readonly name: string;
  readonly definition?: string | undefined;
  readonly unit?: string | { readonly kind: string; readonly symbol: string } | undefined;
  readonly direction?: string | undefined;
  readonly clock?: { readonly from: { readonly seenBy: SeenBy }; readonly to: { readonly seenBy: SeenBy } } | undefined;
};

/** The perspective read, how sure (0..1), why, and the library's entry of that name, if it has one. */
export type PerspectiveReading = {
  readonly perspective: Perspective | 'cannot-tell';
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly entry?: string;
};

const caution = 1.8;
const definitionShare = 0.4;
const leastKnown = 0.2;
const leastConfidence = 0.36;
const contestedConfidence = 0.75;

const inOtherLanguages: ReadonlySet<string> = new Set(
  'de des du les le la et der das und von fur zur zum mit el los las del por para con di della delle il gli dei och av van het een voor med til dos da em na nach auf bei taux nombre anzahl numero'.split(
    ' ',
  ),
);

type Knowledge = {
  readonly weights: ReadonlyMap<string, readonly number[]>;
  readonly names: ReadonlyMap<string, number>;
  readonly entries: readonly string[];
};
let unpacked: Knowledge | undefined;
const knowledge = (): Knowledge => {
  unpacked ??= {
    weights: decodeWeights(packedWeights),
    names: decodeNames(packedNames),
    entries: entryIds.split(' '),
  };
  return unpacked;
};

const byLetter: Readonly<Record<string, Perspective>> = {
  C: 'customer-facing',
  I: 'internal-efficiency',
  F: 'financial',
  E: 'employee',
};

const entryNamed = (reading: Reading): { id: string; perspective: Perspective } | undefined => {
  const key = meaningKey(reading);
  const place = key === '' ? undefined : knowledge().names.get(fingerprint(key));
  const entry = place === undefined ? undefined : knowledge().entries[place];
  const perspective = byLetter[entry?.slice(0, 1) ?? ''];
  return entry === undefined || perspective === undefined ? undefined : { id: entry.slice(1), perspective };
};

const isMoney = (unit: Described['unit']): boolean =>
  typeof unit === 'string'
    ? /^\s*(k|m|mn|bn)?\s*([€$£¥]|(eur|usd|gbp|chf|jpy|cad|aud|sek|nok|dkk|inr|cny)\b|(euro|dollar|pound)s?\b|money)/i.test(unit.slice(0, 40))
    : unit?.kind === 'money';

const unitEvidence = (kpi: Described, reading: Reading): Score => {
  if (isMoney(kpi.unit)) return reading.base.length > 0 && reading.concepts.includes('cost') ? [-1, 0.5, 0.5, 0] : [-1.5, -0.5, 1.5, 0];
  if (typeof kpi.unit === 'object' && kpi.unit.kind === 'duration') return [0.3, 0.3, -1.5, 0];
  return [0, 0, 0, 0];
};

const plus = (a: Score, b: Score, share = 1): Score => a.map((value, i) => value + share * (b[i] ?? 0));

const telling = (traits: readonly Trait[], at: number, next: number): readonly string[] => {
  const byWords = new Map<string, number>();
  for (const trait of traits) {
    const own = knowledge().weights.get(trait.key);
    const words = [...new Set(trait.from)].filter((word) => word !== '').join(' ');
    if (own === undefined || words === '') continue;
    byWords.set(words, (byWords.get(words) ?? 0) + trait.value * ((own[at] ?? 0) - (own[next] ?? 0)));
  }
  return [...byWords]
    .filter(([, weight]) => weight > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([words]) => `"${words.slice(0, 60)}"`);
};

const cannotTell = (reasons: readonly string[]): PerspectiveReading => ({
  perspective: 'cannot-tell',
  confidence: 0,
  reasons,
});

const byClock = (clock: NonNullable<Described['clock']>): PerspectiveReading | undefined => {
  if (clock.from.seenBy !== clock.to.seenBy) return undefined;
  return clock.from.seenBy === 'customer'
    ? {
        perspective: 'customer-facing',
        confidence: 0.95,
        reasons: ['its clock starts and ends at events that the customer sees'],
      }
    : {
        perspective: 'internal-efficiency',
        confidence: 0.95,
        reasons: ['its clock starts and ends at events that only people inside see'],
      };
};

const rounded = (value: number): number => Math.round(Math.min(value, 0.99) * 100) / 100;

const inAnotherLanguage = (reading: Reading, known: number): boolean =>
  known < 0.75 && reading.words.some((word) => inOtherLanguages.has(word.written) || inOtherLanguages.has(word.link));

/** Reads a KPI's perspective. Any text is accepted; the same input always gives the same answer. */
export const classify = (kpi: Described): PerspectiveReading => {
  const clocked = kpi.clock === undefined ? undefined : byClock(kpi.clock);
  if (clocked !== undefined) return clocked;
  const reading = readName(kpi.name);
  const traits = traitsOf(reading);
  const { weights } = knowledge();
  const named = weigh(traits, weights, bias);
  const speaks = saysSomething(reading) && named.known >= leastKnown;
  const definition = kpi.definition?.trim() ?? '';
  const defined = definition === '' ? undefined : weigh(traitsOf(readName(definition.slice(0, 300))), weights, bias);
  const definitionSpeaks = defined !== undefined && defined.known >= leastKnown && saysSomething(readName(definition.slice(0, 300)));
  if (!speaks && !definitionSpeaks) return cannotTell(['no word that the reader knows says who experiences it']);
  if (inAnotherLanguage(reading, named.known)) return cannotTell(['the name seems to be in another language than English']);

  let score = speaks ? named.score : [0, 0, 0, 0];
  if (defined !== undefined && definitionSpeaks) score = plus(score, defined.score, speaks ? definitionShare : 0.8);
  score = plus(score, unitEvidence(kpi, reading));
  const { perspective, at, next } = leader(score);
  const confidence = shares(score, caution)[at] ?? 0;
  const words = telling(traits, at, next);
  const reasons = words.length > 0 ? [`the words ${words.join(', ')} speak for ${perspective}`] : [];
  if (definitionSpeaks && defined !== undefined && leader(defined.score).perspective === perspective) reasons.push('its definition says so too');
  if (isMoney(kpi.unit) && perspective === 'financial') reasons.push('it is measured in money');
  if (kpi.clock !== undefined) reasons.push('its clock has one end that the customer sees and one inside, which decides nothing');

  const entry = entryNamed(reading);
  const contested = isContested(reading);
  if (contested) reasons.push('handbooks differ on this kind of measure');
  const most = contested ? contestedConfidence : 0.99;
  if (entry !== undefined)
    return {
      perspective: entry.perspective,
      confidence: rounded(Math.min(most, entry.perspective === perspective ? Math.max(confidence, 0.9) : 0.75)),
      reasons: [`the library knows it as "${entry.id}", ${entry.perspective}`, ...(entry.perspective === perspective ? reasons : reasons.slice(1))],
      entry: entry.id,
    };
  if (confidence < leastConfidence)
    return cannotTell([`its words point to ${perspective} and ${perspectives[next] ?? perspective} alike`]);
  return { perspective, confidence: rounded(Math.min(most, confidence)), reasons };
};
