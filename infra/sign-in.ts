import { Aws, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccountRecovery, FeaturePlan, Mfa, OAuthScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** Who issues access tokens, for whom, and which origins the browser must reach to get one. */
export type Issuer = {
  readonly url: string;
  readonly audience: readonly string[];
  readonly origins: readonly string[];
};

/** Sign-in by a Cognito pool of our own: people sign up themselves, roles are granted in the market, never in a token. */
export class SignIn extends Construct {
  readonly issuer: Issuer;

  constructor(scope: Construct, id: string, { origin }: Pick<Settings, 'origin'>) {
    super(scope, id);
    const pool = new UserPool(this, 'People', {
      featurePlan: FeaturePlan.LITE,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const domain = pool.addDomain('Page', { cognitoDomain: { domainPrefix: `pasar-rata-${Aws.ACCOUNT_ID}` } });
    const client = pool.addClient('Web', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
        callbackUrls: [`${origin}/`, `${origin}/console/`],
        logoutUrls: [`${origin}/`, `${origin}/console/`],
      },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      // Without rotation (a dearer plan) a stolen refresh token must not last: a working day, then sign in again.
      refreshTokenValidity: Duration.hours(12),
      enableTokenRevocation: true,
    });
    const { region } = Stack.of(this);
    const pools = `https://cognito-idp.${region}.amazonaws.com`;
    this.issuer = {
      url: `${pools}/${pool.userPoolId}`,
      audience: [client.userPoolClientId],
      origins: [pools, `https://${domain.domainName}.auth.${region}.amazoncognito.com`],
    };
    Validations.of(pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason:
          'Residents and shop owners sign in with one factor; Cognito cannot ask it of officials only, so they turn it ' +
          'on for themselves or come through the government issuer that a deployment can set instead.',
      },
      {
        id: 'AwsSolutions-COG3',
        reason: 'Threat protection is billed per active person; a city that wants it raises the feature plan to PLUS.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'The Plus plan is billed per active person; a city that wants it raises the feature plan.',
      },
    );
  }
}
