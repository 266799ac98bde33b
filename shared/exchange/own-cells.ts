// How people write in their own sheets: `93%`, `€ 1,250.00`, `n/a`, `lower is better`, `Q3/26`. Each is read as what
// the format says in its own words; what is not understood is handed on as it stands, to be refused with its place.

import type { departmentFunctions } from '../domain/department.ts';
import { big } from '../domain/exact.ts';
import { type Direction, type Perspective, perspectives } from '../domain/kpi.ts';
import type { Unit } from '../domain/unit.ts';
import type { FileLocale } from './form.ts';

/** A figure as it was written: its number, or why there is none, or neither where the cell says nothing. */
export type Figure =
  | { readonly number: string; readonly percent: boolean }
  | { readonly why: string }
  | { readonly unread: string }
  | undefined;

const nothing = /^(?:[-–—.]*|\?+)$/;
const notMeasured = /^(?:n\/?\s?a\.?|tbd|tba|k\.?\s?a\.?|none|not (?:measured|available|applicable)|open)$/i;
const decorations = /[€$£¥\s\u00a0]|^[~≈]|\b(?:EUR|USD|GBP|CHF)\b/g;

/** Reads a figure's cell. */
export const figureOf = (cell: string, locale: FileLocale): Figure => {
  const text = cell.trim();
  if (nothing.test(text)) return undefined;
  if (notMeasured.test(text)) return { why: text };
  const percent = text.endsWith('%');
  const bare = text
    .replace(/%$/, '')
    .replace(decorations, '')
    .replace(/^[≥≤<>=]+/, '');
  const [group, point] = locale === 'de' ? ['.', ','] : [',', '.'];
  const grouped = new RegExp(`^-?\\d{1,3}(?:\\${group}\\d{3})+(?:\\${point}\\d+)?$`);
  const plain = (grouped.test(bare) ? bare.replaceAll(group, '') : bare).replace(point, '.');
  return /^-?\d{1,15}(?:\.\d+)?$/.test(plain) ? { number: big(plain).toFixed(), percent } : { unread: text };
};

/** A number in the file's locale. */
export const written = (number: string, locale: FileLocale): string =>
  locale === 'de' ? number.replace('.', ',') : number;

const durations: readonly (readonly [RegExp, string])[] = [
  [/^(?:working|business|work) ?days?$|^wd$/, 'working-day'],
  [/^d$|^days?$|^tage?$/, 'day'],
  [/^h$|^hrs?$|^hours?$|^stunden?$/, 'h'],
  [/^min(?:s|utes?|uten)?$/, 'min'],
  [/^s$|^secs?$|^seconds?$|^sekunden?$/, 's'],
];
const currencies: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };

/** The unit that a cell names; undefined where it says nothing. */
export const unitOf = (cell: string): Unit | undefined => {
  const text = cell.trim();
  const plain = text.toLowerCase();
  if (plain === '') return undefined;
  if (/^(?:%|percent|per ?cent|pct|prozent|share)$/.test(plain)) return { kind: 'share', symbol: '' };
  const duration = durations.find(([pattern]) => pattern.test(plain))?.[1];
  if (duration !== undefined) return { kind: 'duration', symbol: duration };
  const currency = currencies[text] ?? (/^(?:eur|usd|gbp|chf|jpy)$/.test(plain) ? plain.toUpperCase() : '');
  if (currency !== '') return { kind: 'money', symbol: currency };
  if (/^(?:#|no\.?|nr\.?|count|number|pieces|pcs|stück|anzahl)$/.test(plain))
    return { kind: 'count', symbol: '' };
  if (/^(?:points?|pts|score|stars?|punkte|index)$/.test(plain)) return { kind: 'score', symbol: '' };
  if (/^(?:per|\/|pro)\b|\d/.test(plain)) return { kind: 'rate', symbol: text.slice(0, 20) };
  return { kind: 'other', symbol: text.slice(0, 20) };
};

/** The direction that a cell names. */
export const directionOf = (cell: string): Direction | undefined => {
  const plain = cell.trim().toLowerCase();
  if (/range|within|between|bereich/.test(plain)) return 'range';
  if (/^(?:lower|less|low|down|min|small|decreas|reduc|fewer|↓|v$|-$|niedrig|weniger)/.test(plain))
    return 'lower';
  if (/^(?:higher|more|high|up|max|larg|great|increas|rais|↑|\^$|\+$|hoch|höher|mehr)/.test(plain))
    return 'higher';
  return undefined;
};

const lowerNames =
  /\b(?:defects?|errors?|complaints?|scrap|waste|damages?|accidents?|incidents?|absen\w+|sick\w*|churn|attrition|backlog|delays?|overdue|costs?|discounts?|returns|rework|downtime|lead time|waiting|time to|(?:reply|response|handling|cycle|resolution|repair|processing) time|turnover of staff|emissions?)\b/;

/** The direction that a KPI's name suggests. */
export const directionOfName = (name: string): Direction =>
  lowerNames.test(name.toLowerCase()) ? 'lower' : 'higher';

/** The perspective that a cell names, in the product's words or those of a balanced scorecard. */
export const perspectiveOf = (cell: string): Perspective | undefined => {
  const plain = cell.trim().toLowerCase();
  const exact = perspectives.find((one) => one === plain.replace(/\s+/g, '-'));
  if (exact !== undefined) return exact;
  if (/customer|client|kunde/.test(plain)) return 'customer-facing';
  if (/internal|process|efficien|operation/.test(plain)) return 'internal-efficiency';
  if (/financ|finanz/.test(plain)) return 'financial';
  return /employee|people|learning|growth|staff|mitarbeiter/.test(plain) ? 'employee' : undefined;
};

const functions: readonly (readonly [(typeof departmentFunctions)[number], RegExp])[] = [
  ['customer-service', /customer|service|support|care|contact|kunden/],
  ['sales', /sales|showroom|shop|store|retail|vertrieb|account/],
  ['marketing', /marketing|brand|communication/],
  [
    'operations',
    /operat|production|produktion|manufactur|deliver|logist|warehouse|purchas|procure|supply|assembly|quality|einkauf|lager|planning/,
  ],
  ['hr', /people|human|\bhr\b|personal/],
  ['finance', /financ|accounting|controlling|finanz/],
  ['it', /\bit\b|information|software|digital|technology/],
  ['senior-management', /management|board|executive|leitung/],
];

/** What a department of this name is most likely for. */
export const functionOf = (name: string): (typeof departmentFunctions)[number] =>
  functions.find(([, pattern]) => pattern.test(name.toLowerCase()))?.[0] ?? 'other';
