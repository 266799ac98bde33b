// Sealing shuts a quarter's gate first. Where it was cut off then, the gate would keep everybody out until somebody
// seals again: the clock opens it.
import type { OrgId } from '../domain/slug.ts';
import { openGate, shutGates } from '../table/gate.ts';
import { readSeal } from '../table/seals.ts';
import type { FlowDeps } from './deps.ts';

/** Milliseconds that sealing may take from its instant to its commit, generously. */
const underWay = 600_000;

/** Opens the gates that no seal stands behind and nobody is sealing at a business time (ISO 8601, UTC). */
export const openAbandonedGates = async (
  { table, log }: FlowDeps,
  org: OrgId,
  now: string,
): Promise<void> => {
  for (const { quarter, at } of await shutGates(table, org)) {
    if (Date.parse(now) - Date.parse(at) < underWay) continue;
    const kept = await readSeal(table, org, quarter, true);
    if (kept?.seal.state === 'sealed') continue;
    if (await openGate(table, org, quarter, kept)) log('warn', 'abandoned gate opened', { org, quarter });
  }
};
