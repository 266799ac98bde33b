// The operator's commands, from the words of a command line to what then stands in the table; and what is refused.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { operatorProgram, runOperator } from '../../cli/operator-program.ts';
import { LOCAL_AWS } from '../../local/aws.ts';
import { createTableFromTemplate, localDynamoDbClient } from '../../local/dynamodb.ts';
import { orgId } from '../../shared/domain/slug.ts';
import { auditChain } from '../../shared/table/audit-log.ts';
import { readDefinition } from '../../shared/table/definitions.ts';
import { memberOfLogin, organisationsDue } from '../../shared/table/organisations.ts';
import { openTable } from '../../shared/table/table.ts';
import { invited, terminalOf } from './operator-terminal.ts';

const endpoint = inject('dynamodbEndpoint');
const client = localDynamoDbClient(endpoint);
const table = openTable(`operator-${randomUUID()}`, client);
const at = '2026-05-04T09:30:00Z';

beforeAll(async () => {
  await createTableFromTemplate(client, JSON.parse(inject('tableResource')), table.name);
});

/** Runs a command line; what it printed and complained of, and its exit code. */
const run = async (...args: string[]) => {
  const printed: string[] = [];
  const complaints: string[] = [];
  const terminal = terminalOf(table, at, (line) => printed.push(line));
  const program = operatorProgram(terminal, table.name);
  const code = await runOperator(program, args, (line) => complaints.push(line));
  return { code, printed, complaints };
};

const order = (id: string, changes: Readonly<Record<string, string>> = {}): string[] =>
  Object.entries({
    '--id': id,
    '--name': 'Acme',
    '--time-zone': 'Europe/Berlin',
    '--currency': 'EUR',
    '--fiscal-start': '4',
    '--analyst-id': 'ann',
    '--analyst-name': 'Ann Example',
    '--analyst-email': 'ann@example.org',
    '--analyst-sub': `sub-of-${id}`,
    ...changes,
  }).flat();

describe('create-organisation', () => {
  test('makes the organisation, its analyst, the login and the place in the due list', async () => {
    const { code, printed } = await run('create-organisation', ...order('made'));
    expect({ code, printed }).toEqual({
      code: 0,
      printed: ['made organisation made with its first analyst ann'],
    });
    const org = orgId.parse('made');
    expect((await readDefinition(table, org, 'organisation', 'made', true))?.value).toMatchObject({
      name: 'Acme',
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      fiscalStart: 4,
      policy: { dueDays: 15 },
      updatedBy: 'operator',
      updatedAt: at,
    });
    expect((await readDefinition(table, org, 'member', 'ann', true))?.value).toMatchObject({
      email: 'ann@example.org',
      roles: ['analyst'],
      status: 'active',
    });
    expect(await memberOfLogin(table, org, 'sub-of-made')).toBe('ann');
    expect(await organisationsDue(table)).toContainEqual({
      org,
      watermarks: { nightly: at, reminder: at, digest: at },
    });
  });

  test('refuses an id that is taken, and leaves what is there', async () => {
    await run('create-organisation', ...order('taken'));
    const { code, complaints } = await run('create-organisation', ...order('taken', { '--name': 'Other' }));
    expect({ code, complaints }).toEqual({
      code: 1,
      complaints: ['There is an organisation “taken” already.'],
    });
    const kept = await readDefinition(table, orgId.parse('taken'), 'organisation', 'taken', true);
    expect(kept?.value.name).toBe('Acme');
  });

  test('names every fault at once: where, what was found, what was expected', async () => {
    const bad = {
      '--time-zone': 'Mars/Olympus',
      '--currency': 'euro',
      '--fiscal-start': '13',
      '--analyst-email': 'ann',
    };
    const { code, complaints } = await run('create-organisation', ...order('Bad Id', bad));
    expect(code).toBe(1);
    expect(complaints).toContain(
      '  /timeZone: found "Mars/Olympus", expected an IANA time zone such as Europe/Berlin',
    );
    expect(complaints).toContain('  /analyst/email: found "ann", expected an e-mail address');
    for (const path of ['/id', '/currency', '/fiscalStart'])
      expect(complaints.filter((line) => line.startsWith(`  ${path}: found `))).toHaveLength(1);
  });

  test('without a sub and a user pool stores nothing, and says what is missing', async () => {
    const words = order('subless').slice(0, -2);
    const { code, complaints } = await run('create-organisation', ...words);
    expect(code).toBe(1);
    expect(complaints).toEqual([
      'The sign-in account is not named.',
      '  --analyst-sub: found nothing, expected the sub of the account, or --user-pool with the pool in which it shall be made',
    ]);
    expect(
      await readDefinition(table, orgId.parse('subless'), 'organisation', 'subless', true),
    ).toBeUndefined();
  });

  test('with a user pool invites the analyst, once everything else holds', async () => {
    const words = order('invited').slice(0, -2);
    const { code, printed } = await run('create-organisation', ...words, '--user-pool', 'pool');
    expect({ code, printed }).toEqual({
      code: 0,
      printed: ['made organisation invited with its first analyst ann', 'ann@example.org is invited by mail'],
    });
    expect(await memberOfLogin(table, orgId.parse('invited'), 'sub-in-pool-of-ann@example.org')).toBe('ann');
    const bad = order('invited-not', { '--currency': 'euro' }).slice(0, -2);
    expect((await run('create-organisation', ...bad, '--user-pool', 'pool')).code).toBe(1);
    expect((await run('create-organisation', ...words, '--user-pool', 'pool')).complaints).toEqual([
      'There is an organisation “invited” already.',
    ]);
    expect(invited.filter(({ organisation }) => organisation.startsWith('invited'))).toEqual([
      { organisation: 'invited', email: 'ann@example.org' },
    ]);
  });
});

describe('link-login', () => {
  test('ties an account to a member; again it changes nothing', async () => {
    await run('create-organisation', ...order('linked'));
    const words = ['link-login', '--org', 'linked', '--member', 'ann', '--sub', 'second-account'];
    expect(await run(...words)).toEqual({
      code: 0,
      printed: ['member ann of linked signs in as second-account'],
      complaints: [],
    });
    expect((await run(...words)).code).toBe(0);
    expect(await memberOfLogin(table, orgId.parse('linked'), 'second-account')).toBe('ann');
  });

  test('leaves an audit entry', async () => {
    await run('create-organisation', ...order('told'));
    await run('link-login', '--org', 'told', '--member', 'ann', '--sub', 'second-account');
    const chain = await auditChain(table, orgId.parse('told'), 'login', 'second-account');
    expect(chain).toMatchObject([{ action: 'login.link', by: 'operator', payload: { member: 'ann' } }]);
  });

  test('without a sub invites the member by the address that is stored', async () => {
    await run('create-organisation', ...order('asked'));
    const words = ['link-login', '--org', 'asked', '--member', 'ann', '--user-pool', 'pool'];
    expect((await run(...words)).printed).toEqual([
      'member ann of asked signs in as sub-in-pool-of-ann@example.org',
    ]);
    expect(
      (await run('link-login', '--org', 'asked', '--member', 'bob', '--user-pool', 'pool')).complaints,
    ).toEqual(['The organisation “asked” has no active member “bob”.']);
  });

  test('refuses a member that nobody has defined', async () => {
    await run('create-organisation', ...order('memberless'));
    const { code, complaints } = await run(
      'link-login',
      '--org',
      'memberless',
      '--member',
      'bob',
      '--sub',
      's',
    );
    expect(code).toBe(1);
    expect(complaints).toEqual([
      'The organisation “memberless” has no member “bob”.',
      '  /member: found "bob", expected the id of a member that an analyst has defined',
    ]);
  });

  test('refuses ids that would reach into another partition', async () => {
    const { code, complaints } = await run('link-login', '--org', 'a|b', '--member', 'ann', '--sub', 'x y');
    expect(code).toBe(1);
    expect(complaints).toHaveLength(3);
  });
});

test('a table that is not there is complained of in words', async () => {
  const complaints: string[] = [];
  const terminal = terminalOf(openTable('no-such-table', client), at, (line) => complaints.push(line));
  const program = operatorProgram(terminal, 'no-such-table');
  const code = await runOperator(program, ['create-organisation', ...order('tableless')], (line) =>
    complaints.push(line),
  );
  expect(code).toBe(1);
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toMatch(/^The table can’t be used: ResourceNotFoundException: /);
});

test('the command as it is run: one line on success, code 1 and the reason on refusal', async () => {
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: LOCAL_AWS.region,
    AWS_ACCESS_KEY_ID: LOCAL_AWS.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_AWS.credentials.secretAccessKey,
    TABLE_NAME: table.name,
  };
  const words = ['cli/operator.ts', 'create-organisation', ...order('by-hand')];
  const first = await promisify(execFile)(process.execPath, words, { env });
  expect(first.stdout).toBe('made organisation by-hand with its first analyst ann\n');
  const second = promisify(execFile)(process.execPath, words, { env });
  await expect(second).rejects.toMatchObject({
    code: 1,
    stderr: 'There is an organisation “by-hand” already.\n',
  });
});
