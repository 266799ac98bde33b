// What becomes of a finding, on the real local stack, by each role: it is waived and comes back, the board decides and
// is reminded, seals what it saw, the auditor reads all of it, and mail stops when somebody says so.
import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demo } from '../../examples/demo/organisation.ts';
import { sha256Hex } from '../../shared/domain/canonical.ts';
import type { OrgId } from '../../shared/domain/slug.ts';
import { verify } from '../../shared/flows/verify.ts';
import { keys } from '../../shared/table/keys.ts';
import { en } from '../../web/messages/en.ts';
import { barriersOf } from './barriers.ts';
import { realVisits } from './real-stack.ts';

const larkfield = 'larkfield' as OrgId;
const head = 'Gareth Llewellyn';
const deputy = 'Rosa Delgado';
const executive = 'Margaret Oduya';
const auditor = 'Inês Carvalho';
const owner = 'Sofia Marques';
const reported = '/report/2026-Q3';

const visits = realVisits(demo);
const { as } = visits;

/** A call of the API as somebody, apart from the page. */
const callAs = async (member: string, method: string, path: string, body?: object, version?: string) => {
  const { origin, tokenFor } = visits.stack();
  const response = await fetch(origin + path, {
    method,
    headers: {
      authorization: `Bearer ${await tokenFor(member)}`,
      'content-type': 'application/json',
      ...(version === undefined ? {} : { 'if-match': version }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, etag: response.headers.get('etag') ?? '', body: await response.json() };
};
const settled = () => visits.stack().backend.settle();
const advance = (to: string) => visits.stack().advance(new Date(to));
const region = (page: Page, name: string): Locator => page.getByRole('region', { name });
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
/** Fills a text with places, as the page says it in English. */
const said = (text: string, data: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(data[name]));
const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');
const downloaded = async (page: Page, act: () => Promise<void>): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return textOf(download);
};
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(visits.origin() + path);
  await page.locator('main#content h1').waitFor();
  await page.locator('[aria-busy]').waitFor({ state: 'detached' });
};
/** Opens the first finding that a filter of the register leaves, and gives its address. */
const openFirst = async (page: Page, filter: string): Promise<string> => {
  await open(page, `/findings?${filter}`);
  await page.locator('tbody a').first().click();
  await page.getByRole('heading', { name: en.finding.history }).waitFor();
  return new URL(page.url()).pathname;
};
const state = (page: Page): Locator => page.locator('dl.summary');

describe('mail', () => {
  const stopOf = (address: string): { page: string; post: string } => {
    const mail = visits
      .stack()
      .mails.list()
      .find(({ to }) => to.includes(address));
    const post = mail?.headers.find(({ name }) => name === 'List-Unsubscribe')?.value.slice(1, -1) ?? '';
    return { post, page: post.replace('/v1/unsubscribe/', '/unsubscribe?token=') };
  };

  it('comes as each member wants it: how often, in which format, not before a day', async () => {
    await visits.stack().advance();
    const page = await as(deputy, '/mail-preferences');
    await page.getByLabel(en.decide.mail.digest).selectOption('monthly');
    await page.getByLabel(en.decide.mail.locale).selectOption('en-GB');
    await page.getByLabel(en.decide.mail.paused).fill('2026-11-30');
    await button(page, en.form.save).click();
    await page.getByRole('heading', { level: 1, name: en.decide.mail.heading.monthly }).waitFor();
    await page.reload();
    expect(await page.getByLabel(en.decide.mail.paused).inputValue()).toBe('2026-11-30');
    expect(await barriersOf(page)).toEqual([]);
  });

  it('stops at once by the button behind a mail’s link, and by the mail program’s own', async () => {
    const page = await as(auditor);
    await page.goto(stopOf('sofia.marques@larkfield.example').page);
    await button(page, en.decide.mail.unsubscribeDo).click();
    await page.getByRole('heading', { name: en.decide.mail.unsubscribeDone }).waitFor();
    const oneClick = await fetch(stopOf('callum.reid@larkfield.example').post, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(oneClick.status).toBe(200);
    const own = await as(owner, '/mail-preferences');
    await own.getByText(en.decide.mail.unsubscribed.split('{')[0] ?? '').waitFor();
  });
});

describe('a waiver', () => {
  const reason = 'Until the new billing tool is in, nobody can count it.';
  let finding: string;

  it('is asked for by a head, who sees with the deputy why neither decides on it', async () => {
    const page = await as(head);
    finding = await openFirst(page, 'department=finance&check=unrelated-counterpart');
    await page.getByRole('tab', { name: en.decide.tabs.waiver }).click();
    await page.getByLabel(en.decide.reason).fill(reason);
    await page.getByLabel(en.decide.until).fill('2026-11-05');
    await button(page, en.decide.waiverDo).click();
    await page.getByText(en.decide.notYou.asker).waitFor();
    expect(await button(page, en.decide.approve).count()).toBe(0);
    const path = `/v1${finding}`;
    const { etag } = await callAs('gareth-llewellyn', 'GET', path);
    for (const member of ['gareth-llewellyn', 'rosa-delgado'])
      expect((await callAs(member, 'POST', `${path}/waiver/approve`, {}, etag)).status).toBe(403);
    const other = await as(deputy, finding);
    await other.getByText(en.decide.notYou.department).waitFor();
    expect(await button(other, en.decide.approve).count()).toBe(0);
  });

  it('is approved by an executive, and the board sees it counted apart', async () => {
    const page = await as(executive, finding);
    await button(page, en.decide.approve).click();
    await state(page).getByText(en.state.waived).waitFor();
    await page.getByText('Waived until 5 Nov 2026').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await settled();
    await open(page, reported);
    await page.getByRole('link', { name: '1 finding is waived' }).click();
    const line = page.locator('tbody tr');
    await line.getByText(said(en.register.waivedUntil, { day: '5 Nov 2026' })).waitFor();
    expect(await line.count()).toBe(1);
    const { body } = await callAs('margaret-oduya', 'GET', '/v1/reports/2026-Q3/board');
    expect([body.alignment.waived, body.waivers.standing]).toEqual([1, 1]);
  });

  it('ends on the day after its end: the finding is open again, as old as it was', async () => {
    const before = (await callAs('margaret-oduya', 'GET', `/v1${finding}`)).body;
    await advance('2026-11-06T03:00:00Z');
    const page = await as(executive, finding);
    await state(page).getByText(en.state.open).waitFor();
    await region(page, en.finding.history).getByText(en.finding.event['waiver-ended']).waitFor();
    const after = (await callAs('margaret-oduya', 'GET', `/v1${finding}`)).body;
    expect([after.since, after.sinceAt]).toEqual([before.since, before.sinceAt]);
    await open(page, reported);
    expect(await page.getByText('1 finding is waived').count()).toBe(0);
    const { body } = await callAs('margaret-oduya', 'GET', '/v1/reports/2026-Q3/board');
    expect([body.alignment.waived, body.waivers.standing]).toEqual([0, 0]);
  });

  it('is renewed for all to see, and refused with a comment alone', async () => {
    const asking = await as(head, finding);
    await asking.getByRole('tab', { name: en.decide.tabs.waiver }).click();
    await asking.getByLabel(en.decide.reason).fill('The tool is late.');
    await asking.getByLabel(en.decide.until).fill('2027-03-31');
    await button(asking, en.decide.waiverDo).click();
    await asking.getByText(en.decide.notYou.asker).waitFor();
    const page = await as(executive, finding);
    await page.getByText(en.decide.renewalAsked.one).waitFor();
    await button(page, en.decide.refuse).click();
    await page.getByText(en.decide.refusalNeeded).waitFor();
    await page.getByLabel(en.decide.approvalComment).fill('Link what customers of refunds feel instead.');
    await button(page, en.decide.refuse).click();
    const lived = region(page, en.finding.history);
    await lived.getByText(en.finding.event['waiver-refused']).waitFor();
    await lived.getByText('Link what customers of refunds feel instead.').waitFor();
    await state(page).getByText(en.state.open).waitFor();
  });
});

describe('a sealed report', () => {
  let sealed: string;
  const revisionOne = (page: Page): Promise<string> =>
    downloaded(page, () => button(page, said(en.decide.seal.downloadRevision, { n: 1 })).click());

  it('can’t be sealed while something is pending, and is when nothing is', async () => {
    const { table } = visits.stack();
    const gate = keys.bulkGate(larkfield);
    const { GetCommand, PutCommand } = await import('@aws-sdk/lib-dynamodb');
    const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: gate }));
    const put = (running: boolean) =>
      table.client.send(new PutCommand({ TableName: table.name, Item: { ...Item, running } }));
    await put(true);
    const page = await as(executive, reported);
    await button(page, en.decide.seal.seal).click();
    await page.getByRole('button', { name: /^Seal Q3/ }).click();
    await page.getByText(en.decide.seal.wait).waitFor();
    await put(false);
    await page.getByRole('button', { name: /^Seal Q3/ }).click();
    await button(page, en.decide.seal.unchangedButton).click();
    sealed = await revisionOne(page);
    const { body } = await callAs('ines-carvalho', 'GET', '/v1/reports/2026-Q3/seal');
    expect(sha256Hex(sealed)).toBe(body.digest);
    await page.getByRole('dialog').getByText(body.digest).waitFor();
  });

  it('stays what it was to the byte, and what has changed stands beside it', async () => {
    const kpi = await callAs('dele-adeyemi', 'GET', '/v1/kpis/engineer-utilisation');
    const { id: _i, version: _v, updatedAt: _a, updatedBy: _b, formerDepartments: _f, ...fields } = kpi.body;
    const { changes: _c, targets: _t, ...body } = fields;
    const counterparts = [{ kpi: 'right-first-visit' }];
    expect(
      (
        await callAs(
          'dele-adeyemi',
          'PUT',
          '/v1/kpis/engineer-utilisation',
          { ...body, counterparts },
          kpi.etag,
        )
      ).status,
    ).toBe(200);
    const { etag } = await callAs('noor-haddad', 'GET', '/v1/organisation');
    const policy = { checks: { 'idle-department': false } };
    expect((await callAs('noor-haddad', 'PUT', '/v1/organisation/policy', policy, etag)).status).toBe(200);
    await settled();
    const page = await as(executive, reported);
    await page.getByRole('button', { name: /^Sealed · / }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('row', { name: /^Counterpart coverage 24 of 29 25 of 29/ }).waitFor();
    const again = await revisionOne(page);
    expect(again).toBe(sealed);
    expect(await barriersOf(page, '[role=dialog]')).toEqual([]);
  });

  it('is opened again for a reason, and the next seal is its second revision', async () => {
    const page = await as(executive, reported);
    await page.getByRole('button', { name: /^Sealed · / }).click();
    const dialog = page.getByRole('dialog');
    const reopen = dialog.getByRole('button', { name: en.decide.seal.reopen });
    expect(await reopen.isDisabled()).toBe(true);
    const reason = 'A counterpart was linked after the meeting.';
    await dialog.getByLabel(en.decide.reason).fill(reason);
    await reopen.click();
    await dialog.getByText(en.decide.seal.reopenedTitle).waitFor();
    await dialog.getByText(reason).waitFor();
    await page.keyboard.press('Escape');
    await button(page, en.decide.seal.seal).click();
    await page.getByRole('button', { name: /^Seal Q3/ }).click();
    await button(page, en.decide.seal.unchangedButton).click();
    await dialog.getByText(/^Revision 2, /).waitFor();
    await dialog.getByText(said(en.decide.seal.revisionReason, { reason })).waitFor();
    expect(await revisionOne(page)).toBe(sealed);
  });
});

describe('an action', () => {
  const text = 'Ask customers after every chat.';

  it('is decided by an executive on a finding and all others of its cause', async () => {
    const page = await as(executive);
    await openFirst(page, 'check=missing-counterpart&department=care');
    await page.getByRole('tab', { name: en.decide.tabs.action }).click();
    await page.getByLabel(en.decide.actionText).fill(text);
    await page.getByRole('combobox', { name: en.decide.owner }).fill(owner);
    await page.getByRole('option', { name: owner }).click();
    await page.getByRole('combobox', { name: en.decide.due }).click();
    await page.getByRole('option', { name: 'Q4 2026' }).click();
    await page.getByLabel(en.decide.wholeCause.one.replace('{n}', '1')).check();
    expect(await barriersOf(page)).toEqual([]);
    await button(page, en.decide.actionDo).click();
    await region(page, en.decide.actionsHere).getByText(text).waitFor();
    const { body } = await callAs('margaret-oduya', 'GET', '/v1/actions');
    expect(body.items.map((action: { findings: string[] }) => action.findings.length)).toEqual([2]);
  });

  it('forgotten, stands first in the next quarter’s report with its age', async () => {
    await advance('2027-01-20T09:00:00Z');
    const page = await as(executive, '/report/2026-Q4');
    const first = region(page, en.report.decisions).locator('ol').first();
    await first.getByRole('link', { name: text }).waitFor();
    expect(await first.innerText()).toContain(en.board.decided.stalled);
    expect(await first.innerText()).toContain(
      said(en.board.decided.due, { due: 'Q4 2026', since: 'Q3 2026' }),
    );
    await open(page, '/actions');
    await page.getByText('1 quarter old').waitFor();
    await open(page, '/findings?check=stalled-action');
    expect(await page.locator('tbody tr').count()).toBe(1);
  }, 120_000);

  it('is done by its owner, and gone', async () => {
    const page = await as(owner, '/actions');
    expect(await page.getByRole('button', { name: new RegExp(`^${en.decide.actions.drop}:`) }).count()).toBe(
      0,
    );
    await page.getByRole('button', { name: `${en.decide.actions.done}: ${text}` }).click();
    await page
      .getByRole('dialog')
      .getByLabel(en.decide.actions.comment)
      .fill('Every chat ends with a question.');
    await page.getByRole('dialog').getByRole('button', { name: en.decide.actions.done, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: en.decide.actions.heading.none }).waitFor();
    await settled();
    const board = await as(executive, '/report/2026-Q4');
    const decisions = region(board, en.report.decisions);
    await decisions.getByRole('link').first().waitFor();
    expect(await decisions.getByRole('link', { name: text }).count()).toBe(0);
  });
});

describe('the digest', () => {
  it('tells executives whom nobody tells any more, and is not sent to those who stopped it', () => {
    const sent = visits
      .stack()
      .mails.list()
      .filter(({ businessTime }) => businessTime > '2026-10-20');
    const to = (name: string) => sent.filter((mail) => mail.to.some((address) => address.startsWith(name)));
    expect([to('sofia.marques').length, to('callum.reid').length]).toEqual([0, 0]);
    const board = to('margaret.oduya');
    expect(board.length).toBeGreaterThan(0);
    expect(board.at(-1)?.text).toContain(owner);
  });
});

describe('an auditor', () => {
  it('reads the audit of one entity and of a span of days, and takes it along', async () => {
    const page = await as(auditor, '/audit');
    await page.getByLabel(en.audit.from).fill('2026-11-06');
    await page.getByLabel(en.audit.to).fill('2026-11-06');
    await button(page, en.audit.show).click();
    await page.waitForURL(/from=2026-11-06/);
    const seal = page.getByRole('row', { name: /opened again.*Board report/ });
    await seal.waitFor();
    const csv = await downloaded(page, () => button(page, en.audit.exportCsv).click());
    expect(csv.split('\r\n')[0]).toBe(
      'id,at,by,action,kind,entity,version,payload,payloadHash,previous,hash',
    );
    expect(csv).not.toMatch(/^2026-10-19/m);
    await seal.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: /Board report “Q3 2026”/ }).waitFor();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(3);
    const lines = await downloaded(page, () => button(page, en.audit.exportLines).click());
    const actions = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).action);
    expect(actions).toEqual(['report.seal', 'report.reopen', 'report.seal']);
    expect(await barriersOf(page)).toEqual([]);
  });

  it('can write nothing, wherever he or she looks', async () => {
    const page = await as(auditor);
    const finding = await openFirst(page, 'level=error');
    const writing = new RegExp(
      `^(${[
        en.finding.acknowledge,
        en.decide.commentDo,
        en.decide.waiverDo,
        en.decide.actionDo,
        en.decide.approve,
        en.decide.seal.seal,
        en.decide.seal.reopen,
        en.decide.actions.done,
        en.form.save,
        en.form.create,
        en.board.commentary.save,
        en.review.accept,
      ].join('|')})`,
    );
    for (const path of [
      finding,
      reported,
      '/actions?state=all',
      '/mail-preferences',
      '/set-up/policy',
      '/set-up/kpis',
    ]) {
      await open(page, path);
      expect([path, await page.getByRole('button', { name: writing }).allInnerTexts()]).toEqual([path, []]);
    }
    const { etag } = await callAs('ines-carvalho', 'GET', `/v1${finding}`);
    expect(
      (await callAs('ines-carvalho', 'POST', `/v1${finding}/comment`, { text: 'Hm.' }, etag)).status,
    ).toBe(403);
  });

  it('finds every chain, anchor and seal to fit, after all that time', async () => {
    const verified = await verify(visits.stack().table, larkfield);
    expect(verified.broken).toEqual([]);
    expect([verified.anchors > 1, verified.seals]).toEqual([true, 1]);
  });
});
