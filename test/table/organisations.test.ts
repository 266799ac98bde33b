import { beforeEach, describe, expect, it } from 'vitest';
import { brokenLink } from '../../shared/domain/audit.ts';
import type { OrgId } from '../../shared/domain/slug.ts';
import { auditChain, listAudit } from '../../shared/table/audit-log.ts';
import { readDefinition } from '../../shared/table/definitions.ts';
import { keys } from '../../shared/table/keys.ts';
import {
  createOrganisation,
  linkLogin,
  memberOfLogin,
  moveWatermarks,
  organisationsDue,
} from '../../shared/table/organisations.ts';
import type { Table } from '../../shared/table/table.ts';
import type { FreshTable } from '../fresh-table.ts';
import { broken, freshTable } from '../table-fixture.ts';
import { acme, define, globex, member, now, organisation, refusalOf, writingOf } from './samples.ts';

let fresh: FreshTable;
beforeEach(async () => {
  fresh = await freshTable();
});
const create = (org: OrgId, table: Table = fresh.table, subject = 'sub-1') =>
  createOrganisation(table, writingOf(org, { by: 'operator' }), organisation(org), member('ann'), subject);

describe('an organisation', () => {
  it('comes with its first analyst, the analyst’s login, its place in the due list, and two audit entries', async () => {
    await create(acme);
    expect((await fresh.scan()).map(({ pk, type }) => `${pk} ${type}`)).toEqual([
      'acme|audit audit',
      'acme|audit audit',
      'acme|def member',
      'acme|def organisation',
      'acme|login login',
      'due due',
    ]);
    expect(await memberOfLogin(fresh.table, acme, 'sub-1')).toBe('ann');
    const stored = await readDefinition(fresh.table, acme, 'organisation', 'acme');
    expect(stored?.value).toMatchObject({ version: 1, updatedBy: 'operator', policy: { dueDays: 15 } });
    for (const [kind, id] of [
      ['organisation', 'acme'],
      ['member', 'ann'],
    ] as const) {
      const chain = await auditChain(fresh.table, acme, kind, id);
      expect(chain).toHaveLength(1);
      expect(brokenLink(chain)).toBeUndefined();
    }
  });

  it('can be changed like any definition, and its audit chain goes on', async () => {
    await create(acme);
    const before = await readDefinition(fresh.table, acme, 'organisation', 'acme');
    if (before === undefined) throw new Error('it is not there');
    const { version: _version, updatedAt: _at, updatedBy: _by, ...entity } = before.value;
    await define(fresh.table, writingOf(acme), 'organisation', { ...entity, name: 'Acme & Co' });
    const chain = await auditChain(fresh.table, acme, 'organisation', 'acme');
    expect(chain.map(({ version }) => version)).toEqual([1, 2]);
    expect(brokenLink(chain)).toBeUndefined();
  });

  it('that exists is refused, and stays as it is', async () => {
    await create(acme);
    const before = await fresh.hash();
    expect((await refusalOf(create(acme, fresh.table, 'sub-2'))).kind).toBe('conflict');
    expect(await fresh.hash()).toBe(before);
  });

  it.each([
    ['member', keys.definition(acme, 'member', 'ann')],
    ['login', keys.login(acme, 'sub-1')],
    ['place in the due list', keys.due(acme)],
  ])('is made all or nothing: a %s that is in the way leaves nothing', async (_what, key) => {
    await fresh.put({ ...key, type: 'left over' });
    const before = await fresh.hash();
    expect((await refusalOf(create(acme))).kind).toBe('conflict');
    expect(await fresh.hash()).toBe(before);
  });

  it.each(['throttle', 'time-out', 'crash-before'] as const)(
    'is made all or nothing under faults: %s',
    async (fault) => {
      await expect(create(acme, broken(fresh, { rules: [{ fault }] }).table)).rejects.toThrow();
      expect(await fresh.scan()).toEqual([]);
      await create(acme, broken(fresh, { rules: [{ fault: 'lost-acknowledgement' }] }, 2).table);
      expect((await listAudit(fresh.table, acme, { limit: 9 })).items).toHaveLength(2);
    },
  );
});

describe('a login', () => {
  it('belongs to one member; linking it again changes nothing', async () => {
    await linkLogin(fresh.table, writingOf(acme, { by: 'operator' }), 'sub-1', 'ann');
    const before = await fresh.hash();
    await linkLogin(fresh.table, writingOf(acme, { by: 'operator' }), 'sub-1', 'ann');
    const refusal = await refusalOf(
      linkLogin(fresh.table, writingOf(acme, { by: 'operator' }), 'sub-1', 'eve'),
    );
    expect(refusal.message).toContain('belongs to the member “ann” already');
    expect(await fresh.hash()).toBe(before);
    expect(await memberOfLogin(fresh.table, acme, 'sub-1')).toBe('ann');
  });

  it('is another one in another organisation', async () => {
    await linkLogin(fresh.table, writingOf(acme, { by: 'operator' }), 'sub-1', 'ann');
    expect(await memberOfLogin(fresh.table, globex, 'sub-1')).toBeUndefined();
    await linkLogin(fresh.table, writingOf(globex, { by: 'operator' }), 'sub-1', 'eve');
    expect(await memberOfLogin(fresh.table, acme, 'sub-1')).toBe('ann');
  });

  it('that ten link at once to different members has one owner; the others are refused', async () => {
    const ends = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) =>
        linkLogin(fresh.table, writingOf(acme, { by: 'operator' }), 'sub-1', `m${i}`),
      ),
    );
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const end of ends)
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ kind: 'conflict' });
  });

  it('whose acknowledgement is lost is linked when it is asked for again', async () => {
    const { table } = broken(fresh, { rules: [{ fault: 'lost-acknowledgement' }] });
    expect(
      (await refusalOf(linkLogin(table, writingOf(acme, { by: 'operator' }), 'sub-1', 'ann'))).kind,
    ).toBe('temporarily-unavailable');
    await linkLogin(table, writingOf(acme, { by: 'operator' }), 'sub-1', 'ann');
    expect(await memberOfLogin(table, acme, 'sub-1')).toBe('ann');
  });

  it('that is corrupt throws with its key', async () => {
    await fresh.put({ ...keys.login(acme, 'sub-1'), member: 7 });
    await expect(memberOfLogin(fresh.table, acme, 'sub-1')).rejects.toThrow(
      /^stored item acme\|login sub-1: /,
    );
  });
});

describe('the due list', () => {
  const later = '2026-07-21T00:00:00.000Z';

  it('names every organisation with its watermarks', async () => {
    await create(acme);
    await create(globex);
    const watermarks = { nightly: now, reminder: now, digest: now };
    expect(await organisationsDue(fresh.table)).toEqual([
      { org: 'acme', watermarks },
      { org: 'globex', watermarks },
    ]);
  });

  it('moves a watermark once, whoever comes first and however its fields are ordered', async () => {
    await create(acme);
    const before = { digest: now, nightly: now, reminder: now };
    const after = { reminder: now, nightly: later, digest: now };
    const ends = await Promise.all(
      Array.from({ length: 8 }, () => moveWatermarks(fresh.table, acme, before, after)),
    );
    expect(ends.filter((moved) => moved)).toHaveLength(1);
    const [due] = await organisationsDue(fresh.table);
    expect(due?.watermarks).toEqual(after);
    expect(await moveWatermarks(fresh.table, acme, before, after)).toBe(false);
    expect(await moveWatermarks(fresh.table, acme, after, { ...after, digest: later })).toBe(true);
    expect(await moveWatermarks(fresh.table, globex, after, after)).toBe(false);
  });

  it('has moved where only the acknowledgement was lost', async () => {
    await create(acme);
    const before = { nightly: now, reminder: now, digest: now };
    const { table } = broken(fresh, { rules: [{ fault: 'lost-acknowledgement' }] }, 2);
    expect(await moveWatermarks(table, acme, before, { ...before, nightly: later })).toBe(false);
    expect((await organisationsDue(fresh.table))[0]?.watermarks.nightly).toBe(later);
  });

  it('throws with the key where watermarks can’t be read', async () => {
    await fresh.put({ ...keys.due(acme), body: '{"nightly":"soon"}' });
    await expect(organisationsDue(fresh.table)).rejects.toThrow(/^stored item due acme: /);
  });
});
