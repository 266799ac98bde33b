/**
 * Mistakes that a change of the template could bring, planted one at a time: each must show in the report of the
 * synthesis. This tells whether a report without findings can be believed.
 */
import { Aws } from 'aws-cdk-lib';
import { CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { CfnEventInvokeConfig, CfnEventSourceMapping, CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { CfnConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AlignmentStack } from '../../infra/alignment-stack.ts';
import { reportedFindings } from './rule-packs.ts';

type Spoil = (stack: AlignmentStack) => void;

const MISTAKES: readonly [what: string, caughtBy: string, Spoil][] = [
  [
    'a table without continuous backup',
    'AwsSolutions-DDB3',
    at('Table/Resource', CfnTable, (table) => {
      table.pointInTimeRecoverySpecification = { pointInTimeRecoveryEnabled: false };
    }),
  ],
  [
    'a route that forgets its token',
    'AwsSolutions-APIG4',
    at('Api/Private/putKpi', CfnRoute, (route) => {
      route.authorizationType = 'NONE';
    }),
  ],
  [
    'a function that may do everything with its table',
    'AwsSolutions-IAM5[Action::dynamodb:*]',
    (stack) =>
      stack.functions
        .of('functions/api/audit.ts')
        .allow(['dynamodb:*'], [`arn:aws:dynamodb:${Aws.REGION}:x`]),
  ],
  [
    'people without a second factor',
    'AwsSolutions-COG2',
    at('SignIn/Pool/Resource', CfnUserPool, (pool) => {
      pool.mfaConfiguration = 'OFF';
    }),
  ],
  [
    'an old runtime',
    'AwsSolutions-L1',
    at('Functions/Audit/Function/Resource', CfnFunction, (handler) => {
      handler.runtime = 'nodejs20.x';
    }),
  ],
  [
    'a log that is kept for ever',
    'Serverless-CloudWatchLogGroupRetentionPeriod',
    at('Functions/Audit/Log/Resource', CfnLogGroup, (log) => {
      log.retentionInDays = undefined;
    }),
  ],
  [
    'a stream source without a failure queue',
    'Serverless-LambdaEventSourceMappingDestination',
    at('SourceChanges/Source/Resource', CfnEventSourceMapping, (source) => {
      source.destinationConfig = undefined;
    }),
  ],
  [
    'a stream source that repeats for a day',
    'Delivery-StreamBounds',
    at('NewMail/Source/Resource', CfnEventSourceMapping, (source) => {
      source.maximumRetryAttempts = undefined;
    }),
  ],
  [
    'a stream source that sees every change',
    'Delivery-StreamBounds',
    at('NewMail/Source/Resource', CfnEventSourceMapping, (source) => {
      source.filterCriteria = undefined;
    }),
  ],
  [
    'a schedule with the default of 185 tries',
    'Delivery-ScheduleBounds',
    at('QuarterHour/Schedule', CfnSchedule, (schedule) => {
      const { retryPolicy: _, ...target } = schedule.target as CfnSchedule.TargetProperty;
      schedule.target = target;
    }),
  ],
  [
    'a tick whose failures vanish',
    'Delivery-ScheduledAsyncBounds',
    (stack) => stack.node.tryRemoveChild('TickRetries'),
  ],
  [
    'an event that is tried for longer than it matters',
    'Delivery-AsyncBounds',
    at('MailEventRetries/Resource', CfnEventInvokeConfig, (config) => {
      config.maximumEventAgeInSeconds = undefined;
    }),
  ],
  [
    'an event rule without a dead-letter queue',
    'Serverless-EventBusDLQ',
    at('MailEvents/Resource', CfnRule, (rule) => {
      rule.targets = [{ id: 'Target', arn: 'arn:aws:lambda:us-east-1:123456789012:function:x' }];
    }),
  ],
  [
    'mail that may travel in the clear',
    'Delivery-MailTransport',
    at('Mail/ConfigurationSet/Resource', CfnConfigurationSet, (set) => {
      set.deliveryOptions = { tlsPolicy: 'OPTIONAL' };
    }),
  ],
  [
    'mail that nobody follows',
    'Delivery-MailFollowed',
    (stack) => stack.node.findChild('Mail').node.findChild('ConfigurationSet').node.tryRemoveChild('Events'),
  ],
  [
    'a test stage that writes to real people',
    'Delivery-MailRedirected',
    at('Functions/Send/Function/Resource', CfnFunction, (handler) => {
      handler.environment = { variables: { STAGE: 'dev', MAIL_REDIRECT_TO: '' } };
    }),
  ],
  [
    'a property with a slip of the pen',
    'F3002',
    at('Table/Resource', CfnTable, (table) => table.addPropertyOverride('BilingMode', 'PAY_PER_REQUEST')),
  ],
  [
    'a function that runs longer than a function can',
    'E3717',
    at('Functions/Tick/Function/Resource', CfnFunction, (handler) => {
      handler.timeout = 1200;
    }),
  ],
  [
    'a value that there is not',
    'W3030',
    at('Table/Resource', CfnTable, (table) =>
      table.addPropertyOverride('StreamSpecification.StreamViewType', 'NEW'),
    ),
  ],
  [
    'a reference to nothing',
    'F1020',
    at('Functions/Audit/Function/Resource', CfnFunction, (handler) =>
      handler.addPropertyOverride('Role', { 'Fn::GetAtt': ['Nobody', 'Arn'] }),
    ),
  ],
  [
    'a key attribute that is not defined',
    'E3039',
    at('Table/Resource', CfnTable, (table) => table.addPropertyOverride('KeySchema.0.AttributeName', 'pkk')),
  ],
  [
    'a text where a number belongs',
    'F3012',
    at('Functions/Audit/Function/Resource', CfnFunction, (handler) =>
      handler.addPropertyOverride('MemorySize', 'plenty'),
    ),
  ],
  [
    'a bucket that anybody may read',
    'AwsSolutions-S2',
    at('Page/Bucket/Resource', CfnBucket, (bucket) => {
      bucket.publicAccessBlockConfiguration = { blockPublicAcls: false };
    }),
  ],
  [
    'a queue in the clear',
    'AwsSolutions-SQS2',
    at('Failures/Ticks/Resource', CfnQueue, (queue) => {
      queue.sqsManagedSseEnabled = false;
    }),
  ],
];

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
});

it.each(MISTAKES)('%s is caught by %s', { timeout: 30_000 }, (_, caughtBy, spoil) => {
  expect(reportedFindings({}, spoil).findings.map(({ rule }) => rule)).toContain(caughtBy);
});

/** Spoils the resource of this kind at a construct path from the stack on. */
function at<T>(
  path: string,
  kind: abstract new (...args: never[]) => T,
  spoil: (resource: T) => void,
): Spoil {
  return (stack) => {
    const found = stack.node.findAll().find(({ node }) => node.path === `${stack.node.path}/${path}`);
    if (!(found instanceof kind)) throw new Error(`The stack has no ${kind.name} at ${path}.`);
    spoil(found);
  };
}
