/** The HTTP API of the template: which route goes to which function, and what it asks of a token. */
import * as z from 'zod';
import { StartError } from '../start-error.ts';
import type { Read, Template } from '../template.ts';
import { functionIdOf } from './lambda-function.ts';
import { deployOnly } from './resource.ts';

const Api = z.strictObject({
  ProtocolType: z.literal('HTTP'),
  Name: deployOnly('shown in the console'),
  Description: deployOnly('shown in the console'),
  DisableExecuteApiEndpoint: deployOnly('there is one local address'),
  Tags: deployOnly('billing'),
});

const Stage = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal('$default'),
  AutoDeploy: z.literal(true),
  AccessLogSettings: deployOnly('an access log of CloudWatch'),
  DefaultRouteSettings: deployOnly('throttling and metrics of an account'),
  Tags: deployOnly('billing'),
});

const Integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});

const Authorizer = z.strictObject({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.strictObject({ Issuer: z.string(), Audience: z.array(z.string()).min(1) }),
  Name: deployOnly('shown in the console'),
});

const RouteProperties = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string().regex(/^[A-Z]+ \/\S*$/),
  Target: z.string().startsWith('integrations/'),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
});

/** What a token must say to be let through. */
export interface TokenRule {
  readonly issuer: string;
  readonly audience: readonly string[];
}

/** One route. */
export interface Route {
  /** Such as `GET /v1/kpis/{id}`. */
  readonly key: string;
  readonly functionId: string;
  /** Undefined: nobody asks for a token. */
  readonly token: TokenRule | undefined;
}

/** The API's id and its routes. Throws a StartError when a route points at nothing. */
export function readHttpApi(template: Template): { readonly id: string; readonly routes: readonly Route[] } {
  const { id } = template.one('AWS::ApiGatewayV2::Api', Api);
  template.one('AWS::ApiGatewayV2::Stage', Stage);
  const integrations = byId(template.all('AWS::ApiGatewayV2::Integration', Integration));
  const authorizers = byId(template.all('AWS::ApiGatewayV2::Authorizer', Authorizer));
  const routes = template.all('AWS::ApiGatewayV2::Route', RouteProperties).map(({ id, properties }) => {
    const target = integrations.get(properties.Target.slice('integrations/'.length));
    const rule = authorizers.get(properties.AuthorizerId ?? '')?.JwtConfiguration;
    if (target === undefined)
      throw new StartError(`The route ${id} points at ${properties.Target}, which is not there.`);
    if (properties.AuthorizationType === 'JWT' && rule === undefined) {
      throw new StartError(`The route ${id} asks for a token, and its authorizer is not there.`);
    }
    return {
      key: properties.RouteKey,
      functionId: functionIdOf(target.IntegrationUri),
      token:
        properties.AuthorizationType === 'JWT' && rule
          ? { issuer: rule.Issuer, audience: rule.Audience }
          : undefined,
    };
  });
  return { id, routes };
}

function byId<T>(resources: readonly Read<T>[]): Map<string, T> {
  return new Map(resources.map(({ id, properties }) => [id, properties]));
}
