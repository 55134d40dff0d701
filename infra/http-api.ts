import { Duration, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  type HttpMethod,
  HttpNoneAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';

import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Context, contexts, type Key, routeOf } from '../shared/contract.ts';
import type { MarketFunction } from './function.ts';
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

export type MarketApiProps = {
  readonly functions: Readonly<Record<Context, MarketFunction>>;
  readonly issuer: Issuer;
  readonly scopes: readonly string[];
};

/** The contract as an HTTP API: one route per key, one function per context, a token for whatever is not public. */
export class MarketApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { functions, issuer, scopes }: MarketApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Http', { apiName: 'pasar-rata', createDefaultStage: false });
    const signedIn = new HttpJwtAuthorizer('SignedIn', issuer.url, { jwtAudience: [...issuer.audience] });
    const rates: CfnStage.RouteSettingsProperty & Record<string, unknown> = {};
    const routes = Object.entries(contexts).flatMap(([context, keys]) => {
      const integration = new HttpLambdaIntegration(context, functions[context as Context].lambda, {
        timeout: Duration.seconds(15),
        scopePermissionToRoute: false,
      });
      return (Object.keys(keys) as Key[]).flatMap((key) => {
        const { access, rate } = routeOf(key);
        if (rate !== undefined) rates[key] = { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burstOf(rate) };
        const [method = '', path = ''] = key.split(' ');
        const added = this.api.addRoutes({
          path,
          methods: [method as HttpMethod],
          integration,
          ...(access === 'public'
            ? { authorizer: new HttpNoneAuthorizer() }
            : { authorizer: signedIn, authorizationScopes: [...scopes] }),
        });
        if (access === 'public') for (const route of added) Validations.of(route).acknowledge(openToAll);
        return added;
      });
    });
    const stage = this.api.addStage(STAGE, {
      stageName: STAGE,
      autoDeploy: true,
      throttle: { rateLimit: RATE, burstLimit: burstOf(RATE) },
      accessLogSettings: {
        destination: new LogGroupLogDestination(new LogGroup(this, 'AccessLog', { retention: RetentionDays.ONE_YEAR })),
        format: AccessLogFormat.custom(JSON.stringify(line)),
      },
    });
    if (Object.keys(rates).length > 0) (stage.node.defaultChild as CfnStage).routeSettings = rates;
    // A stage that names a route's rate before the route exists is refused.
    stage.node.addDependency(...routes);
  }

  /** Where CloudFront finds it: the host, without the stage. */
  get host(): string {
    return `${this.api.apiId}.execute-api.${this.api.env.region}.amazonaws.com`;
  }
}

const openToAll = {
  id: 'AwsSolutions-APIG4',
  reason: 'The contract marks this route public: a catalogue and published snapshots are for everybody to read.',
};
