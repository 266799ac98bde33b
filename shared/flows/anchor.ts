// The night's anchor of the audit. It leaves out the last minutes, in which a write may still be under way, so that
// what it covers never grows; the next night's anchor takes them.
import { anchorOf } from '../domain/anchor.ts';
import type { Day } from '../domain/day.ts';
import type { OrgId } from '../domain/slug.ts';
import { entriesBetween, lastAnchor, putAnchor } from '../table/anchors.ts';
import type { FlowDeps } from './deps.ts';

/** Milliseconds that a write may take from its instant to its commit, generously. */
const underWay = 600_000;

/** Anchors everything up to shortly before a night's instant (ISO 8601, UTC). Done twice it does nothing. */
export const anchorAudit = async (
  { table }: FlowDeps,
  org: OrgId,
  { day, at }: { readonly day: Day; readonly at: string },
): Promise<void> => {
  const last = await lastAnchor(table, org);
  if (last !== undefined && last.day >= day) return;
  const upTo = new Date(Date.parse(at) - underWay).toISOString();
  if (last !== undefined && last.upTo >= upTo) return;
  const entries = await entriesBetween(table, org, last?.upTo, upTo);
  await putAnchor(table, org, anchorOf({ day, upTo }, last?.hash ?? '', entries));
};
