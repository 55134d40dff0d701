import { Duration, type Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  type HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { keysOf, type Route, type Routes } from '../../shared/contract/route/route.ts';
import type { MarketFunction } from './function.ts';
import { pascal } from './names.ts';
import type { Issuer } from './sign-in.ts';

/** The stage's name is part of every path, so CloudFront forwards `/api/*` without rewriting. */
const STAGE = 'api';
/**
 * Requests a second of one route, unless the contract says otherwise. The account has 2,500 in Jakarta: no route alone
 * may take more than a tenth of them from the others.
 */
const RATE = 250;
const burstOf = (rate: number) => Math.ceil(rate / 2);

/** One line a request: which route, how it ended, how long it took. No token, query, address or person. */
const line = {
  at: '$context.requestTime',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  functionMilliseconds: '$context.integrationLatency',
  bytes: '$context.responseLength',
  refusal: '$context.authorizer.error',
  fault: '$context.integrationErrorMessage',
};

/** The API and who may pass: a token for whatever is not public. Its routes stand in the stacks of their contexts. */
export class MarketApi extends Construct {
  readonly api: HttpApi;
  readonly #signedIn: HttpJwtAuthorizer;
  readonly #scopes: string[];

  constructor(scope: Construct, id: string, { issuer, scopes }: { issuer: Issuer; scopes: readonly string[] }) {
    super(scope, id);
    this.api = new HttpApi(this, 'Http', { apiName: 'pasar-rata', createDefaultStage: false });
    this.#signedIn = new HttpJwtAuthorizer('SignedIn', issuer.url, { jwtAudience: [...issuer.audience] });
    this.#scopes = [...scopes];
  }

  /** A context's routes, in its own stack: each key of its contract, all to its one function by one permission. */
  serve(scope: Stack, context: string, routes: Routes, { lambda }: MarketFunction): void {
    const integration = new HttpLambdaIntegration(pascal(context), lambda, {
      timeout: Duration.seconds(15),
      scopePermissionToRoute: false,
    });
    const reached = Object.entries(routes).flatMap(([key, route]) =>
      keysOf(key, route).map((one) => [one, route] as const),
    );
    for (const [key, { access }] of reached) {
      const [method = '', path = ''] = key.split(' ');
      const route = new HttpRoute(scope, key, {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, method as HttpMethod),
        integration,
        ...(access === 'public'
          ? { authorizer: new HttpNoneAuthorizer() }
          : { authorizer: this.#signedIn, authorizationScopes: this.#scopes }),
      });
      if (access === 'public') Validations.of(route).acknowledge(openToAll);
    }
  }

  /** Opens the API to the outside. A stage that names a route's rate before the route exists is refused: it comes last. */
  open(scope: Construct, routes: Routes): void {
    const stage = new HttpStage(scope, 'Api', {
      httpApi: this.api,
      stageName: STAGE,
      autoDeploy: true,
      throttle: { rateLimit: RATE, burstLimit: burstOf(RATE) },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(scope, 'AccessLog', { retention: RetentionDays.ONE_YEAR }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(line)),
      },
    });
    const rates = Object.fromEntries(Object.entries(routes).flatMap(([key, route]) => rateOf(key, route)));
    if (Object.keys(rates).length > 0) (stage.node.defaultChild as CfnStage).routeSettings = rates;
  }

  /** Where CloudFront finds it: the host, without the stage. */
  get host(): string {
    return `${this.api.apiId}.execute-api.${this.api.env.region}.amazonaws.com`;
  }
}

const rateOf = (key: string, { rate }: Route): [string, object][] =>
  rate === undefined ? [] : [[key, { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burstOf(rate) }]];

const openToAll = {
  id: 'AwsSolutions-APIG4',
  reason: 'The contract marks this route public: a catalogue and published snapshots are for everybody to read.',
};
