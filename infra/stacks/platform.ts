import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { Ground } from '../constructs/function.ts';
import { MarketApi } from '../constructs/http-api.ts';
import { type Issuer, SignIn } from '../constructs/sign-in.ts';
import type { Settings } from '../settings.ts';
import type { StorageStack } from './storage.ts';

export type PlatformProps = StackProps & { readonly storage: StorageStack; readonly settings: Settings };

/** What every context stands on: sign-in, the API without its routes, the bus, the schedules' group, the key. */
export class PlatformStack extends Stack {
  readonly key: Key;
  readonly issuer: Issuer;
  readonly api: MarketApi;
  readonly schedules: ScheduleGroup;
  readonly ground: Ground;

  constructor(scope: Construct, id: string, { storage, settings, ...props }: PlatformProps) {
    super(scope, id, props);
    this.key = new Key(this, 'Key', {
      description: 'Environment of the functions, and alarms on their way',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // An alarm is published under this key: without it, CloudWatch's message would be lost without a word.
    this.key.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'));
    this.issuer = settings.issuer
      ? { ...settings.issuer, origins: [new URL(settings.issuer.url).origin] }
      : new SignIn(this, 'SignIn', settings).issuer;
    this.api = new MarketApi(this, 'Api', { issuer: this.issuer, scopes: settings.scopes });
    this.schedules = new ScheduleGroup(this, 'Schedules', { removalPolicy: RemovalPolicy.DESTROY });
    const { table, files, photos, site, sealSecret, originSecret, pushSecret, signingSecret } = storage;
    this.ground = {
      key: this.key,
      table,
      buckets: { files, photos, site },
      bus: new EventBus(this, 'Bus', { description: 'What happens on the market' }) as IEventBus,
      sealSecret: sealSecret.secretValue.unsafeUnwrap(),
      originSecret: originSecret.secretValue.unsafeUnwrap(),
      pushSecret: pushSecret.secretValue.unsafeUnwrap(),
      signingSecret: signingSecret.secretValue.unsafeUnwrap(),
      pushContact: settings.origin,
      origin: settings.origin,
    };
    new CfnOutput(this, 'BusName', { value: this.ground.bus.eventBusName, description: 'npm run pages calls there' });
    new CfnOutput(this, 'Issuer', { value: this.issuer.url, description: 'OpenID issuer of access tokens' });
    new CfnOutput(this, 'Audience', { value: this.issuer.audience.join(' '), description: 'Client id of the pages' });
  }
}
