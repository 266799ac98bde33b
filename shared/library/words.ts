// From a name as people type it to comparable words: case, accents, symbols, short forms, British and American spelling, plurals and
// endings. Every step is one pass over a bounded text, so no input can make it slow.
import { abbreviations, compounds, spellings, stopWords } from './spelling.ts';

/** A word as written (for reasons), as compared, and the linking word before it (`of`, `per`, `to` ...), if there is one. */
export type Word = { readonly written: string; readonly stem: string; readonly link: string };

const links: ReadonlySet<string> = new Set(
  'of by with from for at as in on to per within against during before after without that who whose which versus vs until over under into via when where while and or not between about among'.split(
    ' ',
  ),
);

const longest = 2000;

const keptWhole: ReadonlySet<string> = new Set(
  (
    'training engineering staffing building buildings meeting rating billing pricing marketing manufacturing earning saving nursing parking housing banking ' +
    'purchasing timing landing wing king ring thing during outstanding string spring morning evening ceiling onboarding shopping ' +
    'speed need seed bed breed shed exceed proceed feed bleed red need hundred unlimited centred sacred indeed ' +
    'business process access address loss less unless across success progress stress mass class pass illness wellness fitness express press boss gross ' +
    'gas bus plus status virus census campus bonus surplus analysis crisis basis emphasis diagnosis sepsis thrombolysis tuberculosis series species news goods premises ' +
    'rated sales always sometimes perhaps express kpis stations claims receivables payables accessories loyalties'
  ).split(' '),
);

const singular = (word: string): string => {
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(ches|shes|xes|sses|zes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
};

const bare = (root: string): string => {
  const last = root.at(-1) ?? '';
  if (root.length > 3 && last === root.at(-2) && 'bdgmnprt'.includes(last)) return root.slice(0, -1);
  return root.length === 3 && /^[^aeiou][aeiou][^aeiouwxy]$/.test(root) ? `${root}e` : root;
};

const withoutEnding = (word: string): string => {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ing') && word.length > 5) return bare(word.slice(0, -3));
  if (word.endsWith('ed') && word.length > 4) return bare(word.slice(0, -2));
  return word;
};

const americanised = (word: string): string =>
  word.length > 7 &&
  /is(ation|ations|ed|ing|e|es|er|able)$/.test(word) &&
  !/(wise|vise|cise|prise|chise|mise|aise|advertis|expertise|merchandis|exercis|supervis|raised)/.test(word)
    ? word.replace(/is(ation|ations|ed|ing|es|er|e|able)$/, 'iz$1')
    : word.replace(/ll(ed|ing|er|ation)$/, (whole, ending: string) =>
        /(cancel|travel|label|model|counsel|fuel)l(ed|ing|er|ation)$/.test(word) ? `l${ending}` : whole,
      );

/** The comparable form of one word: `Utilisation` and `utilization` give the same, as do `deliveries` and `delivery`. */
export const stem = (word: string): string => {
  const spelt = spellings.get(word) ?? americanised(word);
  if (keptWhole.has(spelt)) return spelt;
  const one = singular(spelt);
  const respelt = spellings.get(one) ?? one;
  if (keptWhole.has(respelt)) return respelt;
  const root = withoutEnding(respelt);
  return root.length > 4 && root.endsWith('e') ? root.slice(0, -1) : root;
};

const prepared = (text: string): string =>
  text
    .slice(0, longest)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z]{2})(?=[A-Z][a-z]{2})/g, '$1 ')
    .replace(/\bIT\b/g, 'information technology')
    .toLowerCase()
    .replace(/['’`]s\b/g, '')
    .replace(/['’`]/g, '')
    .replace(/\b(re|non|un|mis)-(?=[a-z])/g, '$1')
    .replace(/\ba\/r\b/g, 'accounts receivable')
    .replace(/\ba\/p\b/g, 'accounts payable')
    .replace(/\br ?& ?d\b/g, 'research development')
    .replace(/\ba ?& ?e\b/g, 'emergency department')
    .replace(/%/g, ' percent ')
    .replace(/#/g, ' number ')
    .replace(/[€$£¥]/g, ' money ')
    .replace(/&/g, ' and ');

const splitWords = (text: string): readonly string[] => {
  const raw = prepared(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const joined: string[] = [];
  for (let i = 0; i < raw.length; i++) {
    const word = raw[i] ?? '';
    const next = raw[i + 1];
    const compound =
      next === undefined
        ? undefined
        : (compounds.get(`${word} ${next}`) ?? compounds.get(`${word} ${singular(next)}`));
    if (compound !== undefined || (word === 'non' && next !== undefined)) {
      joined.push(compound ?? `non${next}`);
      i++;
    } else joined.push(word);
  }
  return joined;
};

/** The comparable words of a text, in order; short forms are written out, stop words dropped; at most the first 2,000 characters count. */
export const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = [];
  let link = '';
  for (const written of splitWords(text)) {
    const full = abbreviations.get(written);
    for (const word of full === undefined ? [written] : full.split(' ')) {
      if (stopWords.has(word)) {
        if (links.has(word)) link = word;
        continue;
      }
      words.push({
        written: full === undefined ? word : written,
        stem: stem(word),
        link: links.has(word) ? word : link,
      });
      link = links.has(word) ? word : '';
    }
  }
  return words;
};

/** A name's form for comparing names as wholes: its different words in alphabetical order. */
export const nameKey = (name: string): string =>
  [...new Set(wordsOf(name).map((word) => word.stem))].sort().join(' ');
