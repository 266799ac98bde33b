import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functionTable } from '../../infra/function-table.ts';
import { allResources, PROD, type Resource, resourcesOf, synthesise } from './synthesis.ts';

const Statement = z.looseObject({
  Effect: z.enum(['Allow', 'Deny']),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown(),
});
const Policy = z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) });

const STATEFUL = [
  'AWS::Cognito::UserPool',
  'AWS::DynamoDB::Table',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
];

describe.each([
  ['dev', synthesise()],
  ['prod', synthesise(PROD)],
])('in %s', (stage, template) => {
  it('every queue is encrypted and refuses plain connections', () => {
    const refusing = JSON.stringify(
      resourcesOf(template, 'AWS::SQS::QueuePolicy').filter(([, policy]) =>
        JSON.stringify(policy).includes('"aws:SecureTransport":"false"'),
      ),
    );
    const queues = resourcesOf(template, 'AWS::SQS::Queue');
    expect(queues).toHaveLength(8);
    for (const [id, queue] of queues) {
      expect(queue.Properties, id).toMatchObject({ SqsManagedSseEnabled: true });
      expect(refusing, id).toContain(`"Queues":[{"Ref":"${id}"}]`);
    }
  });

  it('every function has a log of its own, traces, and runs on Node 24 and, but for those with a native module, on arm64', () => {
    const functions = resourcesOf(template, 'AWS::Lambda::Function');
    expect(functions).toHaveLength(functionTable.length);
    const logs = functions.map(([id, { Properties }]) => {
      expect(Properties, id).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: [/Paper|Send/.test(id) ? 'x86_64' : 'arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogGroup: { Ref: expect.any(String) } },
      });
      return JSON.stringify(Properties['LoggingConfig']);
    });
    expect(new Set(logs).size).toBe(functions.length);
  });

  it('every function names its source, once', () => {
    const sources = resourcesOf(template, 'AWS::Lambda::Function').map(
      ([, { Metadata }]) => Metadata['counterpart:source'],
    );
    expect(sources.toSorted()).toEqual(functionTable.map(({ source }) => source).toSorted());
  });

  it('every function knows the same environment', () => {
    for (const [id, { Properties }] of resourcesOf(template, 'AWS::Lambda::Function')) {
      expect(Properties['Environment'], id).toEqual({
        Variables: {
          TABLE_NAME: { Ref: expect.stringMatching(/^Table/) },
          STAGE: stage,
          PAGE_URL: expect.anything(),
          TOKEN_ISSUER: { 'Fn::GetAtt': [expect.stringMatching(/^SignInPool/), 'ProviderURL'] },
          TOKEN_CLIENT_ID: { Ref: expect.stringMatching(/^SignInClient/) },
          MAIL_FROM: 'counterpart@example.com',
          MAIL_REDIRECT_TO: stage === 'prod' ? '' : 'success@simulator.amazonses.com',
          MAIL_CONFIGURATION_SET: { Ref: expect.stringMatching(/^MailConfigurationSet/) },
        },
      });
    }
  });

  it('every function that is started by an event has a failure destination', () => {
    const started = functionIds(template, 'schedule', 'mail-event');
    const bounded = resourcesOf(template, 'AWS::Lambda::EventInvokeConfig').map(([id, { Properties }]) => {
      expect(Properties['DestinationConfig'], id).toMatchObject({
        OnFailure: { Destination: expect.anything() },
      });
      return refOf(Properties['FunctionName']);
    });
    expect(bounded.toSorted()).toEqual(started.toSorted());
  });

  it('every stream function has a source with a failure queue', () => {
    const sources = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) =>
      refOf(Properties['FunctionName']),
    );
    expect(sources.toSorted()).toEqual(functionIds(template, 'stream').toSorted());
  });

  it('every failure queue receives something', () => {
    const destinations = JSON.stringify(
      allResources(template)
        .filter(([, { Type }]) => !['AWS::SQS::QueuePolicy', 'AWS::IAM::Policy'].includes(Type))
        .map(([, { Properties }]) => Properties),
    );
    for (const [id] of resourcesOf(template, 'AWS::SQS::Queue')) {
      expect(destinations, id).toContain(`{"Fn::GetAtt":["${id}","Arn"]}`);
    }
  });

  it('every failure queue and every log is watched', () => {
    const alarms = JSON.stringify(resourcesOf(template, 'AWS::CloudWatch::Alarm'));
    for (const [id] of resourcesOf(template, 'AWS::SQS::Queue'))
      expect(alarms).toContain(`["${id}","QueueName"]`);
    const filtered = resourcesOf(template, 'AWS::Logs::MetricFilter');
    expect(filtered).toHaveLength(functionTable.length);
  });

  it('no statement that allows names an action with a wildcard', () => {
    const wild = allowing(template).filter(({ actions }) => actions.some((action) => action.includes('*')));
    expect(wild).toEqual([]);
  });

  it('only the permission to send traces has the resource *', () => {
    const everywhere = allowing(template).filter(({ resource }) => JSON.stringify(resource).includes('*'));
    expect(everywhere.map(({ id, actions }) => [id.replace(/[0-9A-F]{8}$/, ''), actions])).toEqual([
      ['Tracing', ['xray:PutTelemetryRecords', 'xray:PutTraceSegments']],
    ]);
  });

  it('no role carries a policy that somebody else writes', () => {
    for (const [id, { Properties }] of resourcesOf(template, 'AWS::IAM::Role')) {
      expect(JSON.stringify(Properties['ManagedPolicyArns'] ?? []), id).not.toContain(':aws:policy/');
    }
  });

  it('every role is for one service', () => {
    for (const [id, { Properties }] of resourcesOf(template, 'AWS::IAM::Role')) {
      expect(JSON.stringify(Properties['AssumeRolePolicyDocument']), id).toMatch(
        /"Principal":\{"Service":"(lambda|scheduler)\.amazonaws\.com"\}/,
      );
    }
  });

  it('every permission to start a function names who may', () => {
    for (const [id, { Properties }] of resourcesOf(template, 'AWS::Lambda::Permission')) {
      expect(Properties, id).toMatchObject({ SourceArn: expect.anything() });
    }
  });

  it('every log ends some day', () => {
    for (const [id, { Properties }] of resourcesOf(template, 'AWS::Logs::LogGroup')) {
      expect(Properties['RetentionInDays'], id).toBe(stage === 'prod' ? 180 : 14);
    }
  });

  it('what holds data outlives the stack in prod only', () => {
    const holding = allResources(template).filter(([, { Type }]) => STATEFUL.includes(Type));
    expect(new Set(holding.map(([, { Type }]) => Type)).size).toBe(STATEFUL.length);
    for (const [id, resource] of holding) {
      const policy = stage === 'prod' ? 'Retain' : 'Delete';
      expect([resource.DeletionPolicy, resource.UpdateReplacePolicy], id).toEqual([policy, policy]);
    }
  });

  it('table and people are guarded against deletion in prod only, and dev says why not', () => {
    const guarded = [
      ...resourcesOf(template, 'AWS::DynamoDB::Table'),
      ...resourcesOf(template, 'AWS::Cognito::UserPool'),
    ];
    for (const [id, { Properties, Metadata }] of guarded) {
      const guard = Properties['DeletionProtectionEnabled'] ?? Properties['DeletionProtection'];
      expect([true, 'ACTIVE'].includes(guard as string | boolean), id).toBe(stage === 'prod');
      expect('counterpart:opt-out:deletion-protection' in Metadata, id).toBe(stage === 'dev');
    }
  });
});

function functionIds(template: Template, ...triggers: string[]): string[] {
  const rows = new Map<unknown, string>(functionTable.map(({ source, trigger }) => [source, trigger]));
  return resourcesOf(template, 'AWS::Lambda::Function')
    .filter(([, { Metadata }]) => triggers.includes(rows.get(Metadata['counterpart:source']) ?? ''))
    .map(([id]) => id);
}

function refOf(value: unknown): string {
  return z.object({ Ref: z.string() }).parse(value).Ref;
}

function allowing(template: Template): { id: string; actions: string[]; resource: unknown }[] {
  const policies: [string, Resource][] = [
    ...resourcesOf(template, 'AWS::IAM::Policy'),
    ...resourcesOf(template, 'AWS::IAM::ManagedPolicy'),
  ];
  return policies.flatMap(([id, { Properties }]) =>
    Policy.parse(Properties)
      .PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow')
      .map(({ Action, Resource }) => ({ id, actions: [Action].flat(), resource: Resource })),
  );
}
