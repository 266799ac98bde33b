// What a language file lacks or has too much, measured against the English texts.

const isForms = (value: object): value is Readonly<Record<string, string>> => 'other' in value;

const placesOf = (value: unknown): string =>
  [...new Set([...JSON.stringify(value).matchAll(/\{(\w+)\}/g)].map(([place]) => place))].sort().join(' ');

/** The paths of texts that are missing, empty, unknown to the English, or whose places differ. */
export const gapsOf = (said: unknown, model: unknown, path = ''): string[] => {
  if (said === undefined) return [`${path}: missing`];
  const isText =
    typeof model === 'string' ||
    (typeof model === 'object' && model !== null && isForms(model) && 'one' in model);
  if (isText) {
    if (typeof said === 'string' && said.trim() === '') return [`${path}: empty`];
    return placesOf(said) === placesOf(model)
      ? []
      : [`${path}: has the places ${placesOf(said)}, expected ${placesOf(model)}`];
  }
  if (typeof said !== 'object' || said === null) return [`${path}: expected a group of texts`];
  const [own, wanted] = [
    said as Readonly<Record<string, unknown>>,
    model as Readonly<Record<string, unknown>>,
  ];
  return [
    ...Object.keys(wanted).flatMap((name) => gapsOf(own[name], wanted[name], `${path}/${name}`)),
    ...Object.keys(own)
      .filter((name) => !Object.hasOwn(wanted, name))
      .map((name) => `${path}/${name}: not among the English texts`),
  ];
};
