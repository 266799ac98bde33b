/**
 * Where work ends that failed for good: encrypted, reached over TLS only, kept for as long as SQS can. Each kind of
 * failed work has a queue of its own, because each is re-driven in its own way.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { OptOut } from '../opt-out.ts';

export interface FailureQueueProps {
  /** The queue goes with its stack, for the given reason. */
  readonly disposable: OptOut | undefined;
}

/** A last stop: nothing consumes it but a person who looks into what went wrong. */
export class FailureQueue extends Queue {
  constructor(scope: Construct, id: string, { disposable }: FailureQueueProps) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
  }
}
