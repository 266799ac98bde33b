import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, it } from 'vitest';
import { LambdaFunction } from '../../../infra/constructs/lambda-function.ts';
import { TracingPolicy } from '../../../infra/constructs/tracing-policy.ts';
import { makeStubRoot } from '../stub-root.ts';
import { loneFunction, loneStack, ROW } from './lone-stack.ts';

function functionOf(prepare: (made: LambdaFunction) => void = () => {}): Template {
  const stack = loneStack();
  prepare(loneFunction(stack));
  return Template.fromStack(stack);
}

describe('a function', () => {
  it('runs on Node 24 and arm64 with the memory and time of its row', () => {
    functionOf().hasResourceProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: ROW.memory,
      Timeout: ROW.timeout,
      Description: ROW.description,
      Environment: { Variables: { STAGE: 'dev' } },
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogFormat: 'JSON', LogGroup: Match.anyValue() },
    });
  });

  it('names its source in the template', () => {
    functionOf().hasResource('AWS::Lambda::Function', {
      Metadata: { 'counterpart:source': 'functions/api/audit.ts' },
    });
  });

  it('has a log of its own that is not kept for ever', () => {
    functionOf().hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 14 });
  });

  it('keeps its log for half a year and beyond its stack where nothing is disposable', () => {
    const stack = loneStack();
    new LambdaFunction(stack, 'Kept', {
      row: ROW,
      root: makeStubRoot(),
      environment: {},
      tracing: new TracingPolicy(stack, 'Tracing'),
      disposable: undefined,
    });
    Template.fromStack(stack).hasResource('AWS::Logs::LogGroup', {
      Properties: { RetentionInDays: 180 },
      DeletionPolicy: 'Retain',
    });
  });

  it('may write its own log and send traces, and no more', () => {
    const template = functionOf();
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^LonelyLog'), 'Arn'] },
          },
        ],
      },
    });
    template.hasResourceProperties('AWS::IAM::Role', {
      ManagedPolicyArns: [{ Ref: Match.stringLikeRegexp('^LonelyTracing') }],
    });
  });

  it('may do what it is allowed by name', () => {
    functionOf((made) => made.allow(['ses:SendEmail'], ['arn:aws:ses:x'])).hasResourceProperties(
      'AWS::IAM::Policy',
      {
        PolicyDocument: {
          Statement: Match.arrayWith([
            { Effect: 'Allow', Action: 'ses:SendEmail', Resource: 'arn:aws:ses:x' },
          ]),
        },
      },
    );
  });
});
