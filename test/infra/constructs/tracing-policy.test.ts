import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { TracingPolicy } from '../../../infra/constructs/tracing-policy.ts';
import { loneStack } from './lone-stack.ts';

it('allows the two actions of a traced function', () => {
  const stack = loneStack();
  new TracingPolicy(stack, 'Tracing');
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::IAM::ManagedPolicy', 1);
  expect(template.findResources('AWS::IAM::ManagedPolicy')).toMatchObject({
    [Object.keys(template.findResources('AWS::IAM::ManagedPolicy'))[0] ?? '']: {
      Properties: {
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Action: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
              Resource: '*',
            },
          ],
        },
      },
    },
  });
});
