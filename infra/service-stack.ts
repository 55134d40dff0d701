import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { type Context, contexts } from '../shared/contract.ts';
import { type FileNeeds, MarketFunction, type Surroundings } from './function.ts';
import { MarketApi } from './http-api.ts';
import { contextNeeds, fileNeeds } from './needs.ts';
import type { Settings } from './settings.ts';
import { type Issuer, SignIn } from './sign-in.ts';
import type { StorageStack } from './storage-stack.ts';
import { Triggers } from './triggers.ts';
import { Watch } from './watch.ts';

export type ServiceProps = StackProps & { readonly storage: StorageStack; readonly settings: Settings };

/** Placing and moving orders must find a free function even when everybody is browsing. */
const ORDERS_RESERVED = 200;

/** What runs: sign-in, the contract's functions behind their API, what events and schedules start, and the watch over it. */
export class ServiceStack extends Stack {
  readonly apiHost: string;
  readonly issuer: Issuer;

  constructor(scope: Construct, id: string, { storage, settings, ...props }: ServiceProps) {
    super(scope, id, props);
    const key = new Key(this, 'Key', {
      description: 'Environment of the functions, and alarms on their way',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const around: Surroundings = {
      key,
      table: storage.table,
      buckets: { files: storage.files, photos: storage.photos },
      environment: { SEAL_SECRET: storage.sealSecret.secretValue.unsafeUnwrap() },
    };
    const functions = this.#contexts(around, storage, settings);
    this.issuer = settings.issuer
      ? { ...settings.issuer, origins: [new URL(settings.issuer.url).origin] }
      : new SignIn(this, 'SignIn', settings).issuer;
    const { api, host } = new MarketApi(this, 'Api', {
      functions,
      issuer: this.issuer,
      scopes: settings.scopes,
    });
    this.apiHost = host;
    const { reserveConcurrency } = settings;
    const triggers = new Triggers(this, 'Triggers', { around, reserveConcurrency });
    new Watch(this, 'Watch', {
      functions: [...Object.values(functions), ...triggers.functions],
      api,
      table: storage.table,
      publisher: triggers.publisher,
      deadLetters: triggers.deadLetters,
      monthClose: triggers.monthClose.machine,
      schedules: triggers.schedules,
      key,
      ...(settings.alarmEmail ? { email: settings.alarmEmail } : {}),
    });
    new CfnOutput(this, 'Issuer', { value: this.issuer.url, description: 'OpenID issuer of access tokens' });
    new CfnOutput(this, 'Audience', { value: this.issuer.audience.join(' '), description: 'Client id of the pages' });
    new CfnOutput(this, 'TableName', { value: storage.table.tableName });
  }

  /** One function per context. Its secret parts are references that CloudFormation resolves, never text in a template. */
  #contexts(around: Surroundings, storage: StorageStack, settings: Settings): Record<Context, MarketFunction> {
    const environment = { ORIGIN_SECRET: storage.originSecret.secretValue.unsafeUnwrap() };
    const made = (Object.keys(contexts) as Context[]).map((context) => {
      const reserved = context === 'orders' && settings.reserveConcurrency ? ORDERS_RESERVED : undefined;
      const one = new MarketFunction(this, `${context[0]?.toUpperCase()}${context.slice(1)}`, around, {
        entry: `${context}/api`,
        description: `The routes of ${context}`,
        needs: contextNeeds[context],
        files: filesOf(`${context}/api`),
        environment,
        reservedConcurrency: reserved,
      });
      return [context, one] as const;
    });
    return Object.fromEntries(made) as Record<Context, MarketFunction>;
  }
}

const filesOf = (entry: string): FileNeeds | undefined => (fileNeeds as Record<string, FileNeeds>)[entry];
