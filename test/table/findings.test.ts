import { beforeEach, describe, expect, it } from 'vitest';
import { brokenLink } from '../../shared/domain/audit.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { auditChain, listAudit } from '../../shared/table/audit-log.ts';
import { type FindingFilter, listUnresolved, unresolvedLines } from '../../shared/table/finding-lists.ts';
import { allFindings, findingStep, putLife, readFinding, readFindings } from '../../shared/table/findings.ts';
import { keys } from '../../shared/table/keys.ts';
import { type Table, transact } from '../../shared/table/table.ts';
import type { FreshTable } from '../fresh-table.ts';
import { broken, freshTable } from '../table-fixture.ts';
import { acknowledged, acme, answer, finding, globex, refusalOf, resolved, writingOf } from './samples.ts';

let fresh: FreshTable;
beforeEach(async () => {
  fresh = await freshTable();
});

/** Stores findings over what is there, as an evaluation does. */
const judge = async (findings: readonly Finding[], department?: string, org = acme) => {
  for (const one of findings) {
    const kept = await readFinding(fresh.table, org, one.fingerprint, true);
    const step = findingStep(fresh.table, org, one, {
      before: kept?.version ?? 0,
      department,
      auditHash: kept?.auditHash ?? '',
    });
    await transact(fresh.table, [step]);
  }
};
const kept = async (one: Finding) => {
  const found = await readFinding(fresh.table, acme, one.fingerprint, true);
  if (found === undefined) throw new Error('the finding is not there');
  return found;
};
const subjects = async (filter: FindingFilter = {}, through: Table = fresh.table, limit = 2) => {
  const found: (string | undefined)[] = [];
  let cursor: string | undefined;
  do {
    const page = await listUnresolved(through, acme, filter, { limit, cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    found.push(...page.items.map(({ subject }) => subject.ids[0]));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

describe('the list of unresolved findings', () => {
  it('loses what is resolved and wins it back when it is reopened', async () => {
    const [a, b] = [finding('a'), finding('b')];
    await judge([a, b]);
    await judge([resolved(a)]);
    expect(await subjects()).toEqual(['b']);
    const item = (await fresh.scan()).find(({ sk }) => sk === a.fingerprint);
    expect(Object.keys(item ?? {})).not.toContain('gsi1pk');
    expect(Object.keys(item ?? {})).not.toContain('line');
    await judge([a]);
    expect(await subjects()).toEqual(['a', 'b']);
    expect(await allFindings(fresh.table, acme)).toHaveLength(2);
  });

  it('stands worst first, then oldest, and a changed level moves', async () => {
    await judge([
      finding('note', { level: 'note', at: '2025-01-01T00:00:00.000Z' }),
      finding('young', { at: '2026-07-01T00:00:00.000Z' }),
      finding('old', { at: '2026-01-01T00:00:00.000Z' }),
      finding('warning', { level: 'warning' }),
    ]);
    expect(await subjects()).toEqual(['old', 'young', 'warning', 'note']);
    await judge([finding('note', { level: 'error', at: '2025-01-01T00:00:00.000Z' })]);
    expect(await subjects()).toEqual(['note', 'old', 'young', 'warning']);
  });

  it('can be narrowed, page by page, also where DynamoDB cuts pages short', async () => {
    const all: Finding[] = [];
    for (let i = 0; i < 24; i++) {
      const level = (['error', 'warning', 'note'] as const)[i % 3] ?? 'note';
      const check = i % 4 === 0 ? 'unlinked-kpi' : 'missing-counterpart';
      const at = new Date(Date.parse('2026-01-01') + i * 86_400_000).toISOString();
      const one = finding(`k${String(i).padStart(2, '0')}`, { level, check, at });
      all.push(i % 5 === 0 ? acknowledged(one) : one);
    }
    await judge(all.slice(0, 12), 'fin');
    await judge(all.slice(12), 'finance');
    await judge([finding('theirs')], 'fin', globex);
    const order = { error: 0, warning: 1, note: 2 };
    const wanted = (fits: (one: Finding, i: number) => boolean) =>
      all
        .filter(fits)
        .sort((x, y) => order[x.condition.level] - order[y.condition.level])
        .map(({ condition }) => condition.subject.ids[0]);
    const cases: readonly [FindingFilter, (one: Finding, i: number) => boolean][] = [
      [{}, () => true],
      [{ level: 'warning' }, ({ condition }) => condition.level === 'warning'],
      [{ check: 'unlinked-kpi' }, ({ condition }) => condition.check === 'unlinked-kpi'],
      [{ department: 'fin' }, (_one, i) => i < 12],
      [{ state: 'acknowledged' }, ({ life }) => life.state === 'acknowledged'],
      [{ state: 'resolved' }, () => false],
      [
        { level: 'error', department: 'finance', state: 'open' },
        (one, i) => one.condition.level === 'error' && i >= 12 && one.life.state === 'open',
      ],
    ];
    const { table: cut, faults } = broken(fresh, {
      rules: [
        { fault: 'short-page', times: Infinity, share: 0.4 },
        { fault: 'empty-page', times: Infinity, share: 0.3 },
      ],
    });
    for (const [filter, fits] of cases)
      for (const limit of [1, 5, 50]) {
        expect(await subjects(filter, fresh.table, limit)).toEqual(wanted(fits));
        expect(await subjects(filter, cut, limit)).toEqual(wanted(fits));
      }
    expect(faults.injected.length).toBeGreaterThan(20);
  });

  it('looks at 100 findings a page, and goes on from there', async () => {
    for (let i = 0; i < 130; i++) await judge([finding(`k${i}`, { level: 'warning' })], 'fin');
    await judge([finding('last', { level: 'note' })], 'finance');
    const first = await listUnresolved(fresh.table, acme, { department: 'finance' }, { limit: 50 });
    expect(first.items).toEqual([]);
    const second = await listUnresolved(
      fresh.table,
      acme,
      { department: 'finance' },
      { limit: 50, cursor: first.cursor },
    );
    expect(second.items).toMatchObject([{ subject: { ids: ['last'] } }]);
    expect(second.cursor).toBeUndefined();
    expect(await unresolvedLines(fresh.table, acme)).toHaveLength(131);
  });

  it('is being made anew where a line is of another form', async () => {
    await fresh.put({
      ...keys.finding(acme, 'f1'),
      gsi1pk: 'acme|unresolved',
      gsi1sk: '1|x',
      line: '{"check":1}',
    });
    await expect(listUnresolved(fresh.table, acme, {}, { limit: 5 })).rejects.toMatchObject({
      kind: 'temporarily-unavailable',
      retryAfter: 60,
    });
  });
});

describe('a finding', () => {
  it('is read by its fingerprint, alone or with others, in its own organisation', async () => {
    const [a, b] = [finding('a'), finding('b')];
    await judge([a, b], 'fin');
    expect(await readFinding(fresh.table, acme, a.fingerprint)).toEqual({
      finding: a,
      version: 1,
      auditHash: '',
      department: 'fin',
    });
    expect(await readFinding(fresh.table, globex, a.fingerprint)).toBeUndefined();
    const found = await readFindings(fresh.table, acme, [
      a.fingerprint,
      'unknown',
      b.fingerprint,
      a.fingerprint,
    ]);
    expect(found.map((one) => one.finding.condition.subject.ids[0]).sort()).toEqual(['a', 'b']);
  });

  it('that a person and an evaluation write at once goes to one of them', async () => {
    const one = finding('a');
    await judge([one]);
    const before = await kept(one);
    await judge([{ ...one, condition: { ...one.condition, level: 'warning' } }]);
    const hash = await fresh.hash();
    const late = putLife(
      fresh.table,
      writingOf(acme),
      before,
      acknowledged(one),
      'finding.acknowledge',
      answer,
    );
    expect(await refusalOf(late)).toMatchObject({ kind: 'stale-version', faults: [{ found: '"1"' }] });
    expect(await fresh.hash()).toBe(hash);
    await putLife(
      fresh.table,
      writingOf(acme),
      await kept(one),
      acknowledged({ ...one, condition: { ...one.condition, level: 'warning' } }),
      'finding.acknowledge',
      answer,
    );
    const stale = findingStep(fresh.table, acme, one, { before: 2, department: undefined, auditHash: '' });
    expect((await refusalOf(transact(fresh.table, [stale]))).kind).toBe('stale-version');
    expect(await kept(one)).toMatchObject({ version: 3, finding: { life: { state: 'acknowledged' } } });
  });

  it('carries what people did in its audit chain, which evaluations leave as it is', async () => {
    const one = finding('a');
    await judge([one]);
    await putLife(
      fresh.table,
      writingOf(acme),
      await kept(one),
      acknowledged(one),
      'finding.acknowledge',
      answer,
    );
    await judge([resolved(acknowledged(one))]);
    await judge([one]);
    await putLife(
      fresh.table,
      writingOf(acme),
      await kept(one),
      acknowledged(one, 'ann'),
      'finding.acknowledge',
      answer,
    );
    const chain = await auditChain(fresh.table, acme, 'finding', one.fingerprint);
    expect(chain.map(({ version }) => version)).toEqual([2, 5]);
    expect(brokenLink(chain)).toBeUndefined();
    expect((await kept(one)).auditHash).toBe(chain.at(-1)?.hash);
    expect((await listAudit(fresh.table, acme, { limit: 10 })).items).toHaveLength(2);
  });
});
