/**
 * A function behind the table's stream. CDK's own defaults would repeat a poison record for a day and block its shard;
 * here a batch is halved until the record is alone, tried three times, and then laid aside for a person.
 */
import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';

export interface StreamConsumerProps {
  readonly table: Table;
  readonly consumer: LambdaFunction;
  /** Receives where in the stream the records are that failed for good; not the records themselves. */
  readonly failures: IQueue;
  /** At most five patterns over a stream record; the function sees a record that matches one of them. */
  readonly patterns: readonly object[];
  readonly batchSize: number;
  /** How long records are gathered, in seconds; the debounce. */
  readonly window: number;
}

/** One event source with its bounds. Records of one shard run one after the other. */
export class StreamConsumer extends Construct {
  constructor(scope: Construct, id: string, props: StreamConsumerProps) {
    super(scope, id);
    const { table, consumer, failures, patterns, batchSize, window } = props;
    const stream = streamArnOf(table);
    consumer.allow(READ_STREAM, [stream]);
    new EventSourceMapping(this, 'Source', {
      target: consumer.function,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize,
      maxBatchingWindow: Duration.seconds(window),
      parallelizationFactor: 1,
      bisectBatchOnError: true,
      retryAttempts: 3,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(failures),
      filters: patterns.map((pattern) => ({ pattern: JSON.stringify(pattern) })),
    });
  }
}

const READ_STREAM = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
];

function streamArnOf(table: Table): string {
  if (table.tableStreamArn === undefined)
    throw new Error(`Table ${table.node.path} has no stream to consume.`);
  return table.tableStreamArn;
}
