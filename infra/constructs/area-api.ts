/**
 * The HTTP API: one gateway route for each declared route, served by the function of its area. Whatever is not
 * declared is a 404 of the gateway, and every route that is not declared public asks for a token.
 */
import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnRoute,
  HttpApi,
  HttpAuthorizer,
  HttpAuthorizerType,
  HttpIntegration,
  HttpIntegrationType,
  HttpStage,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Area, Route } from '../../shared/api/route.ts';
import type { OptOut } from '../opt-out.ts';
import type { LambdaFunction } from './lambda-function.ts';

export interface AreaApiProps {
  /** The access log goes with the stack, for the given reason. */
  readonly disposable: OptOut | undefined;
}

export interface ServeProps {
  readonly routes: readonly Pick<Route, 'operationId' | 'method' | 'path' | 'area' | 'access'>[];
  readonly functions: ReadonlyMap<Area, LambdaFunction>;
  readonly issuer: string;
  /** The client for which a token must have been issued. */
  readonly audience: string;
}

/** The API with its one stage, throttled and with an access log that holds no person's data. */
export class AreaApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { disposable }: AreaApiProps) {
    super(scope, id);
    const log = new LogGroup(this, 'AccessLog', {
      retention: disposable ? RetentionDays.TWO_WEEKS : RetentionDays.SIX_MONTHS,
      removalPolicy: disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      detailedMetricsEnabled: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    });
  }

  /** Adds the routes. Throws an Error that names the route whose area has no function. */
  serve({ routes, functions, issuer, audience }: ServeProps): void {
    const tokens = new HttpAuthorizer(this, 'Tokens', {
      httpApi: this.api,
      type: HttpAuthorizerType.JWT,
      identitySource: ['$request.header.Authorization'],
      jwtIssuer: issuer,
      jwtAudience: [audience],
    });
    const areas = new Construct(this, 'Areas');
    const targets = new Map(
      [...functions].map(([area, handler]) => [area, this.integrate(areas, area, handler)]),
    );
    const scopes = { public: new Construct(this, 'Public'), private: new Construct(this, 'Private') };
    for (const { operationId, method, path, area, access } of routes) {
      const target = targets.get(area);
      if (target === undefined) throw new Error(`${operationId}: area ${area} has no function.`);
      const guard =
        access === 'public'
          ? { authorizationType: 'NONE' }
          : { authorizationType: 'JWT', authorizerId: tokens.authorizerId };
      new CfnRoute(scopes[access === 'public' ? 'public' : 'private'], operationId, {
        apiId: this.api.apiId,
        routeKey: `${method} ${path}`,
        target,
        ...guard,
      });
    }
  }

  private integrate(scope: Construct, area: Area, handler: LambdaFunction): string {
    const integration = new HttpIntegration(scope, area, {
      httpApi: this.api,
      integrationType: HttpIntegrationType.AWS_PROXY,
      integrationUri: handler.function.functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    });
    handler.function.addPermission('Gateway', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: this.api.arnForExecuteApi(),
    });
    return `integrations/${integration.integrationId}`;
  }
}

const LOGGED = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  routeKey: '$context.routeKey',
  status: '$context.status',
  authorizerError: '$context.authorizer.error',
  integrationError: '$context.integrationErrorMessage',
  latency: '$context.responseLatency',
  length: '$context.responseLength',
};
