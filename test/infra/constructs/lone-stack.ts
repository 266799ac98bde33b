/** A stack for one construct alone, with what most constructs need beside them. */
import { App, Stack } from 'aws-cdk-lib';
import settings from '../../../cdk.json' with { type: 'json' };
import { LambdaFunction } from '../../../infra/constructs/lambda-function.ts';
import { TracingPolicy } from '../../../infra/constructs/tracing-policy.ts';
import type { FunctionRow } from '../../../infra/function-table.ts';
import { makeStubRoot } from '../stub-root.ts';

/** The reason that tests give for what they throw away. */
export const DISPOSABLE = { because: 'a test' };

/** An empty stack with the context that the app has; nothing is bundled. */
export function loneStack(): Stack {
  return new Stack(new App({ context: { ...settings.context, 'aws:cdk:bundling-stacks': [] } }), 'Lone');
}

/** A function of the stack, made of an empty source. */
export function loneFunction(stack: Stack, id = 'Lonely'): LambdaFunction {
  return new LambdaFunction(stack, id, {
    row: ROW,
    root: makeStubRoot(),
    environment: { STAGE: 'dev' },
    tracing: new TracingPolicy(stack, `${id}Tracing`),
    disposable: DISPOSABLE,
  });
}

/** The row of that function. */
export const ROW: FunctionRow = {
  id: 'Lonely',
  source: 'functions/api/audit.ts',
  trigger: 'api',
  memory: 512,
  timeout: 15,
  description: 'A function for tests',
};
