// A name that nobody knows is most often a known one, misspelt: which?

/** Edits (a letter more, less, other, or two swapped) that turn one text into another; stops counting beyond `most`. */
const edits = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const other = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? most) + 1 : other;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, other, swapped));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? most + 1;
};

/** The known name that is nearest to a text, if it is near enough to be meant: at most a third of it is wrong. */
export const nearest = (text: string, names: readonly string[]): string | undefined => {
  const asked = text.slice(0, 60).toLowerCase();
  const most = Math.max(1, Math.floor(asked.length / 3));
  let best: string | undefined;
  let least = most + 1;
  for (const name of names) {
    const distance = name.startsWith(asked) && asked.length > 2 ? 1 : edits(asked, name.toLowerCase(), most);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
};

/** What to say of an unknown name: the one that was meant, where one is near; then all that there are. */
export const didYouMean = (text: string, names: readonly string[]): string => {
  const meant = nearest(text, names);
  return `${meant === undefined ? '' : `${meant} (did you mean that?), or `}one of ${names.join(', ')}`;
};
