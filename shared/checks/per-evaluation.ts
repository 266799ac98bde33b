// Some facts about a node are asked by many subjects: who listens to an outcome, how many KPIs rest on a
// counterpart. They are worked out once per evaluation. Every evaluation makes a context of its own, and what was
// worked out goes with it, so nothing can be stale.
import type { Context } from '../domain/liveness.ts';

/** A function of a node and a context that is worked out once for each node in each evaluation. */
export const perEvaluation = <N extends object, T>(derive: (node: N, context: Context) => T) => {
  const evaluations = new WeakMap<Context, Map<N, T>>();
  return (node: N, context: Context): T => {
    let known = evaluations.get(context);
    if (known === undefined) {
      known = new Map();
      evaluations.set(context, known);
    }
    if (known.has(node)) return known.get(node) as T;
    const value = derive(node, context);
    known.set(node, value);
    return value;
  };
};
