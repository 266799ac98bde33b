// Two builds take turns on one table: what one derived and the other can't read is made anew from sources, and what
// people wrote is never lost.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { awaitsRenewal, derivedForm } from '../../shared/flows/derived-form.ts';
import { forgetSheets } from '../../shared/flows/load.ts';
import type { MailDeps } from '../../shared/flows/mails.ts';
import { proveEvaluated } from '../../shared/flows/nightly.ts';
import { runTick } from '../../shared/flows/tick.ts';
import { departmentReportSchema } from '../../shared/report/board-report.ts';
import { readDefinition } from '../../shared/table/definitions.ts';
import { readHead } from '../../shared/table/evaluation.ts';
import { unresolvedLines } from '../../shared/table/finding-lists.ts';
import { allFindings } from '../../shared/table/findings.ts';
import { content, type Item, unpacked } from '../../shared/table/item.ts';
import { keys, partitions } from '../../shared/table/keys.ts';
import { readReport } from '../../shared/table/reports.ts';
import { queryAll } from '../../shared/table/table.ts';
import type { Company } from './company.ts';
import { dispatchBody, founded } from './company-story.ts';

let company: Company;
beforeEach(async () => {
  forgetSheets();
  company = await founded();
  await company.submit('service', '2026-Q2', { 'promise-kept': '0.9' });
  await company.evaluate();
});

const mailDeps = (): MailDeps => ({ ...company.deps, pageUrl: 'https://page.example' });
const all = async (pk: string): Promise<Item[]> => queryAll(company.table, { pk, strong: true });
const derived = async (): Promise<Item[]> => [
  ...(await all(`${company.org}|head`)),
  ...(await all(partitions.sheets(company.org))),
  ...(await all(`${company.org}|report|2026-Q2`)),
];
/** What the items say, but for the counters of HEAD and the time of writing. */
const said = (items: readonly Item[]) =>
  items.map((item) => {
    const { version: _version, evaluatedAt: _at, asOf: _as, ...rest } = JSON.parse(unpacked(item));
    return [item.sk, { ...rest, reported: undefined }];
  });
/** Changes the content of an item, past every rule, as another build would write it. */
const bend = async ({ pk, sk, ...item }: Item, change: (value: Record<string, unknown>) => unknown) => {
  const packed = content(change(JSON.parse(unpacked({ pk, sk, ...item }))));
  const [name, value] = Object.entries(packed)[0] ?? [];
  const other = name === 'body' ? 'zip' : 'body';
  await company.table.client.send(
    new UpdateCommand({
      TableName: company.table.name,
      Key: { pk, sk },
      UpdateExpression: `SET #name = :value REMOVE #other`,
      ExpressionAttributeNames: { '#name': name ?? '', '#other': other },
      ExpressionAttributeValues: { ':value': value },
    }),
  );
};
const report = () =>
  readReport(
    company.table,
    keys.departmentReport(company.org, '2026-Q2', 'warehouse'),
    departmentReportSchema,
    true,
  );

describe('derived data of another build', () => {
  it('are read where they only say more', async () => {
    const before = await report();
    for (const item of await derived()) await bend(item, (value) => ({ ...value, impact: { later: 1 } }));
    forgetSheets();
    expect(await report()).toEqual(before);
    expect((await readHead(company.table, company.org))?.form).toBe(derivedForm());
    expect(await proveEvaluated(company.deps, company.org, company.at)).toMatchObject({ wrongFindings: [] });
  });

  it('that don’t fit are refused as being made anew, and the next tick makes them as they were', async () => {
    const before = said(await derived());
    expect(await awaitsRenewal(company.table, company.org)).toBe(false);
    const { begun } = (await readHead(company.table, company.org)) ?? {};
    for (const item of await derived())
      await bend(item, ({ begun, calendarAt }) => ({ begun, calendarAt, shape: 'of another build' }));
    forgetSheets();
    const refusal = { kind: 'temporarily-unavailable', retryAfter: 60 };
    await expect(report()).rejects.toMatchObject(refusal);
    await expect(readHead(company.table, company.org)).rejects.toMatchObject(refusal);
    expect(await awaitsRenewal(company.table, company.org)).toBe(true);
    await runTick(mailDeps(), company.at);
    expect(said(await derived())).toEqual(before);
    expect((await readHead(company.table, company.org))?.begun).toEqual(begun);
    expect(await awaitsRenewal(company.table, company.org)).toBe(false);
    expect(await proveEvaluated(company.deps, company.org, company.at)).toEqual({
      staleSheets: [],
      wrongFindings: [],
    });
    expect(company.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('are made anew once where HEAD names another form, or none, and then left alone', async () => {
    for (const form of ['0123456789abcdef', undefined]) {
      const [head] = await all(`${company.org}|head`);
      await bend(head as Item, (value) => ({ ...value, form }));
      expect(await awaitsRenewal(company.table, company.org)).toBe(true);
      await runTick(mailDeps(), company.at);
      const renewed = await readHead(company.table, company.org, true);
      expect(renewed?.form).toBe(derivedForm());
      await runTick(mailDeps(), company.at);
      expect((await readHead(company.table, company.org, true))?.version).toBe(renewed?.version);
    }
  });

  it('include the lines of findings', async () => {
    const lines = await unresolvedLines(company.table, company.org);
    const [first] = await allFindings(company.table, company.org);
    const key = keys.finding(company.org, first?.finding.fingerprint ?? '');
    await company.table.client.send(
      new UpdateCommand({
        TableName: company.table.name,
        Key: key,
        UpdateExpression: 'SET line = :line',
        ExpressionAttributeValues: { ':line': '{"line":"of another build"}' },
      }),
    );
    await expect(unresolvedLines(company.table, company.org)).rejects.toMatchObject({
      kind: 'temporarily-unavailable',
    });
    const [head] = await all(`${company.org}|head`);
    await bend(head as Item, (value) => ({ ...value, form: 'another' }));
    await runTick(mailDeps(), company.at);
    const again = await unresolvedLines(company.table, company.org);
    const plain = (all: typeof lines) => all.map(({ version: _version, ...line }) => line);
    expect(plain(again)).toEqual(plain(lines));
  });
});

describe('sources that a later build wrote', () => {
  it('keep the fields that this one doesn’t know when this one writes over them, audit included', async () => {
    const key = keys.definition(company.org, 'kpi', 'dispatch');
    const [item] = (await all(key.pk)).filter(({ sk }) => sk === key.sk);
    await bend(item as Item, (value) => ({
      ...value,
      confidence: 'high',
      contributions: [{ outcome: 'on-time', effect: '+', strength: 3 }],
    }));
    await company.put('kpi', 'dispatch', { ...dispatchBody(['promise-kept']), name: 'Order to van' });
    expect((await readDefinition(company.table, company.org, 'kpi', 'dispatch'))?.value).not.toHaveProperty(
      'confidence',
    );
    const [after] = (await all(key.pk)).filter(({ sk }) => sk === key.sk);
    const whole = {
      name: 'Order to van',
      confidence: 'high',
      version: 2,
      contributions: [{ outcome: 'on-time', effect: '+', strength: 3 }],
    };
    expect(JSON.parse(unpacked(after))).toMatchObject(whole);
    const entries = (await all(partitions.audit(company.org))).map((entry) => JSON.parse(unpacked(entry)));
    expect(entries.findLast(({ entity }) => entity.id === 'dispatch').payload).toMatchObject(whole);
  });

  it('keep them in the life of a finding that is judged anew', async () => {
    const [item] = (await all(partitions.findings(company.org))).filter(({ zip, body }) =>
      unpacked({ zip, body }).includes('missing-counterpart'),
    );
    await bend(item as Item, (value) => ({ ...value, life: { ...(value['life'] as object), mood: 'calm' } }));
    await company.put('kpi', 'dispatch', dispatchBody(['promise-kept']));
    await company.evaluate();
    const [after] = (await all(partitions.findings(company.org))).filter(({ sk }) => sk === item?.sk);
    expect(JSON.parse(unpacked(after)).life).toMatchObject({ state: 'resolved', mood: 'calm' });
  });
});
