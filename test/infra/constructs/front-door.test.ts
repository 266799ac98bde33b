import { runInNewContext } from 'node:vm';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { describe, expect, it } from 'vitest';
import { FrontDoor, PAGE_ROUTES } from '../../../infra/constructs/front-door.ts';
import { PrivateBucket } from '../../../infra/constructs/private-bucket.ts';
import { SafeHeaders } from '../../../infra/constructs/safe-headers.ts';
import { FULL_PROD } from '../synthesis.ts';
import { DISPOSABLE, loneStack } from './lone-stack.ts';

function doorOf(own = false): { template: Template; address: unknown } {
  const stack = loneStack();
  const { bucket: logs } = new PrivateBucket(stack, 'Logs', {
    disposable: DISPOSABLE,
    holds: { kind: 'logs' },
  });
  const { bucket: page } = new PrivateBucket(stack, 'Page', {
    disposable: DISPOSABLE,
    holds: { kind: 'page', logs },
  });
  const { address } = new FrontDoor(stack, 'Door', {
    page,
    logs,
    api: new HttpApi(stack, 'Api'),
    headers: new SafeHeaders(stack, 'Headers', { origins: ['https://sign-in.example'] }),
    domain: own ? { domain: FULL_PROD.pageDomain, certificateArn: FULL_PROD.certificateArn } : undefined,
    webAclArn: own ? FULL_PROD.webAclArn : undefined,
  });
  return { template: Template.fromStack(stack), address: stack.resolve(address) };
}

const UNCACHED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_BUT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

describe('the front door', () => {
  it('hands /v1/* to the API, uncached, over HTTPS, with everything but the host', () => {
    doorOf().template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        CacheBehaviors: Match.arrayWith([
          Match.objectLike({
            PathPattern: '/v1/*',
            AllowedMethods: Match.arrayWith(['PUT', 'POST']),
            CachePolicyId: UNCACHED,
            OriginRequestPolicyId: ALL_BUT_HOST,
            ViewerProtocolPolicy: 'https-only',
          }),
        ]),
        Origins: Match.arrayWith([
          Match.objectLike({
            DomainName: {
              'Fn::Join': [
                '',
                [
                  { Ref: Match.stringLikeRegexp('^Api') },
                  '.execute-api.',
                  { Ref: 'AWS::Region' },
                  '.',
                  { Ref: 'AWS::URLSuffix' },
                ],
              ],
            },
            CustomOriginConfig: Match.objectLike({ OriginProtocolPolicy: 'https-only' }),
          }),
        ]),
      },
    });
  });

  it('never caches what the page reads first: where to sign in', () => {
    doorOf().template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        CacheBehaviors: Match.arrayWith([
          Match.objectLike({ PathPattern: '/config.json', CachePolicyId: UNCACHED }),
        ]),
      },
    });
  });

  it('leaves the errors of the API as they are', () => {
    doorOf().template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { CustomErrorResponses: Match.absent() },
    });
  });

  it('reads the page through an origin access control', () => {
    const { template } = doorOf();
    template.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 's3:GetObject',
            Principal: { Service: 'cloudfront.amazonaws.com' },
          }),
        ]),
      },
    });
  });

  it('has the name that CloudFront gives', () => {
    expect(doorOf().address).toEqual({
      'Fn::Join': [
        '',
        ['https://', { 'Fn::GetAtt': [expect.stringMatching(/^DoorDistribution/), 'DomainName'] }],
      ],
    });
  });

  it('takes an own domain with its certificate, TLS 1.2 and a web ACL', () => {
    const { template, address } = doorOf(true);
    expect(address).toBe('https://kpi.acme.com');
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['kpi.acme.com'],
        ViewerCertificate: {
          AcmCertificateArn: FULL_PROD.certificateArn,
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
        WebACLId: FULL_PROD.webAclArn,
      },
    });
  });
});

describe('the routes of the page', () => {
  it.each([
    ['/', '/index.html'],
    ['/findings', '/index.html'],
    ['/departments/sales.emea/2026-Q3', '/index.html'],
    ['/assets/main-1a2b.js', '/assets/main-1a2b.js'],
    ['/favicon.svg', '/favicon.svg'],
  ])('%s is answered with %s', (uri, answered) => {
    const handler = runInNewContext(`${PAGE_ROUTES}; handler`);
    expect(handler({ request: { uri } })).toEqual({ uri: answered });
  });
});
