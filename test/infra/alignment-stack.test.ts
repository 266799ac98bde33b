import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { routes } from '../../shared/api/routes.ts';
import { allResources, FULL_PROD, PROD, resourcesOf, synthesise } from './synthesis.ts';

const dev = synthesise();
const prod = synthesise(PROD);

describe('the stack', () => {
  it('is this template', () => {
    expect(withoutAssetHashes(dev)).toMatchSnapshot();
  });

  it('has one gateway route for each declared route, and no other', () => {
    const found = resourcesOf(dev, 'AWS::ApiGatewayV2::Route').map(
      ([, route]) => route.Properties['RouteKey'],
    );
    expect(found.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  it('asks for a token on every route that is not declared public', () => {
    const open = resourcesOf(dev, 'AWS::ApiGatewayV2::Route')
      .filter(([, route]) => route.Properties['AuthorizationType'] !== 'JWT')
      .map(([, route]) => route.Properties['RouteKey']);
    const declared = routes.filter(({ access }) => access === 'public');
    expect(open.toSorted()).toEqual(declared.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  it('tells what a deployment of the page needs to know', () => {
    expect(Object.keys(dev.findOutputs('*')).toSorted()).toEqual([
      'DistributionId',
      'PageBucket',
      'PageUrl',
      'SignInUrl',
      'TableName',
      'TokenClientId',
      'TokenIssuer',
      'UserPoolId',
    ]);
  });

  it('lets sign-ins return to the page and to what the context adds', () => {
    synthesise(FULL_PROD).hasResourceProperties('AWS::Cognito::UserPoolClient', {
      CallbackURLs: ['https://kpi.acme.com/', 'https://staging.acme.com/'],
    });
  });

  it('is the same in prod but for what protects and what redirects', () => {
    const other = new Map(resourceLines(dev));
    expect(resourceLines(prod).map(([id]) => id)).toEqual([...other.keys()]);
    const changed = resourceLines(prod).filter(([id, line]) => other.get(id) !== line);
    expect([...new Set(changed.map(([, line]) => JSON.parse(line).Type))].toSorted()).toEqual([
      'AWS::Cognito::UserPool',
      'AWS::DynamoDB::Table',
      'AWS::Lambda::Function',
      'AWS::Logs::LogGroup',
      'AWS::S3::Bucket',
      'AWS::SQS::Queue',
    ]);
  });
});

/** Each resource as text, by its logical id, both without what CDK makes of the name of the stack. */
function resourceLines(template: Template): [string, string][] {
  const nameless = (text: string) => text.replace(/counterpart-?(dev|prod)\w{0,64}/g, '');
  return allResources(template).map(([id, resource]) => [nameless(id), nameless(JSON.stringify(resource))]);
}

function withoutAssetHashes(template: Template): unknown {
  return JSON.parse(JSON.stringify(template.toJSON()).replace(/[0-9a-f]{64}/g, '<asset>'));
}
