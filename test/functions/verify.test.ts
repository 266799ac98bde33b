/** Whether what is stored is what happened: chains, anchors and seals; and forgetting a person without breaking them. */
import { Command } from 'commander';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runOperator } from '../../cli/operator-program.ts';
import { addAuditCommands } from '../../cli/verify.ts';
import { anchorAudit } from '../../shared/flows/anchor.ts';
import { type Broken, verify } from '../../shared/flows/verify.ts';
import { type Item, packed, unpacked } from '../../shared/table/item.ts';
import { queueMails } from '../../shared/table/outbox.ts';
import { acme, type Company, furnishedCompany, quarter } from './company.ts';
import { evaluateNow } from './evaluated.ts';

let company: Company;
const anchor = (day: string) =>
  anchorAudit({ table: company.fresh.table, machineNow: () => 0, log: () => undefined }, acme, {
    day,
    at: `${day}T01:00:00.000Z`,
  });
beforeAll(async () => {
  company = await furnishedCompany();
  await evaluateNow(company, '2026-10-20T09:00:00.000Z');
  await anchor('2026-10-21');
  company.setClock('2026-10-21T09:00:00.000Z');
  await company.done('sealReport', { as: 'eve', params: { quarter }, body: {} });
  await anchor('2026-10-22');
});

/** What was tampered with, as it was: it is put back after each test. */
let originals: Item[] = [];
afterEach(async () => {
  for (const item of originals.reverse()) await company.fresh.put(item);
  originals = [];
});

const broken = async (): Promise<readonly Broken[]> => (await verify(company.fresh.table, acme)).broken;
const itemWhere = async (fits: (item: Item) => boolean): Promise<Item> => {
  const found = (await company.fresh.scan()).find((item) => item.pk.startsWith('acme|') && fits(item));
  if (found === undefined) throw new Error('no such item');
  return found;
};
const sealedBoard = () => itemWhere(({ pk, sk }) => pk.startsWith('acme|sealed|') && sk.includes('|board|'));
const auditOf = (action: string) =>
  itemWhere((item) => item['type'] === 'audit' && JSON.parse(unpacked(item)).action === action);
/** Puts an item back with another content. */
const forge = (item: Item, change: (content: string) => string): Promise<unknown> => {
  const { body: _body, zip: _zip, ...rest } = item;
  originals.push(item);
  return company.fresh.put({ ...rest, ...packed(change(unpacked(item))) } as Item);
};
const drop = async (item: Item) => {
  const { pk, sk } = item;
  originals.push(item);
  const { DeleteCommand } = await import('@aws-sdk/lib-dynamodb');
  await company.fresh.table.client.send(
    new DeleteCommand({ TableName: company.fresh.table.name, Key: { pk, sk } }),
  );
};

describe('verifying', () => {
  it('finds nothing where nothing was touched', async () => {
    expect(await verify(company.fresh.table, acme)).toMatchObject({ anchors: 2, seals: 1, broken: [] });
  });

  it('finds one flipped byte in a sealed report', async () => {
    await forge(await sealedBoard(), (text) => text.replace('dispatch', 'dispatcj'));
    expect(await broken()).toEqual([
      { kind: 'seal', id: `${quarter}, revision 1, board`, why: 'its text was changed' },
    ]);
  });

  it('finds a flipped byte in what is stored zipped, and a text that is gone', async () => {
    const item = await sealedBoard();
    const zip = Uint8Array.from(item['zip'] as Uint8Array);
    zip[zip.length >> 1] = (zip[zip.length >> 1] ?? 0) ^ 1;
    originals.push(item);
    await company.fresh.put({ ...item, zip });
    expect((await broken()).map(({ kind, id }) => [kind, id])).toEqual([
      ['seal', `${quarter}, revision 1, board`],
    ]);
    await drop(item);
    expect((await broken())[0]?.why).toBe('its text is gone');
  });

  it('finds a changed part of a sealed report', async () => {
    const part = await itemWhere(
      ({ pk, sk }) => pk.startsWith('acme|sealed|') && sk.includes('|department.service|'),
    );
    await forge(part, (text) => text.replace('service', 'servicf'));
    expect((await broken()).map(({ id }) => id)).toEqual([`${quarter}, revision 1, department.service`]);
  });

  it('finds a seal that the audit does not know, though text and digest agree', async () => {
    const entry = await auditOf('report.seal');
    await drop(entry);
    expect((await broken()).map(({ kind }) => kind)).toEqual(['head', 'anchor', 'seal']);
  });

  it('T25 finds a changed audit entry and names its entity and the nights that covered it', async () => {
    await forge(await auditOf('outcome.put'), (text) => text.replace('on the day', 'some day'));
    expect(await broken()).toEqual([
      { kind: 'chain', id: 'outcome|on-time', why: expect.stringContaining('(outcome.put) was changed') },
    ]);
  });

  it('T25 finds an entry that was dropped, in the middle of a chain or at its end', async () => {
    await drop(await auditOf('outcome.put'));
    expect((await broken()).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'head outcome|on-time',
      'anchor 2026-10-21',
    ]);
  });

  it('finds a changed anchor by the next one', async () => {
    const first = await itemWhere(({ pk, sk }) => pk === 'acme|anchor' && sk === '2026-10-21');
    await forge(first, (text) => text.replace(/"entries":\d+/, '"entries":1'));
    expect((await broken()).map(({ kind, id }) => `${kind} ${id}`)).toContain('anchor 2026-10-21');
    await drop(first);
    expect((await broken()).map(({ kind, id }) => `${kind} ${id}`)).toContain('anchor 2026-10-22');
  });
});

describe('the exported audit', () => {
  const whole = async (query: Record<string, string>) => {
    let [text, cursor, count] = ['', undefined as string | undefined, 0];
    do {
      const { body } = await company.done('exportAudit', {
        as: 'ada',
        query: { ...query, ...(cursor === undefined ? {} : { cursor }) },
      });
      text += body.text;
      count += body.count;
      cursor = body.cursor;
    } while (cursor !== undefined);
    return { lines: text.trimEnd().split(/\r?\n/), count };
  };

  it('holds every entry, oldest first, as JSON lines', async () => {
    const { lines, count } = await whole({ format: 'jsonl' });
    expect(lines).toHaveLength(count);
    const entries = lines.map((line) => JSON.parse(line));
    expect(entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id).sort());
    expect(entries.at(-1)).toMatchObject({ action: 'report.seal', entity: { kind: 'report', id: quarter } });
  });

  it('of one entity, or of one span of time, as CSV that runs nothing', async () => {
    const of = await whole({ format: 'csv', kind: 'outcome', id: 'on-time' });
    expect(of.lines[0]).toBe('id,at,by,action,kind,entity,version,payload,payloadHash,previous,hash');
    expect(of.lines).toHaveLength(2);
    expect((await whole({ format: 'csv', from: '2026-10-21', to: '2026-10-21' })).count).toBe(1);
    expect((await whole({ format: 'jsonl', to: '2026-10-20' })).count).toBeGreaterThan(5);
    const answer = await company.call('listAudit', { as: 'ada', query: { from: '2026-10-21', limit: '50' } });
    expect(answer.body.items).toHaveLength(1);
    expect((await company.call('listAudit', { as: 'ada', query: { from: 'yesterday' } })).status).toBe(400);
  });
});

describe('the operator', () => {
  const run = async (...args: string[]) => {
    const [printed, complained]: [string[], string[]] = [[], []];
    const program = addAuditCommands(
      new Command('operator'),
      {
        open: () => company.fresh.table,
        print: (line) => printed.push(line),
        now: () => '2026-10-22T10:00:00.000Z',
        nonce: () => 'nonce',
      },
      'table',
    );
    const code = await runOperator(program, args, (line) => complained.push(line));
    return { code, printed, complained };
  };

  it('is told that everything fits, or what does not', async () => {
    const fits = await run('verify', '--org', 'acme');
    expect(fits).toMatchObject({ code: 0, complained: [] });
    expect(fits.printed[0]).toMatch(
      /^everything fits: \d+ audit entries of \d+ entities, 2 anchors, 1 seals$/,
    );
    await forge(await sealedBoard(), (text) => text.replace('dispatch', 'dispatcj'));
    const { code, complained } = await run('verify', '--org', 'acme');
    expect(code).toBe(1);
    expect(complained).toEqual([
      expect.stringMatching(/^1 of these do not fit/),
      `  seal ${quarter}, revision 1, board: found its text was changed, expected what was written`,
    ]);
  });

  it('forgets a leaver, and every chain and anchor still holds', async () => {
    const [table] = [company.fresh.table];
    const mail = {
      kind: 'digest',
      member: 'rob',
      to: 'rob@example.org',
      subject: 's',
      html: 'h',
      text: 't',
    } as const;
    await queueMails(table, acme, [{ id: 'digest.2026-10-19.rob', ...mail }], 0);
    expect((await run('erase-member', '--org', 'acme', '--member', 'hans')).complained[0]).toContain(
      'is still a member',
    );
    expect((await run('erase-member', '--org', 'acme', '--member', 'rob')).printed).toEqual([
      'erased rob of acme: 2 audit payloads and 1 mails',
    ]);
    const left = (await company.fresh.scan()).map((item) => {
      const zipped = item['zip'] instanceof Uint8Array ? unpacked(item) : '';
      return JSON.stringify(item) + zipped;
    });
    expect(left.filter((text) => text.includes('rob@example.org'))).toEqual([]);
    expect(await broken()).toEqual([]);
    expect((await run('erase-member', '--org', 'acme', '--member', 'rob')).printed).toEqual([
      'erased rob of acme: 0 audit payloads and 0 mails',
    ]);
  });
});
