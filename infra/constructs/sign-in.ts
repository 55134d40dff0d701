import { Aws, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  type CfnUserPool,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  PasskeyUserVerification,
  UserPool,
  type UserPoolClient,
  UserPoolEmail,
  type UserPoolProps,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** Who issues access tokens, for whom, and which origins the browser must reach to get one. */
export type Issuer = {
  readonly url: string;
  readonly audience: readonly string[];
  readonly origins: readonly string[];
};
type SignInSettings = Pick<Settings, 'origin' | 'mail' | 'mfa' | 'signInPlan'>;

/** Three or four words; a passkey spares them. NIST SP 800-63B-4, 3.1.1.2: fifteen for a password that stands alone, no classes. */
const PASSWORD_CHARACTERS = 15;

/** Sign-in by a Cognito pool of our own: people sign up themselves, roles are granted in the market, never in a token. */
export class SignIn extends Construct {
  readonly issuer: Issuer;

  constructor(scope: Construct, id: string, settings: SignInSettings) {
    super(scope, id);
    const passkeys = settings.signInPlan === 'essentials';
    const pool = this.#pool(settings, passkeys);
    const domain = pool.addDomain('Page', {
      cognitoDomain: { domainPrefix: `pasar-rata-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: passkeys ? ManagedLoginVersion.NEWER_MANAGED_LOGIN : ManagedLoginVersion.CLASSIC_HOSTED_UI,
    });
    const client = this.#client(pool, settings, passkeys);
    // The newer pages stay closed to a client that has no style, be it Cognito's own.
    if (passkeys)
      new CfnManagedLoginBranding(this, 'Style', {
        userPoolId: pool.userPoolId,
        clientId: client.userPoolClientId,
        useCognitoProvidedValues: true,
      });
    const { region } = Stack.of(this);
    const pools = `https://cognito-idp.${region}.amazonaws.com`;
    this.issuer = {
      url: `${pools}/${pool.userPoolId}`,
      audience: [client.userPoolClientId],
      origins: [pools, `https://${domain.domainName}.auth.${region}.amazoncognito.com`],
    };
  }

  #pool({ mail, mfa }: SignInSettings, passkeys: boolean): UserPool {
    const pool = new UserPool(this, 'People', {
      featurePlan: passkeys ? FeaturePlan.ESSENTIALS : FeaturePlan.LITE,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      passwordPolicy: {
        minLength: PASSWORD_CHARACTERS,
        requireLowercase: false,
        requireUppercase: false,
        requireDigits: false,
        requireSymbols: false,
      },
      ...(passkeys ? byPasskey : {}),
      ...(mail ? { email: UserPoolEmail.withSES(sender(mail)) } : {}),
      mfa: mfa === 'required' ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Where two factors are asked of all, device and finger are two: else a pool like that takes no passkey at all.
    if (passkeys && mfa === 'required')
      (pool.node.defaultChild as CfnUserPool).webAuthnFactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION';
    Validations.of(pool).acknowledge(...findings, ...(mfa === 'required' ? [] : [oneFactor]));
    return pool;
  }

  #client(pool: UserPool, { origin }: SignInSettings, passkeys: boolean): UserPoolClient {
    return pool.addClient('Web', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      authFlows: passkeys ? { user: true } : {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
        callbackUrls: [`${origin}/akun/`, `${origin}/dasbor/`],
        logoutUrls: [`${origin}/akun/`, `${origin}/dasbor/`],
      },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      // A stolen refresh token must not last: a working day, then sign in again. Rotation comes with passkeys' plan.
      refreshTokenValidity: Duration.hours(12),
      ...(passkeys ? { refreshTokenRotationGracePeriod: Duration.seconds(30) } : {}),
      enableTokenRevocation: true,
    });
  }
}

const byPasskey: Pick<UserPoolProps, 'signInPolicy' | 'passkeyUserVerification'> = {
  signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
  passkeyUserVerification: PasskeyUserVerification.REQUIRED,
};

const sender = ({ from, region }: NonNullable<Settings['mail']>) => ({
  fromEmail: from,
  fromName: 'Pasar Rata',
  sesRegion: region,
  sesVerifiedDomain: from.split('@')[1] ?? '',
});

const findings = [
  {
    id: 'AwsSolutions-COG1',
    reason:
      'Length protects and required classes do not (NIST SP 800-63B-4, 3.1.1.2): fifteen characters of any kind, ' +
      'so that three words of a sentence will do.',
  },
  {
    id: 'AwsSolutions-COG3',
    reason: 'Threat protection is billed per active person; a city that wants it raises the feature plan to PLUS.',
  },
  {
    id: 'AwsSolutions-COG8',
    reason: 'The Plus plan is billed per active person; a city that wants it raises the feature plan.',
  },
];
const oneFactor = {
  id: 'AwsSolutions-COG2',
  reason:
    'Residents and shop owners may sign in with one factor; Cognito cannot ask a second of officials only, so a city ' +
    'sets mfa=required for all, or lets officials come through the government issuer (decision 5).',
};
