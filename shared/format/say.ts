// Texts with places to fill and plural forms, and nothing more: `{n}` decides the form, numbers are written in the
// locale.

/** A text, or its plural forms by `{n}`. */
export type Text = string | ({ readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
/** What fills the places of a text. */
export type Data = Readonly<Record<string, string | number>>;

/** The shape that texts in another language have, taken from the English ones: same names, any texts, any plural forms. */
export type Said<T> = T extends string
  ? string
  : T extends { readonly one: string; readonly other: string }
    ? Text
    : { readonly [K in keyof T]: Said<T[K]> };

const rules = new Map<string, Intl.PluralRules>();
const ruleOf = (locale: string): Intl.PluralRules => {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return known;
};

const numbers = new Map<string, Intl.NumberFormat>();
const numberOf = (locale: string): Intl.NumberFormat => {
  const known = numbers.get(locale) ?? new Intl.NumberFormat(locale);
  numbers.set(locale, known);
  return known;
};

/** The text with its places filled; a place without data stays visible. */
export const say = (locale: string, text: Text, data: Data = {}): string => {
  const form =
    typeof text === 'string' ? text : (text[ruleOf(locale).select(Number(data['n'] ?? 0))] ?? text.other);
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = data[name];
    return typeof value === 'number' ? numberOf(locale).format(value) : (value ?? whole);
  });
};
