// Learns the weights of the word evidence from the library's names and the wordings, and writes shared/library/learnt.ts. No chance is
// involved: the same material gives the same weights. Run it after a change of entries, wordings, concepts or spelling.
import { writeFileSync } from 'node:fs';
import { perspectives } from '../shared/domain/kpi.ts';
import { traitsOf } from '../shared/library/evidence.ts';
import { library } from '../shared/library/library.ts';
import { meaningKey, readName } from '../shared/library/reading.ts';
import { encodeNames, encodeWeights, fingerprint } from '../shared/library/weighing.ts';
import { nameKey } from '../shared/library/words.ts';
import { customerFacingWordings } from './wordings/customer-facing.ts';
import { employeeWordings } from './wordings/employee.ts';
import { financialWordings } from './wordings/financial.ts';
import { frames, places } from './wordings/frames.ts';
import { internalEfficiencyWordings } from './wordings/internal-efficiency.ts';

export type Example = { readonly name: string; readonly label: number };
type Vector = { readonly ids: Int32Array; readonly values: Float64Array };

const fillings = 8;
const epochs = 12;
const rate = 0.5;
const decay = 1e-5;
const stride = 7919;

const wordings = {
  'customer-facing': customerFacingWordings,
  'internal-efficiency': internalEfficiencyWordings,
  financial: financialWordings,
  employee: employeeWordings,
};

/** Each frame several times with other words, walking through the places in a fixed order. */
const filled = (): readonly Example[] => {
  let turn = 0;
  return perspectives.flatMap((perspective, label) =>
    frames[perspective].flatMap((frame) =>
      Array.from({ length: fillings }, (_, i) => {
        const name = frame.replace(/\{(\w+)\}/g, (_whole, place: string) => {
          const words = places[place] ?? [];
          const word = words[(turn * 7 + i * 13) % words.length] ?? '';
          turn += 1;
          return word;
        });
        return { name, label };
      }),
    ),
  );
};

/** All that there is to learn from, each name once; where two sources disagree the library is right. */
export const examples = (): readonly Example[] => {
  const byKey = new Map<string, Example>();
  const add = (name: string, label: number): void => {
    const key = nameKey(name);
    if (key !== '' && !byKey.has(key)) byKey.set(key, { name, label });
  };
  for (const entry of library)
    for (const name of [entry.name, ...entry.synonyms, ...entry.kindred])
      add(name, perspectives.indexOf(entry.perspective));
  perspectives.forEach((perspective, label) => {
    for (const name of wordings[perspective].split(';')) add(name.trim(), label);
  });
  for (const { name, label } of filled()) add(name, label);
  return [...byKey.values()];
};

const vectorise = (rows: readonly Example[]) => {
  const ids = new Map<string, number>();
  const uses: number[] = [];
  const vectors = rows.map((row): Vector => {
    const traits = traitsOf(readName(row.name));
    const own = traits.map((trait) => {
      const id = ids.get(trait.key) ?? ids.size;
      ids.set(trait.key, id);
      uses[id] = (uses[id] ?? 0) + 1;
      return id;
    });
    return { ids: Int32Array.from(own), values: Float64Array.from(traits, (trait) => trait.value) };
  });
  return { ids, uses, vectors };
};

/** Softmax regression by Adagrad over sparse vectors; `kept` says which traits may carry weight. */
const descend = (rows: readonly Example[], vectors: readonly Vector[], size: number, kept?: Uint8Array) => {
  const weights = new Float64Array(size * 4);
  const squares = new Float64Array(size * 4).fill(1e-2);
  const bias = [0, 0, 0, 0];
  const score = [0, 0, 0, 0];
  for (let step = 0; step < epochs * rows.length; step++) {
    const at = (step * stride) % rows.length;
    const vector = vectors[at];
    const label = rows[at]?.label ?? 0;
    if (vector === undefined) continue;
    for (let c = 0; c < 4; c++) score[c] = bias[c] ?? 0;
    for (let j = 0; j < vector.ids.length; j++) {
      const id = vector.ids[j] ?? 0;
      if (kept !== undefined && kept[id] === 0) continue;
      for (let c = 0; c < 4; c++)
        score[c] = (score[c] ?? 0) + (weights[id * 4 + c] ?? 0) * (vector.values[j] ?? 0);
    }
    const top = Math.max(...score);
    const sum = score.reduce((a, b) => a + Math.exp(b - top), 0);
    for (let c = 0; c < 4; c++) {
      const error = Math.exp((score[c] ?? 0) - top) / sum - (c === label ? 1 : 0);
      bias[c] = (bias[c] ?? 0) - 0.02 * error;
      if (Math.abs(error) < 1e-3) continue;
      for (let j = 0; j < vector.ids.length; j++) {
        const id = vector.ids[j] ?? 0;
        if (kept !== undefined && kept[id] === 0) continue;
        const place = id * 4 + c;
        const slope = error * (vector.values[j] ?? 0) + decay * (weights[place] ?? 0);
        const square = (squares[place] ?? 0) + slope * slope;
        squares[place] = square;
        weights[place] = (weights[place] ?? 0) - (rate * slope) / Math.sqrt(square);
      }
    }
  }
  return { weights, bias };
};

/** The learned weights by trait, the `size` most useful ones, and the bias. */
export const learn = (rows: readonly Example[] = examples(), size = 8000) => {
  const { ids, uses, vectors } = vectorise(rows);
  const all = descend(rows, vectors, ids.size);
  const span = (id: number): number => {
    const own = all.weights.subarray(id * 4, id * 4 + 4);
    return (Math.max(...own) - Math.min(...own)) * Math.sqrt(uses[id] ?? 1);
  };
  const best = [...ids.values()].sort((a, b) => span(b) - span(a) || a - b).slice(0, size);
  const kept = new Uint8Array(ids.size);
  for (const id of best) kept[id] = 1;
  const { weights, bias } = descend(rows, vectors, ids.size, kept);
  const byTrait = new Map<string, readonly number[]>();
  for (const [key, id] of ids)
    if (kept[id] === 1) byTrait.set(key, [...weights.subarray(id * 4, id * 4 + 4)]);
  return { weights: byTrait, bias };
};

/** Fingerprints of the library's names and synonyms with the place of their entry; a meaning that two perspectives share is left out. */
const knownNames = (): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  const unsure = new Set<string>();
  library.forEach((entry, place) => {
    for (const name of [entry.name, ...entry.synonyms]) {
      const key = meaningKey(readName(name));
      if (key === '') continue;
      const print = fingerprint(key);
      const other = places.get(print);
      if (other === undefined) places.set(print, place);
      else if (library[other]?.perspective !== entry.perspective) unsure.add(print);
    }
  });
  return new Map([...places].filter(([print]) => !unsure.has(print)));
};

/** The source text of shared/library/learnt.ts. */
export const learntSource = (): string => {
  const { weights, bias } = learn();
  const letters = { 'customer-facing': 'C', 'internal-efficiency': 'I', financial: 'F', employee: 'E' };
  return `// Written by bench/learn.ts; do not edit. What was learned from the library and the wordings, packed as weighing.ts explains.

/** Packed weights, traits of one kind a line. */
export const packedWeights = \`${encodeWeights(weights)}\`;

/** The score of a name without any trait. */
export const bias: readonly number[] = [${bias.map((value) => value.toFixed(2)).join(', ')}];

/** Packed fingerprints of the library's names, each with the place of its entry in \`entryIds\`. */
export const packedNames =
  '${encodeNames(knownNames())}';

/** The library's entries in order: first letter of the perspective (C, I, F, E), then the id. */
export const entryIds =
  '${library.map((entry) => letters[entry.perspective] + entry.id).join(' ')}';
`;
};

if (import.meta.main) {
  writeFileSync(new URL('../shared/library/learnt.ts', import.meta.url), learntSource());
  console.log('shared/library/learnt.ts is written');
}
