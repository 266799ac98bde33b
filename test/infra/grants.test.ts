/**
 * A function may do exactly what its code can ask for. What it can ask for is read from its bundle: what nothing in
 * the function reaches is not in there.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { bundleOptions } from '../../infra/bundling.ts';
import { type FunctionSource, functionTable } from '../../infra/function-table.ts';
import { type Grant, grants } from '../../infra/grants.ts';
import { byEntityIndex, unresolvedIndex } from '../../shared/table/keys.ts';
import { resourcesOf, synthesise } from './synthesis.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const INDEXES: Readonly<Record<string, string>> = { unresolvedIndex, byEntityIndex };
const ACTIONS: Readonly<Record<string, string>> = {
  BatchGet: 'BatchGetItem',
  BatchWrite: 'BatchWriteItem',
  ConditionCheck: 'ConditionCheckItem',
  Delete: 'DeleteItem',
  Get: 'GetItem',
  Put: 'PutItem',
  Query: 'Query',
  SendEmail: 'SendEmail',
  Update: 'UpdateItem',
};

describe.each(functionTable.map(({ source }) => source))('%s', (source) => {
  it('is granted what its code can ask for, and no more', async () => {
    const { table, indexes, mail } = grants[source];
    expect({ table: [...table].toSorted(), indexes: [...indexes].toSorted(), mail: [...mail] }).toEqual(
      await askedFor(source),
    );
  });
});

describe('in the template', () => {
  let allowed: ReadonlyMap<unknown, ReadonlySet<string>>;

  beforeAll(() => {
    allowed = allowedActions();
  });

  it.each(functionTable.map(({ source }) => source))('%s may do what is granted', (source) => {
    const { table, indexes, mail } = grants[source];
    const granted = new Set([
      ...table.map((action) => `dynamodb:${action} table`),
      ...indexes.map((index) => `dynamodb:Query ${index}`),
      ...mail.map((action) => `ses:${action} mail`),
    ]);
    expect(allowed.get(source)).toEqual(granted);
  });
});

/** What the code of a function asks of table and mail: the commands that its own modules make in the bundle. */
async function askedFor(source: FunctionSource): Promise<Grant> {
  const own = await ownCode(source);
  const commands = namesIn(own, /\bnew (\w+?)Command\d*\(/g).filter((name) => name !== 'TransactWrite');
  const steps = own.includes('TransactWriteCommand')
    ? namesIn(own, /\b(Put|Update|Delete|ConditionCheck): \{/g)
    : [];
  const actions = [...new Set([...commands, ...steps])].map((name) => ACTIONS[name] ?? `unknown ${name}`);
  return {
    table: actions.filter((action) => action !== 'SendEmail').toSorted(),
    indexes: namesIn(own, /\bindex: (unresolvedIndex|byEntityIndex)\b/g)
      .map((name) => INDEXES[name] ?? `unknown ${name}`)
      .toSorted(),
    // SES makes MIME of a mail with files, and asks for the permission to send that.
    mail: actions
      .filter((action) => action === 'SendEmail')
      .flatMap((action) => (own.includes('Attachments: ') ? [action, 'SendRawEmail'] : [action])),
  } as Grant;
}

/** The parts of the readable bundle that come from this repository; esbuild heads each with its path. */
async function ownCode(source: FunctionSource): Promise<string> {
  const { outputFiles } = await build({
    ...bundleOptions,
    loader: { '.node': 'empty', '.ttf': 'empty' },
    minify: false,
    write: false,
    absWorkingDir: ROOT,
    entryPoints: [source],
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`${source} has no bundle.`);
  return file.text
    .split(/^\/\/ (?=\S+\.[cm]?[jt]sx?$)/m)
    .filter((part) => /^(functions|shared)\//.test(part))
    .join('\n');
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))];
}

const Policy = z.object({
  PolicyDocument: z.object({
    Statement: z.array(
      z.object({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.unknown() }),
    ),
  }),
  Roles: z.tuple([z.object({ Ref: z.string() })]),
});
const Handler = z.object({ Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }) });

/** By source: every action on table and mail with what it is allowed on. */
function allowedActions(): ReadonlyMap<unknown, ReadonlySet<string>> {
  const template = synthesise();
  const policies = resourcesOf(template, 'AWS::IAM::Policy').map(([, { Properties }]) =>
    Policy.parse(Properties),
  );
  return new Map(
    resourcesOf(template, 'AWS::Lambda::Function').map(([, { Properties, Metadata }]) => {
      const role = Handler.parse(Properties).Role['Fn::GetAtt'][0];
      const own = policies.filter(({ Roles: [{ Ref }] }) => Ref === role);
      const lines = own.flatMap(({ PolicyDocument }) =>
        PolicyDocument.Statement.flatMap(({ Action, Resource }) =>
          [Action].flat().flatMap((action) => placesOf(Resource).map((place) => `${action} ${place}`)),
        ),
      );
      return [
        Metadata['counterpart:source'],
        new Set(lines.filter((line) => / (table|mail|[a-z-]+)$/.test(line))),
      ];
    }),
  );
}

function placesOf(resource: unknown): string[] {
  const text = JSON.stringify(resource);
  const indexes = [...text.matchAll(/\/index\/([a-z-]+)"/g)].map(([, index = '']) => index);
  if (indexes.length > 0) return indexes;
  if (/"Fn::GetAtt":\["Table\w+","Arn"\]/.test(text)) return ['table'];
  return text.includes(':identity/') ? ['mail'] : [];
}
