// Wakes when a source was written: gathers the hints of a batch by organisation and has each evaluated. An
// organisation that fails is reported with all of its records; the others are done.
import type { OrgId } from '../../shared/domain/slug.ts';
import type { FlowDeps } from '../../shared/flows/deps.ts';
import { evaluateOrganisation } from '../../shared/flows/evaluate.ts';
import { type Hint, hintOf } from '../../shared/flows/hints.ts';
import { businessNow } from '../../shared/runtime/clock.ts';
import { flowDeps } from '../../shared/runtime/flow-deps.ts';
import { failedRecords, streamRecords } from '../../shared/runtime/stream-event.ts';

interface Work {
  readonly hints: Map<string, Hint>;
  readonly sequences: string[];
}

const workOf = (event: unknown): Map<OrgId, Work> => {
  const work = new Map<OrgId, Work>();
  for (const { sequence, pk, sk, type } of streamRecords(event)) {
    const found = hintOf(pk, sk, type);
    if (found === undefined) continue;
    // The key is our own write, made under a verified tenant.
    const org = found.org as OrgId;
    const own: Work = work.get(org) ?? { hints: new Map(), sequences: [] };
    own.hints.set(JSON.stringify(found.hint), found.hint);
    own.sequences.push(sequence);
    work.set(org, own);
  }
  return work;
};

/** What evaluates the organisations that a batch of records names, at the business time that `now` gives. */
export const evaluating = (depsOf: () => FlowDeps, now: () => string) => async (event: unknown) => {
  const deps = depsOf();
  const failed: string[] = [];
  for (const [org, { hints, sequences }] of workOf(event)) {
    const list = [...hints.values()];
    const begin = list.some((hint) => hint.kind === 'submission' && !hint.history);
    try {
      await evaluateOrganisation(deps, org, { hints: list, at: now(), begin });
    } catch (error) {
      deps.log('error', 'evaluation failed', {
        org,
        error: error instanceof Error ? error.message : String(error),
      });
      failed.push(...sequences);
    }
  }
  return failedRecords(failed);
};

/** The handler of the table's stream. */
export const handler = evaluating(() => flowDeps('evaluate'), businessNow);
