// What the words of a name, its definition and its unit say together: a score for each perspective, and the words that speak loudest.
import { isUnitCost } from './contested.ts';
import { leader, type Score, type Trait, traitsOf } from './evidence.ts';
import { knowledge } from './knowledge.ts';
import { type Reading, readName, saysSomething } from './reading.ts';
import { weigh } from './weighing.ts';

/** A unit as text (`%`, `EUR`, `days`) or as the domain has it. */
export type UnitText = string | { readonly kind: string; readonly symbol: string } | undefined;

/** The evidence of the words: `silent` says why there is none. */
export type Wording =
  | { readonly silent: string }
  | { readonly silent?: undefined; readonly score: Score; readonly reasons: readonly string[] };

const definitionShare = 0.4;
const definitionAloneShare = 0.8;
const definitionLength = 300;
const leastKnown = 0.2;
const english = 0.75;

const otherLanguages: ReadonlySet<string> = new Set(
  'de des du les der das und von fur zur zum mit del della delle dei il gli las por para och het een voor nach auf bei taux nombre anzahl numero'.split(
    ' ',
  ),
);

const moneyText =
  /^\s*(k|m|mn|bn)?\s*([€$£¥]|(eur|usd|gbp|chf|jpy|cad|aud|sek|nok|dkk|inr|cny|euro|dollar|pound)s?\b|money)/i;

const isMoney = (unit: UnitText): boolean =>
  typeof unit === 'string' ? moneyText.test(unit.slice(0, 40)) : unit?.kind === 'money';

const none: Score = [0, 0, 0, 0];
const unitScore = (unit: UnitText, reading: Reading): Score => {
  if (isMoney(unit)) return isUnitCost(reading) ? [-1, 0.5, 0.5, 0] : [-1.5, -0.5, 1.5, 0];
  return typeof unit === 'object' && unit.kind === 'duration' ? [0.3, 0.3, -1.5, 0] : none;
};

const plus = (a: Score, b: Score, share = 1): Score => a.map((value, i) => value + share * (b[i] ?? 0));

const inAnotherLanguage = (reading: Reading, known: number): boolean =>
  known < english && reading.words.some((word) => otherLanguages.has(word.written));

const loudest = (traits: readonly Trait[], at: number, next: number): readonly string[] => {
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

const evidenceOf = (reading: Reading) => {
  const traits = traitsOf(reading);
  const { score, known } = weigh(traits, knowledge().weights, knowledge().bias);
  return { traits, score, known, speaks: known >= leastKnown && saysSomething(reading) };
};

/** Reads the words of a KPI; at most the first 300 characters of its definition count. */
export const readWording = (reading: Reading, definition: string, unit: UnitText): Wording => {
  const named = evidenceOf(reading);
  const defined = evidenceOf(readName(definition.slice(0, definitionLength)));
  if (!named.speaks && !defined.speaks)
    return { silent: 'no word that the reader knows says who experiences it' };
  if (inAnotherLanguage(reading, named.known))
    return { silent: 'the name seems to be in another language than English' };
  const share = named.speaks ? definitionShare : definitionAloneShare;
  const words = named.speaks ? named.score : none;
  const score = plus(plus(words, defined.speaks ? defined.score : none, share), unitScore(unit, reading));
  const { perspective, at, next } = leader(score);
  const loud = loudest(named.traits, at, next);
  const reasons: string[] = [];
  if (loud.length > 0) reasons.push(`the words ${loud.join(', ')} speak for ${perspective}`);
  if (defined.speaks && leader(defined.score).perspective === perspective)
    reasons.push('its definition says so too');
  if (isMoney(unit) && perspective === 'financial') reasons.push('it is measured in money');
  return { score, reasons };
};
