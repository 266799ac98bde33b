import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, it } from 'vitest';
import { PrivateBucket } from '../../../infra/constructs/private-bucket.ts';
import { DISPOSABLE, loneStack } from './lone-stack.ts';

function bucketsOf(disposable: typeof DISPOSABLE | undefined): Template {
  const stack = loneStack();
  const { bucket: logs } = new PrivateBucket(stack, 'Logs', { disposable, holds: { kind: 'logs' } });
  new PrivateBucket(stack, 'Page', { disposable, holds: { kind: 'page', logs } });
  return Template.fromStack(stack);
}

const PRIVATE = {
  PublicAccessBlockConfiguration: {
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  },
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
  },
};

describe('a bucket', () => {
  it('is private and encrypted, whatever it holds', () => {
    bucketsOf(undefined).allResourcesProperties('AWS::S3::Bucket', Match.objectLike(PRIVATE));
  });

  it('refuses everybody who comes without TLS', () => {
    bucketsOf(undefined).allResourcesProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });

  it('keeps versions of the page and logs who reads it', () => {
    bucketsOf(undefined).hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: {
        DestinationBucketName: { Ref: Match.stringLikeRegexp('^Logs') },
        LogFilePrefix: 'page-bucket/',
      },
    });
  });

  it('forgets logs after 90 days', () => {
    bucketsOf(undefined).hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 90, Status: 'Enabled' })] },
    });
  });

  it('outlives its stack unless a reason is given', () => {
    bucketsOf(undefined).allResources('AWS::S3::Bucket', Match.objectLike({ DeletionPolicy: 'Retain' }));
    bucketsOf(DISPOSABLE).allResources('AWS::S3::Bucket', Match.objectLike({ DeletionPolicy: 'Delete' }));
  });
});
