// Wakes when a change of many entities is recorded, and again after each piece of it: applies what is left of it. A
// change that fails is reported with its record; the clock takes up what stands still.
import type { OrgId } from '../../shared/domain/slug.ts';
import { applyChangeSet } from '../../shared/flows/change-set.ts';
import type { FlowDeps } from '../../shared/flows/deps.ts';
import { flowDeps } from '../../shared/runtime/flow-deps.ts';
import { failedRecords, streamRecords } from '../../shared/runtime/stream-event.ts';

/** Milliseconds for which one invocation goes on; every piece that it does wakes another one. */
const patience = 60_000;

/** What applies the changes that a batch of records names. */
export const applying = (depsOf: () => FlowDeps) => async (event: unknown) => {
  const deps = depsOf();
  const until = deps.machineNow() + patience;
  const waiting = new Map<string, { org: OrgId; id: string; sequences: string[] }>();
  for (const { sequence, pk, sk, type } of streamRecords(event)) {
    const [org, area] = pk.split('|');
    if (org === undefined || area !== 'change' || type !== 'change') continue;
    // The key is our own write, made under a verified tenant.
    const known = waiting.get(`${org} ${sk}`) ?? { org: org as OrgId, id: sk, sequences: [] };
    known.sequences.push(sequence);
    waiting.set(`${org} ${sk}`, known);
  }
  const failed: string[] = [];
  for (const { org, id, sequences } of waiting.values())
    try {
      await applyChangeSet(deps, org, id, until);
    } catch (error) {
      deps.log('error', 'applying failed', {
        org,
        id,
        error: error instanceof Error ? error.message : String(error),
      });
      failed.push(...sequences);
    }
  return failedRecords(failed);
};

/** The handler of recorded changes. */
export const handler = applying(() => flowDeps('apply'));
