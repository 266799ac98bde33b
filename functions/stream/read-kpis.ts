// Wakes when a KPI was written: reads its wording and keeps beside it what that says. What it keeps wakes the
// evaluation in turn.
import type { OrgId } from '../../shared/domain/slug.ts';
import type { FlowDeps } from '../../shared/flows/deps.ts';
import { readWordings } from '../../shared/flows/read-wordings.ts';
import { readWording } from '../../shared/library/read-wording.ts';
import { flowDeps } from '../../shared/runtime/flow-deps.ts';
import { failedRecords, streamRecords } from '../../shared/runtime/stream-event.ts';

interface Work {
  readonly ids: Set<string>;
  readonly sequences: string[];
}

const workOf = (event: unknown): Map<OrgId, Work> => {
  const work = new Map<OrgId, Work>();
  for (const { sequence, pk, sk } of streamRecords(event)) {
    const [org, area] = pk.split('|');
    const [kind, id] = sk.split('|');
    if (area !== 'def' || kind !== 'kpi' || id === undefined) continue;
    // The key is our own write, made under a verified tenant.
    const own: Work = work.get(org as OrgId) ?? { ids: new Set(), sequences: [] };
    own.ids.add(id);
    own.sequences.push(sequence);
    work.set(org as OrgId, own);
  }
  return work;
};

/** What reads the wordings of the KPIs that a batch of records names. */
export const readingKpis = (depsOf: () => FlowDeps) => async (event: unknown) => {
  const { table, log } = depsOf();
  const failed: string[] = [];
  for (const [org, { ids, sequences }] of workOf(event))
    try {
      await readWordings(table, org, [...ids], readWording);
    } catch (error) {
      log('error', 'reading wordings failed', {
        org,
        error: error instanceof Error ? error.message : String(error),
      });
      failed.push(...sequences);
    }
  return failedRecords(failed);
};

/** The handler of written KPIs. */
export const handler = readingKpis(() => flowDeps('read-kpis'));
