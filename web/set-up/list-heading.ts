// The heading of a list is what one should know about it: how many there are, and how many lack the thing that matters.
import { useWords, type Words } from '../session/session.tsx';
import type { ItemOf, Kind } from './kinds.ts';

type Items = readonly { readonly id: string }[];

const lacking = (kind: Kind, items: Items, { m }: Words): readonly [string, number] | undefined => {
  if (kind === 'outcomes')
    return [
      m.setUpForm.headings.assumed,
      (items as readonly ItemOf<'outcomes'>[]).filter(({ validation }) => validation === undefined).length,
    ];
  if (kind === 'kpis')
    return [
      m.setUpForm.headings.uncounted,
      (items as readonly ItemOf<'kpis'>[]).filter(
        ({ perspective, counterparts }) => perspective === 'internal-efficiency' && counterparts.length === 0,
      ).length,
    ];
  return undefined;
};

/** The heading over a list of what is not retired. */
export const useListHeading = (): ((kind: Kind, items: Items) => string) => {
  const words = useWords();
  const { m, f } = words;
  return (kind, items) => {
    const count = f.say(m.setUpForm.count[kind], { n: items.length });
    const lack = lacking(kind, items, words);
    return lack === undefined || lack[1] === 0 ? count : f.say(lack[0], { count, n: lack[1] });
  };
};
