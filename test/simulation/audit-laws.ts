// What the audit, changes of many entities and seals must say at the end: each change of state once, by whom it was
// wanted, and nothing handed in for a quarter while it stands sealed.
import { canonicalJson } from '../../shared/domain/canonical.ts';
import { sealSchema } from '../../shared/domain/seal.ts';
import type { OrgId } from '../../shared/domain/slug.ts';
import { verify } from '../../shared/flows/verify.ts';
import { entriesBetween } from '../../shared/table/anchors.ts';
import { listChangeSets } from '../../shared/table/change-sets.ts';
import { contentOf } from '../../shared/table/item.ts';
import { partitions } from '../../shared/table/keys.ts';
import { allSeals } from '../../shared/table/seals.ts';
import type { World } from './world.ts';

/** The audit's chains fit what is stored, and each wish left one entry, or none where it was refused. */
export const audit = async ({ table, wished }: World, org: OrgId): Promise<string[]> => {
  const broken = (await verify(table, org)).broken.map((fault) => `${org}: ${canonicalJson(fault)}`);
  const entries = new Map(
    (await entriesBetween(table, org, undefined, undefined)).map(({ id }) => [id.split('.')[2], id]),
  );
  for (const { key, intent, outcome, nonces } of wished.filter((one) => one.org === org)) {
    const times = nonces.filter((nonce) => entries.has(nonce)).length;
    // Whoever had stopped mail before stops it again without a change.
    const least = outcome === 'done' && intent.do !== 'unsubscribe' ? 1 : 0;
    if (times < least || times > (outcome === 'refused' ? 0 : 1))
      broken.push(`${org}: ${intent.do} ${key} (${outcome}) has ${times} entries of the audit`);
  }
  return broken;
};

/** Each change of many entities has ended, and wrote each of its entities once or named it as passed over. */
export const changeSets = async ({ table }: World, org: OrgId): Promise<string[]> => {
  const broken: string[] = [];
  const entries = await entriesBetween(table, org, undefined, undefined);
  for (const { id, state, total, done, passedOver } of (await listChangeSets(table, org, { limit: 1000 }))
    .items) {
    const pieces = entries.filter(
      (entry) => entry.id.includes(`.${id}.`) && !entry.id.endsWith('.end'),
    ).length;
    if (state === 'applying') broken.push(`${org}: the change set ${id} has not ended`);
    if (pieces + passedOver.length !== total || done !== total)
      broken.push(`${org}: of ${total} entities the change set ${id} wrote ${pieces}, says ${done}`);
  }
  return broken;
};

/** A quarter's gate is shut while it stands sealed, and in that time nothing was handed in or decided for it. */
export const seals = async ({ table, memory }: World, org: OrgId): Promise<string[]> => {
  const broken: string[] = [];
  const gates = memory.sortKeys(partitions.gates(org));
  const sealed = (await allSeals(table, org, true)).filter(({ seal }) => seal.state === 'sealed');
  for (const { seal } of sealed)
    if (!gates.includes(seal.quarter)) broken.push(`${org}: ${seal.quarter} is sealed and its gate is open`);
  for (const quarter of gates)
    if (!sealed.some(({ seal }) => seal.quarter === quarter))
      broken.push(`${org}: the gate of ${quarter} is shut, but nobody has sealed it`);
  const shut = new Set<string>();
  for (const { pk, sk, item } of memory.stream) {
    const [quarter = ''] = sk.split('|');
    if (pk === partitions.seals(org) && item !== undefined) {
      if (contentOf(sealSchema, item).state === 'sealed') shut.add(quarter);
      else shut.delete(quarter);
    } else if (pk.startsWith(`${org}|submission|`) && shut.has(quarter))
      broken.push(`${org}: ${pk} ${sk} was written while the quarter stood sealed`);
  }
  return broken;
};
