// How well reader and proposals do on a set of known KPIs; the accuracy command prints it, the tests hold it.
import { type Perspective, perspectives } from '../../shared/domain/kpi.ts';
import { classify } from '../../shared/library/classify.ts';
import { suggest } from '../../shared/library/suggest.ts';
import { nameKey } from '../../shared/library/words.ts';
import type { Labelled, Pair } from './labelled.ts';

/** Shares between 0 and 1; `sure` means a confidence of 0.8 or above; `confusion` counts labels (rows) by answers. */
export type Accuracy = {
  readonly size: number;
  readonly fourWay: number;
  readonly twoWay: number;
  readonly cannotTell: number;
  readonly sure: number;
  readonly wrongWhenSure: number;
  readonly confusion: Readonly<Record<Perspective, Readonly<Record<string, number>>>>;
  readonly wrong: readonly string[];
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Reads every name of a set and counts how often the label is met. */
export const accuracyOf = (set: readonly Labelled[]): Accuracy => {
  const answers = set.map((row) => ({ row, answer: classify({ name: row.name }) }));
  const right = (rows: typeof answers) =>
    rows.filter(({ row, answer }) => row.perspective === answer.perspective).length;
  const twoWay = answers.filter(
    ({ row }) => row.perspective === 'customer-facing' || row.perspective === 'internal-efficiency',
  );
  const sure = answers.filter(({ answer }) => answer.confidence >= 0.8);
  const count = (label: Perspective, said: string): number =>
    answers.filter(({ row, answer }) => row.perspective === label && answer.perspective === said).length;
  const confusion = Object.fromEntries(
    perspectives.map((label) => [
      label,
      Object.fromEntries([...perspectives, 'cannot-tell'].map((said) => [said, count(label, said)])),
    ]),
  ) as Accuracy['confusion'];
  return {
    size: set.length,
    fourWay: share(right(answers), answers.length),
    twoWay: share(right(twoWay), twoWay.length),
    cannotTell: share(
      answers.filter(({ answer }) => answer.perspective === 'cannot-tell').length,
      answers.length,
    ),
    sure: share(sure.length, answers.length),
    wrongWhenSure: share(sure.length - right(sure), sure.length),
    confusion,
    wrong: answers
      .filter(({ row, answer }) => row.perspective !== answer.perspective)
      .map(
        ({ row, answer }) =>
          `${row.name}: ${row.perspective}, read as ${answer.perspective} (${answer.confidence})`,
      ),
  };
};

const says = (name: string, accepted: string): boolean => {
  const words = new Set(nameKey(name).split(' '));
  return nameKey(accepted)
    .split(' ')
    .every((word) => [...words].some((own) => own.startsWith(word)));
};

/** The share of pairs with an accepted counterpart among the first `top` proposals, and the ones without. */
export const proposalsOf = (
  pairs: readonly Pair[],
  top = 3,
): { readonly found: number; readonly missed: readonly string[] } => {
  const missed = pairs.flatMap((pair) => {
    const names = suggest({ name: pair.internal })
      .slice(0, top)
      .map((suggestion) => suggestion.name);
    const hit = names.some((name) => pair.accepted.some((accepted) => says(name, accepted)));
    return hit ? [] : [`${pair.internal}: ${names.join(', ')}`];
  });
  return { found: share(pairs.length - missed.length, pairs.length), missed };
};
