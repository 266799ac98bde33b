/**
 * The permission to send traces. X-Ray has no resources to name, so this is the one place of the stack with the
 * resource `*`; the functions share it instead of repeating it.
 */
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/** The two actions that a traced function needs, and no more. */
export class TracingPolicy extends ManagedPolicy {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Lets the functions of Counterpart send their traces',
      statements: [
        new PolicyStatement({
          actions: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
          resources: ['*'],
        }),
      ],
    });
  }
}
