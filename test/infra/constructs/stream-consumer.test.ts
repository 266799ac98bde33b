import { Match, Template } from 'aws-cdk-lib/assertions';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { describe, expect, it } from 'vitest';
import { FailureQueue } from '../../../infra/constructs/failure-queue.ts';
import { OrganisationTable } from '../../../infra/constructs/organisation-table.ts';
import { StreamConsumer } from '../../../infra/constructs/stream-consumer.ts';
import { DISPOSABLE, loneFunction, loneStack } from './lone-stack.ts';

function consumerOf(): Template {
  const stack = loneStack();
  new StreamConsumer(stack, 'Changes', {
    table: new OrganisationTable(stack, 'Table', { disposable: DISPOSABLE }),
    consumer: loneFunction(stack),
    failures: new FailureQueue(stack, 'Failures', { disposable: DISPOSABLE }),
    patterns: [{ eventName: ['INSERT'] }],
    batchSize: 25,
    window: 1,
  });
  return Template.fromStack(stack);
}

describe('a stream consumer', () => {
  it('halves a failing batch, tries three times, reports single records, then lays aside', () => {
    consumerOf().hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Table'), 'StreamArn'] },
      FunctionName: { Ref: Match.stringLikeRegexp('^LonelyFunction') },
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 25,
      MaximumBatchingWindowInSeconds: 1,
      ParallelizationFactor: 1,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 3,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Failures'), 'Arn'] } },
      },
      FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
    });
  });

  it('lets the function read this stream and send to this queue', () => {
    consumerOf().hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          {
            Effect: 'Allow',
            Action: [
              'dynamodb:DescribeStream',
              'dynamodb:GetRecords',
              'dynamodb:GetShardIterator',
              'dynamodb:ListStreams',
            ],
            Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Table'), 'StreamArn'] },
          },
          Match.objectLike({
            Action: Match.arrayWith(['sqs:SendMessage']),
            Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Failures'), 'Arn'] },
          }),
        ]),
      },
    });
  });

  it('refuses a table without a stream', () => {
    const stack = loneStack();
    const table = new Table(stack, 'Dumb', { partitionKey: { name: 'pk', type: AttributeType.STRING } });
    const failures = new FailureQueue(stack, 'Failures', { disposable: DISPOSABLE });
    const consumer = loneFunction(stack);
    expect(
      () =>
        new StreamConsumer(stack, 'Changes', {
          table,
          consumer,
          failures,
          patterns: [],
          batchSize: 1,
          window: 0,
        }),
    ).toThrow('Table Lone/Dumb has no stream to consume.');
  });
});
