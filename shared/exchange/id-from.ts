// Ids are made from names where people give none.

const lettersOnly = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');

/** An id that a name suggests: small letters, digits and hyphens, at most 40 of them. */
export const idFrom = (name: string): string =>
  lettersOnly(name.replaceAll('ß', 'ss').replaceAll('&', ' and '))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');

/** An id from a name that no other thing has. */
export const freeId = (name: string, isTaken: (id: string) => boolean, what: string): string => {
  const id = idFrom(name) || what;
  if (!isTaken(id)) return id;
  for (let n = 2; ; n++) {
    const next = `${id.slice(0, 39 - String(n).length)}-${n}`;
    if (!isTaken(next)) return next;
  }
};
