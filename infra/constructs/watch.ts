/**
 * What a person must look at soon: failed work that waits in a queue, and lines of a log that say that something is
 * wrong, such as a nightly proof that failed. An alarm goes to the topic that the context names; without one it shows
 * in the console only.
 */
import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface WatchProps {
  /** ARN of the topic that is told; undefined: nobody is. */
  readonly topicArn: string | undefined;
}

/** The alarms of a stack: one for each failure queue, one for all error lines. */
export class Watch extends Construct {
  private readonly topic: ITopic | undefined;

  constructor(scope: Construct, id: string, { topicArn }: WatchProps) {
    super(scope, id);
    this.topic = topicArn === undefined ? undefined : Topic.fromTopicArn(this, 'Topic', topicArn);
  }

  /** Alarms as soon as something waits in the queue. */
  overQueue(id: string, queue: IQueue): void {
    const waiting = queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: Stats.MAXIMUM,
    });
    this.alarm(id, waiting, `Failed work waits in the queue ${id}`);
  }

  /** Alarms as soon as one of the logs has a line of level ERROR. */
  overLogs(logs: readonly ILogGroup[]): void {
    const metric = { metricNamespace: 'Counterpart', metricName: `${Stack.of(this).stackName}-errors` };
    logs.forEach((logGroup, index) => {
      new MetricFilter(this, `ErrorLines${index}`, {
        ...metric,
        logGroup,
        filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
        metricValue: '1',
      });
    });
    const errors = new Metric({
      namespace: metric.metricNamespace,
      metricName: metric.metricName,
      period: Duration.minutes(5),
      statistic: Stats.SUM,
    });
    this.alarm('Errors', errors, 'A function has written a line of level ERROR');
  }

  private alarm(id: string, metric: IMetric, alarmDescription: string): void {
    const alarm = new Alarm(this, id, {
      metric,
      alarmDescription,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (this.topic) alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
