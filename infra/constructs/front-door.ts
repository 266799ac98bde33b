/**
 * One origin for page and API: `/v1/*` goes to the API and is never cached, everything else is the page in its bucket.
 * The page finds out where to sign in from `/config.json`, an object beside it that a deployment writes (issuer and
 * client id, see docs/deploy.md): the stack does not upload anything, so it needs no helper function to do so.
 */
import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IResponseHeadersPolicy,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from '../stage.ts';

export interface FrontDoorProps {
  readonly page: IBucket;
  readonly logs: IBucket;
  readonly api: HttpApi;
  readonly headers: IResponseHeadersPolicy;
  readonly domain: Stage['page'];
  readonly webAclArn: string | undefined;
}

/** The distribution. Its errors are the origins' own: a 404 of the API must reach the caller as it is. */
export class FrontDoor extends Construct {
  readonly distribution: Distribution;
  /** Address of the page, without a slash at the end. */
  readonly address: string;

  constructor(scope: Construct, id: string, props: FrontDoorProps) {
    super(scope, id);
    const page = this.pageBehavior(props);
    this.distribution = new Distribution(this, 'Distribution', {
      defaultBehavior: { ...page, functionAssociations: [this.routesOfThePage()] },
      additionalBehaviors: {
        '/v1/*': apiBehavior(props),
        '/config.json': { ...page, cachePolicy: CachePolicy.CACHING_DISABLED },
      },
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      logBucket: props.logs,
      logFilePrefix: 'distribution/',
      ...this.domainSettings(props.domain),
      ...(props.webAclArn === undefined ? {} : { webAclId: props.webAclArn }),
    });
    this.address = `https://${props.domain?.domain ?? this.distribution.distributionDomainName}`;
  }

  private pageBehavior({ page, headers }: FrontDoorProps): BehaviorOptions {
    return {
      origin: S3BucketOrigin.withOriginAccessControl(page),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
    };
  }

  private routesOfThePage() {
    const rewrite = new EdgeFunction(this, 'PageRoutes', {
      comment: 'Answers every route of the page with index.html',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(PAGE_ROUTES),
    });
    return { function: rewrite, eventType: FunctionEventType.VIEWER_REQUEST };
  }

  private domainSettings(domain: Stage['page']) {
    if (!domain) return {};
    return {
      domainNames: [domain.domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }
}

/** A route of the page has no dot in its last part; a file has. */
export const PAGE_ROUTES = `function handler(event) {
  var request = event.request;
  if (!request.uri.split('/').pop().includes('.')) request.uri = '/index.html';
  return request;
}`;

function apiBehavior({ api, headers }: FrontDoorProps): BehaviorOptions {
  const { region, urlSuffix } = Stack.of(api);
  return {
    origin: new HttpOrigin(`${api.apiId}.execute-api.${region}.${urlSuffix}`, {
      readTimeout: Duration.seconds(30),
    }),
    allowedMethods: AllowedMethods.ALLOW_ALL,
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    responseHeadersPolicy: headers,
  };
}
