// How the name of a KPI is built: what it counts (the head), what it is about, and what it is divided by. "Cost per complaint" and
// "complaints per employee" share words and mean different things.
import { type Concept, mentionsIn } from './concepts.ts';
import { stem, type Word, wordsOf } from './words.ts';

/** A name taken apart: `base` is what follows `per` or (then it is a `part`) `as a share of`; the words before it are the numerator. */
export type Reading = {
  readonly words: readonly Word[];
  readonly head: string | undefined;
  readonly numerator: readonly string[];
  readonly base: readonly string[];
  readonly part: boolean;
  readonly headConcepts: readonly Concept[];
  readonly concepts: readonly Concept[];
  readonly baseConcepts: readonly Concept[];
};

const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stem));

const measureWords = stems(
  'number percent share rate ratio level average mean median total amount degree count index score volume frequency sum actual annual monthly daily weekly quarterly yearly net gross overall ' +
    'maximum minimum longest shortest extent value figure indicator measure metric kpi per in on to within against during before after without until over under not between year growth ' +
    'increase decrease reduction improvement change trend variance variation deviation achievement performance target actual',
);

const breaks: ReadonlySet<string> = new Set(
  'of by with from for at as in on to per within against during before after without that who whose which versus until over under into via when where while between about among'.split(
    ' ',
  ),
);

const isOnTime = (words: readonly Word[], i: number): boolean =>
  words[i]?.stem === 'on' && ['time', 'schedul', 'plan', 'shelf'].includes(words[i + 1]?.stem ?? '');

const baseStart = (words: readonly Word[]): number => {
  for (let i = 1; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) continue;
    if (word.stem === 'per') return i;
    if (word.link === 'as' && ['percent', 'share', 'fraction', 'multipl'].includes(word.stem)) return i;
  }
  return words.length;
};

const headOf = (words: readonly Word[]): string | undefined => {
  let candidate: string | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) continue;
    if (candidate !== undefined && breaks.has(word.link) && !isOnTime(words, i)) return candidate;
    if (!measureWords.has(word.stem) && !/^\p{N}+$/u.test(word.stem)) candidate = word.stem;
  }
  return candidate;
};

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
const conceptsIn = (numerator: readonly string[]): readonly Concept[] =>
  unique(mentionsIn(numerator).flatMap((mention) => mention.concepts));

const vague = stems(
  'time period day hour week month goal strategy objective thing item test example sample name result overview summary status other misc data',
);

/** Whether a name holds a word that says more than how something is counted. */
export const saysSomething = (reading: Reading): boolean =>
  reading.concepts.some((concept) => concept !== 'duration') ||
  reading.words.some(({ stem }) => !measureWords.has(stem) && !vague.has(stem) && !/^\p{N}/u.test(stem));

const counting = stems(
  'number percent share average mean median total annual monthly daily weekly quarterly yearly overall actual',
);

/** The words of a name that carry its meaning, each once, in alphabetical order, the base apart: equal for names that say the same. */
export const meaningKey = (reading: Reading): string => {
  const telling = (stems: readonly string[]) =>
    [...new Set(stems.filter((stem) => !counting.has(stem)))].sort().join(' ');
  return reading.base.length === 0
    ? telling(reading.numerator)
    : `${telling(reading.numerator)} / ${telling(reading.base)}`;
};

/** Takes a name apart. */
export const readName = (name: string): Reading => {
  const words = wordsOf(name).filter((word) => word.stem.length > 1 || !/[a-z]/.test(word.stem));
  const cut = baseStart(words);
  const numeratorWords = words.slice(0, cut);
  const numerator = numeratorWords.map((word) => word.stem);
  const base = words.slice(cut + 1).map((word) => word.stem);
  const head = headOf(numeratorWords);
  const at = head === undefined ? -1 : numerator.indexOf(head);
  const mentions = mentionsIn(numerator);
  return {
    words,
    head,
    numerator,
    base,
    part: cut < words.length && words[cut]?.stem !== 'per',
    headConcepts: unique(
      mentions.filter((m) => m.start <= at && at < m.start + m.length).flatMap((m) => m.concepts),
    ),
    concepts: unique(mentions.flatMap((mention) => mention.concepts)),
    baseConcepts: conceptsIn(base),
  };
};
