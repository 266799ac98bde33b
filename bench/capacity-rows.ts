// What a company's everyday work costs: what each page reads, what each click writes, and what follows from it.
import { memberSchema } from '../shared/domain/member.ts';
import { evaluateOrganisation } from '../shared/flows/evaluate.ts';
import { loadOrganisation } from '../shared/flows/load.ts';
import { readQuarterSheet } from '../shared/flows/quarter-sheet.ts';
import { listAudit, listAuditOf } from '../shared/table/audit-log.ts';
import { listDefinitions, readDefinition } from '../shared/table/definitions.ts';
import { readHead, readSheets } from '../shared/table/evaluation.ts';
import { listUnresolved } from '../shared/table/finding-lists.ts';
import { putLife, readFinding } from '../shared/table/findings.ts';
import { content } from '../shared/table/item.ts';
import { memberOfLogin } from '../shared/table/organisations.ts';
import { decideSubmission, putDraft, putSubmission, versionsOf } from '../shared/table/submissions.ts';
import type { Table } from '../shared/table/table.ts';
import { clientOf, type FreshTable } from '../test/fresh-table.ts';
import { meter } from './capacity-meter.ts';
import type { Limit, Row } from './capacity-row.ts';
import { asOf, definitionsOf, departmentId, reported, submissionOf } from './company.ts';
import { itemSize } from './item-units.ts';
import { answer, changeKpi, company, storeCompany, writingNow } from './stored-company.ts';

/** A page of up to 50 rows. */
const page: Limit = { read: 8, trips: 2 };
/** Write units that may follow from a submission, of each of its readings. */
const followingPerReading = 6;

const readingsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    kpi: `d-001-kpi-${String(i).padStart(3, '0')}`,
    actual: (40 + ((i * 37) % 101) / 7).toFixed(2),
    ...(i % 4 === 0 ? { note: 'Two weeks of strike are in this figure.' } : {}),
  }));

const submissionLimit = (submission: object): Limit => ({
  write:
    6 + 2 * Math.ceil(itemSize({ pk: 'x'.repeat(40), sk: '2026-Q3|000001', ...content(submission) }) / 1024),
  items: 4,
  trips: 1,
});

/** Measures the work of a company of 2,500 KPIs that is stored in a table of its own. */
export const measureCompany = async (
  fresh: FreshTable,
  endpoint: string,
  resource: unknown,
): Promise<Row[]> => {
  const client = clientOf(endpoint);
  const measure = meter(client, resource, fresh.look);
  const table: Table = fresh.through(client);
  const rows: Row[] = [];
  const row = async (operation: string, limit: Limit, work: () => Promise<unknown>) => {
    rows.push({ operation, limit, consumed: await measure(work) });
  };
  const definitions = definitionsOf({ departments: 50, kpisPerDepartment: 50, outcomes: 30 });
  const deps = { table, log: () => undefined, machineNow: () => Date.parse(asOf) };
  await storeCompany(fresh.table, definitions);
  await evaluateOrganisation({ ...deps, table: fresh.table }, company, { hints: [], at: asOf, begin: true });
  const kpis = definitions.kpis.map(({ id }) => id);
  for (let i = 0; i < 50; i++) await changeKpi(fresh.table, kpis[0] ?? '', `The same, counted anew (${i}).`);
  for (let i = 1; i <= 50; i++) {
    const text = definitions.kpis[i * 17]?.definition ?? '';
    await changeKpi(
      fresh.table,
      kpis[i * 17] ?? '',
      `${text} Cases of the night shift count for the day before.`,
    );
  }

  await row('who is asking: login and member', { read: 2, trips: 2 }, async () => {
    const member = await memberOfLogin(table, company, 'subject-of-the-analyst');
    await readDefinition(table, company, 'member', member ?? '', true);
  });
  await row('page of 50 KPIs', page, () => listDefinitions(table, company, 'kpi', { limit: 50 }));
  await row('page of 50 objectives', page, () => listDefinitions(table, company, 'objective', { limit: 50 }));
  await row('page of 30 outcomes', page, () => listDefinitions(table, company, 'outcome', { limit: 50 }));
  await row('page of 50 members', page, () => listDefinitions(table, company, 'member', { limit: 50 }));
  await row('page of 50 findings', page, () => listUnresolved(table, company, {}, { limit: 50 }));
  await row('page of findings of one department', page, () =>
    listUnresolved(table, company, { department: departmentId(41) }, { limit: 50 }),
  );
  await row('page of 50 audit entries', page, () => listAudit(table, company, { limit: 50 }));
  await row('page of 50 audit entries of one KPI', page, () =>
    listAuditOf(table, company, { kind: 'kpi', id: kpis[0] ?? '' }, { limit: 50 }),
  );
  await row('a department’s quarter of 50 KPIs, to be filled in', page, () => {
    const member = memberSchema.parse(definitions.members[1]);
    return readQuarterSheet(table, {
      org: company,
      member,
      now: asOf,
      department: departmentId(1),
      quarter: reported,
      organisation: () => loadOrganisation(table, company),
      isOwn: async () => true,
    });
  });
  await row('versions of a submission', page, () => versionsOf(table, company, departmentId(1), reported));
  const sheets = (await readHead(fresh.table, company, true))?.sheets ?? {};
  await row('all facts of 2,500 KPIs, strongly', { trips: 1 }, () =>
    readSheets(table, company, sheets, new Map()),
  );

  await row('a KPI’s definition', { items: 3, trips: 2 }, () =>
    changeKpi(table, kpis[40] ?? '', definitions.kpis[40]?.definition ?? ''),
  );
  const draft = { readings: readingsOf(50), savedAt: asOf, basedOn: 0 };
  const where = { department: departmentId(1), quarter: '2026-Q3' as const };
  await row('a draft of 50 readings', { trips: 1 }, () =>
    putDraft(table, company, where, draft, Date.parse(asOf)),
  );
  for (const [i, count] of [1, 50, 300].entries()) {
    const whole = submissionOf(definitions.kpis, departmentId(1), '2026-Q3');
    const submission = { ...whole, version: i + 1, state: 'submitted' as const, readings: readingsOf(count) };
    await row(`submission of ${count} reading${count === 1 ? '' : 's'}`, submissionLimit(submission), () =>
      putSubmission(table, writingNow(), submission, answer),
    );
  }
  await row('decision about a submission of 300 readings', { items: 5, trips: 2 }, async () => {
    const [newest] = await versionsOf(table, company, departmentId(1), '2026-Q3', true);
    if (newest === undefined) throw new Error('found no submission');
    await decideSubmission(table, writingNow(), newest, { ...newest.value, state: 'accepted' }, answer);
  });
  const [first] = (await listUnresolved(fresh.table, company, {}, { limit: 1 })).items;
  await row('acknowledgement of a finding', { items: 3, trips: 2 }, async () => {
    const kept = await readFinding(table, company, first?.fingerprint ?? '', true);
    if (kept === undefined) throw new Error('found no finding');
    const life = { ...kept.finding.life, state: 'acknowledged' as const };
    await putLife(table, writingNow(), kept, { ...kept.finding, life }, 'finding.acknowledge', answer);
  });

  const submission = submissionOf(definitions.kpis, departmentId(0), reported);
  await evaluateOrganisation({ ...deps, table: fresh.table }, company, {
    hints: [{ kind: 'life' }],
    at: asOf,
  });
  await putSubmission(fresh.table, writingNow(), submission, answer);
  const hints = [{ kind: 'submission', department: departmentId(0), history: false } as const];
  const before = await findingVersions(fresh);
  await row(
    'what follows a submission of 50 readings: sheets, HEAD, findings, reports',
    { total: followingPerReading * submission.readings.length },
    () => evaluateOrganisation(deps, company, { hints, at: asOf }),
  );
  const moved = [...(await findingVersions(fresh))].filter(
    ([sk, version]) => before.get(sk) !== version,
  ).length;
  if (moved * 10 < submission.readings.length)
    throw new Error(
      `found ${moved} findings that the submission moves, expected one in ten readings at least`,
    );
  return rows;
};

const findingVersions = async (fresh: FreshTable): Promise<ReadonlyMap<string, unknown>> =>
  new Map(
    (await fresh.scan())
      .filter(({ pk }) => pk === `${company}|finding`)
      .map(({ sk, version }) => [sk, version]),
  );
