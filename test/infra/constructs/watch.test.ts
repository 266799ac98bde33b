import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, it } from 'vitest';
import { FailureQueue } from '../../../infra/constructs/failure-queue.ts';
import { Watch } from '../../../infra/constructs/watch.ts';
import { DISPOSABLE, loneFunction, loneStack } from './lone-stack.ts';

function watchOf(topicArn: string | undefined): Template {
  const stack = loneStack();
  const watch = new Watch(stack, 'Watch', { topicArn });
  watch.overQueue('Ticks', new FailureQueue(stack, 'Queue', { disposable: DISPOSABLE }));
  watch.overLogs([loneFunction(stack).log]);
  return Template.fromStack(stack);
}

describe('the watch', () => {
  it('alarms as soon as failed work waits', () => {
    watchOf(undefined).hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: 'Failed work waits in the queue Ticks',
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [
        { Name: 'QueueName', Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Queue'), 'QueueName'] } },
      ],
      Statistic: 'Maximum',
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  it('alarms as soon as a log has an error line', () => {
    const template = watchOf(undefined);
    template.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: '{ $.level = "ERROR" }',
      LogGroupName: { Ref: Match.stringLikeRegexp('^LonelyLog') },
      MetricTransformations: [
        { MetricNamespace: 'Counterpart', MetricName: 'Lone-errors', MetricValue: '1' },
      ],
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'Counterpart',
      MetricName: 'Lone-errors',
      Statistic: 'Sum',
    });
  });

  it('tells the topic that it is given, and nobody without one', () => {
    const topic = 'arn:aws:sns:eu-west-1:123456789012:on-call';
    watchOf(topic).allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: [topic] });
    watchOf(undefined).allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: Match.absent() });
  });
});
