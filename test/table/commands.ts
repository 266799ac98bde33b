// The writes that the model test strings together. Each tells the model and the table the same and compares how they
// end.
import fc from 'fast-check';
import { expect } from 'vitest';
import { canonicalJson } from '../../shared/domain/canonical.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { putDefinition, readDefinition } from '../../shared/table/definitions.ts';
import { findingStep, putLife, readFinding } from '../../shared/table/findings.ts';
import { keys } from '../../shared/table/keys.ts';
import { linkLogin } from '../../shared/table/organisations.ts';
import { decideSubmission, putSubmission, versionsOf } from '../../shared/table/submissions.ts';
import { transact } from '../../shared/table/table.ts';
import {
  type Command,
  carryOut,
  type Model,
  nameOf,
  orgs,
  persist,
  type Real,
  requestOf,
  who,
} from './callers.ts';
import {
  acknowledged,
  answer,
  decided,
  department,
  finding,
  kpi,
  outcome,
  resolved,
  submission,
  writingOf,
} from './samples.ts';

const kinds = { department, outcome, kpi } as const;

const command = (text: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  run,
  toString: () => text,
});

const define = fc
  .record({
    org: orgs,
    by: who,
    kind: fc.constantFrom('department', 'outcome', 'kpi'),
    id: fc.constantFrom('fin', 'finance', 'a'),
    off: fc.constantFrom(0, 0, 0, 0, 1, -1),
    twins: fc.boolean(),
  })
  .map(({ org, by, kind, id, off, twins }) =>
    command(`define ${org} ${kind} ${id} ${off}`, async (model, real) => {
      const { writing, carried } = requestOf(real, nameOf[org], by);
      const version = model[org].definitions.get(`${kind}|${id}`)?.version ?? 0;
      const expected = Math.max(0, version + off);
      const entity = kinds[kind](id, kind === 'outcome' ? {} : { name: `${org} ${real.count}` });
      const work = async () => {
        const present = await readDefinition(real.table, writing.org, kind as 'kpi', id, true);
        const shown = present && { ...present, value: { ...present.value, version: expected } };
        const before =
          expected === 0 ? undefined : (shown ?? { value: { version: expected } as never, auditHash: '' });
        const change = { kind: kind as 'kpi', action: `${kind}.put`, entity: entity as never, before };
        await putDefinition(real.table, writing, change, () => answer);
      };
      const wanted = model[org].define(carried, kind, entity, expected);
      const ends = await Promise.all((twins ? [1, 2] : [1]).map(() => carryOut(real.table, writing, work)));
      expect(ends).toEqual(ends.map(() => wanted));
    }),
  );

const place = {
  org: orgs,
  of: fc.constantFrom('fin', 'finance'),
  quarter: fc.constantFrom('2026-Q1', '2026-Q2'),
};

const submit = fc
  .record({ ...place, by: who, stale: fc.boolean(), history: fc.boolean(), actual: fc.nat(9) })
  .map(({ org, of, quarter, by, stale, history, actual }) =>
    command(`submit ${org} ${of} ${quarter} ${stale} ${history}`, async (model, real) => {
      const { writing, carried } = requestOf(real, nameOf[org], by);
      const where = { department: of, quarter: quarter };
      const count = model[org].versions(where).length;
      const version = stale ? Math.max(1, count) : count + 1;
      const note = `${org} ${real.count}`;
      const one = submission({
        ...where,
        version,
        history,
        note,
        readings: [{ kpi: 'k1', actual: String(actual) }],
      });
      const wanted = model[org].submit(carried, one);
      const end = await carryOut(real.table, writing, () => putSubmission(real.table, writing, one, answer));
      expect(end).toBe(wanted);
    }),
  );

/** Two people submit the same quarter at once: one of them wins, whoever it is. */
const rivals = fc.record(place).map(({ org, of, quarter }) =>
  command(`rivals ${org} ${of} ${quarter}`, async (model, real) => {
    const where = { department: of, quarter: quarter };
    const version = model[org].versions(where).length + 1;
    const both = ['ann', 'bob'].map((by) => {
      const one = submission({ ...where, version, note: `${org} ${by} ${real.count}`, submittedBy: by });
      return { one, ...requestOf(real, nameOf[org], by) };
    });
    const ends = await Promise.all(
      both.map(({ one, writing }) =>
        carryOut(real.table, writing, () => putSubmission(real.table, writing, one, answer)),
      ),
    );
    const winner = both[ends.indexOf('done')] ?? both[0];
    const loser = both.find((one) => one !== winner);
    if (winner === undefined || loser === undefined) throw new Error('there are no two');
    const wanted = [winner, loser].map(({ carried, one }) => model[org].submit(carried, one));
    expect(ends.toSorted()).toEqual(wanted.toSorted());
  }),
);

const decide = fc
  .record({ ...place, by: who, state: fc.constantFrom('accepted', 'returned'), late: fc.boolean() })
  .map(({ org, of, quarter, by, state, late }) =>
    command(`decide ${org} ${of} ${quarter} ${state} ${late}`, async (model, real) => {
      const where = { department: of, quarter: quarter };
      const list = model[org].versions(where);
      const seen = list.at(late && list.length > 1 ? -2 : -1);
      if (seen === undefined) return;
      const { writing, carried } = requestOf(real, nameOf[org], by);
      const after = { ...decided(seen, state), decidedBy: by };
      const wanted = model[org].decide(carried, after);
      const end = await carryOut(real.table, writing, async () => {
        const all = await versionsOf(real.table, writing.org, of, where.quarter, true);
        const before = all.find(({ value }) => value.version === seen.version);
        if (before === undefined) throw new Error(`version ${seen.version} is not there`);
        await decideSubmission(real.table, writing, before, after, answer);
      });
      expect(end).toBe(wanted);
    }),
  );

const seal = fc.record({ org: orgs, quarter: place.quarter }).map(({ org, quarter }) =>
  command(`seal ${org} ${quarter}`, async (model, real) => {
    model[org].sealed.add(quarter);
    await real.fresh.put({ ...keys.gate(nameOf[org], quarter), type: 'gate' });
  }),
);

const begin = orgs.map((org) =>
  command(`begin ${org}`, async (model, real) => {
    model[org].begun = true;
    await real.fresh.put({ ...keys.head(nameOf[org]), type: 'head' });
  }),
);

const link = fc
  .record({ org: orgs, subject: fc.constantFrom('s1', 's2'), member: who })
  .map(({ org, subject, member }) =>
    command(`link ${org} ${subject} ${member}`, async (model, real) => {
      const wanted = model[org].link(subject, member);
      const writing = writingOf(nameOf[org], { by: 'operator', nonce: `link.${subject}` });
      expect(await persist(() => linkLogin(real.table, writing, subject, member))).toBe(wanted);
    }),
  );

/** What an evaluation makes of a finding: the same again where it already is so. */
const judged = (
  id: string,
  before: Finding | undefined,
  level: 'error' | 'note',
  fails: boolean,
): Finding | undefined => {
  if (!fails) return before === undefined || before.life.state === 'resolved' ? before : resolved(before);
  const fresh = finding(id, { level });
  if (before === undefined) return fresh;
  return {
    ...before,
    condition: fresh.condition,
    life: before.life.state === 'resolved' ? fresh.life : before.life,
  };
};

const judge = fc
  .record({
    org: orgs,
    id: fc.constantFrom('a', 'b'),
    level: fc.constantFrom('error', 'note'),
    fails: fc.boolean(),
  })
  .map(({ org, id, level, fails }) =>
    command(`judge ${org} ${id} ${level} ${fails}`, async (model, real) => {
      const of = nameOf[org];
      const { fingerprint } = finding(id);
      const known = model[org].findings.get(fingerprint)?.finding;
      const wanted = judged(id, known, level, fails);
      if (wanted === undefined) return;
      model[org].judge(wanted);
      const end = await persist(async () => {
        const kept = await readFinding(real.table, of, fingerprint, true);
        const next = judged(id, kept?.finding, level, fails);
        if (next === undefined || canonicalJson(next) === canonicalJson(kept?.finding)) return;
        const how = {
          before: kept?.version ?? 0,
          department: kept?.department,
          auditHash: kept?.auditHash ?? '',
        };
        await transact(real.table, [findingStep(real.table, of, next, how)]);
      });
      expect(end).toBe('done');
    }),
  );

const acknowledge = fc
  .record({ org: orgs, id: fc.constantFrom('a', 'b'), by: who, off: fc.constantFrom(0, 0, 0, -1, 1) })
  .map(({ org, id, by, off }) =>
    command(`acknowledge ${org} ${id} ${off}`, async (model, real) => {
      const known = model[org].findings.get(finding(id).fingerprint);
      if (known === undefined || known.finding.life.state === 'resolved' || known.version + off === 0) return;
      const { writing, carried } = requestOf(real, nameOf[org], by);
      const after = acknowledged(known.finding, by);
      const wanted = model[org].acknowledge(carried, after, known.version + off);
      const end = await carryOut(real.table, writing, async () => {
        const kept = await readFinding(real.table, writing.org, after.fingerprint, true);
        if (kept === undefined) throw new Error('the finding is not there');
        const before = { ...kept, version: known.version + off };
        await putLife(real.table, writing, before, after, 'finding.acknowledge', answer);
      });
      expect(end).toBe(wanted);
    }),
  );

/** An old request comes again, as it was or under the same key with another content. */
const repeat = fc
  .record({ org: orgs, which: fc.nat(), altered: fc.boolean() })
  .map(({ org, which, altered }) =>
    command(`repeat ${org} ${which} ${altered}`, async (model, real) => {
      const all = model[org].carried;
      const old = all[which % Math.max(1, all.length)];
      if (old === undefined) return;
      const request = { key: old.key, hash: altered ? 'another' : old.hash };
      const { writing } = requestOf(real, nameOf[org], old.by);
      const end = await carryOut(real.table, { ...writing, request }, async () => {
        throw new Error('it would be carried out again');
      });
      expect(end).toBe(altered ? 'idempotency-key-reused' : 'done');
    }),
  );

/** Every kind of write, the frequent ones more than once. */
export const anyCommand: readonly fc.Arbitrary<Command>[] = [
  define,
  define,
  submit,
  submit,
  rivals,
  decide,
  decide,
  seal,
  begin,
  link,
  judge,
  judge,
  acknowledge,
  acknowledge,
  repeat,
];
