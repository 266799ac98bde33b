import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { AreaApi } from '../../../infra/constructs/area-api.ts';
import { DISPOSABLE, loneFunction, loneStack } from './lone-stack.ts';

const READ = {
  operationId: 'getKpi',
  method: 'GET',
  path: '/v1/kpis/{id}',
  area: 'set-up',
  access: ['analyst'],
} as const;
const OPEN = {
  operationId: 'getHealth',
  method: 'GET',
  path: '/v1/health',
  area: 'set-up',
  access: 'public',
} as const;
const ORPHAN = { ...READ, operationId: 'listAudit', area: 'audit' } as const;

function apiOf(...routes: (typeof READ | typeof OPEN | typeof ORPHAN)[]): Template {
  const stack = loneStack();
  new AreaApi(stack, 'Api', { disposable: DISPOSABLE }).serve({
    routes,
    functions: new Map([['set-up', loneFunction(stack)]]),
    issuer: 'https://issuer.example',
    audience: 'client-1',
  });
  return Template.fromStack(stack);
}

describe('the API', () => {
  it('asks for a token of the issuer and the client', () => {
    const template = apiOf(READ);
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://issuer.example', Audience: ['client-1'] },
    });
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: 'GET /v1/kpis/{id}',
      AuthorizationType: 'JWT',
      AuthorizerId: { Ref: Match.stringLikeRegexp('Token') },
    });
  });

  it('opens a route that is declared public', () => {
    apiOf(OPEN).hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: 'GET /v1/health',
      AuthorizationType: 'NONE',
      AuthorizerId: Match.absent(),
    });
  });

  it('shares one integration and one permission among the routes of an area', () => {
    const template = apiOf(READ, OPEN);
    template.resourceCountIs('AWS::ApiGatewayV2::Route', 2);
    template.resourceCountIs('AWS::ApiGatewayV2::Integration', 1);
    template.resourceCountIs('AWS::Lambda::Permission', 1);
    template.hasResourceProperties('AWS::ApiGatewayV2::Integration', {
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
    });
  });

  it('is throttled and writes an access log as JSON without address or person', () => {
    const template = apiOf(READ);
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
      AccessLogSettings: {
        Format: Match.serializedJson(
          Match.objectLike({ routeKey: '$context.routeKey', status: '$context.status' }),
        ),
      },
    });
    expect(JSON.stringify(template.findResources('AWS::ApiGatewayV2::Stage'))).not.toMatch(
      /sourceIp|claims|userAgent|\$context\.path/,
    );
  });

  it('refuses a route whose area has no function', () => {
    expect(() => apiOf(ORPHAN)).toThrow('listAudit: area audit has no function.');
  });
});
