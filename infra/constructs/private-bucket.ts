/**
 * A bucket that nobody reaches but by name: no public access, TLS only, encrypted. Log buckets are written by
 * services that still need access control lists; the page's bucket keeps earlier versions.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { OptOut } from '../opt-out.ts';

export interface PrivateBucketProps {
  /** The bucket goes with its stack (once it is empty), for the given reason. */
  readonly disposable: OptOut | undefined;
  /** `page`: keeps versions and logs its accesses to the given bucket. `logs`: forgets after 90 days. */
  readonly holds: { readonly kind: 'logs' } | { readonly kind: 'page'; readonly logs: IBucket };
}

/** One bucket. It is never emptied by the stack: what is in it is deleted by a person. */
export class PrivateBucket extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { disposable, holds }: PrivateBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
      ...(holds.kind === 'logs' ? LOGS : pageSettings(holds.logs)),
    }) as IBucket;
  }
}

const LOGS: BucketProps = {
  objectOwnership: ObjectOwnership.OBJECT_WRITER,
  lifecycleRules: [{ expiration: Duration.days(90), abortIncompleteMultipartUploadAfter: Duration.days(7) }],
};

function pageSettings(logs: IBucket): BucketProps {
  return {
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    versioned: true,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'page-bucket/',
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
  };
}
