// What learning found, in a small form that is unpacked at first use: weights of traits, and the library's names as short fingerprints.
// A weight's four characters, one a perspective, are steps of a fifth between -6.2 and +6.4.
import type { Trait } from './evidence.ts';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const middle = 31;
const step = 0.2;

const encoded = (weight: number): string =>
  digits[Math.max(0, Math.min(63, Math.round(weight / step) + middle))] ?? '';
const decoded = (digit: string): number => (digits.indexOf(digit) - middle) * step;

/** Packs weights by trait: keys of one kind (their first character) share a line. */
export const encodeWeights = (weights: ReadonlyMap<string, readonly number[]>): string => {
  const lines = new Map<string, string[]>();
  for (const [key, own] of weights) {
    const code = own.map(encoded).join('');
    if (code === (digits[middle] ?? '').repeat(4)) continue;
    const kind = key.slice(0, 1);
    const line = lines.get(kind) ?? [];
    line.push(key.slice(1) + code);
    lines.set(kind, line);
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, line]) => `${kind}|${line.sort().join('|')}`)
    .join('\n');
};

/** Unpacks what `encodeWeights` packed. */
export const decodeWeights = (packed: string): ReadonlyMap<string, readonly number[]> => {
  const weights = new Map<string, readonly number[]>();
  for (const line of packed.split('\n')) {
    const [kind = '', ...items] = line.split('|');
    for (const item of items) weights.set(kind + item.slice(0, -4), [...item.slice(-4)].map(decoded));
  }
  return weights;
};

/** A text as five characters (FNV-1a, 30 bits): equal texts have equal fingerprints, different ones almost never. */
export const fingerprint = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  let code = '';
  for (let i = 0; i < 5; i++) code += digits[(hash >>> (2 + i * 6)) & 63] ?? '';
  return code;
};

/** Packs which entry (its place in a list) a fingerprint belongs to. */
export const encodeNames = (places: ReadonlyMap<string, number>): string =>
  [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([print, place]) => print + (digits[place >> 6] ?? '') + (digits[place & 63] ?? ''))
    .join('');

/** Unpacks what `encodeNames` packed. */
export const decodeNames = (packed: string): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  for (let i = 0; i + 7 <= packed.length; i += 7)
    places.set(
      packed.slice(i, i + 5),
      digits.indexOf(packed[i + 5] ?? '') * 64 + digits.indexOf(packed[i + 6] ?? ''),
    );
  return places;
};

/** The score of some traits, and how much of their length the weights know (0..1). */
export const weigh = (
  traits: readonly Trait[],
  weights: ReadonlyMap<string, readonly number[]>,
  bias: readonly number[],
): { readonly score: readonly number[]; readonly known: number } => {
  const score = [...bias];
  let known = 0;
  for (const trait of traits) {
    const own = weights.get(trait.key);
    if (own === undefined) continue;
    known += trait.value * trait.value;
    for (let i = 0; i < score.length; i++) score[i] = (score[i] ?? 0) + (own[i] ?? 0) * trait.value;
  }
  return { score, known };
};
