import { describe, expect, test } from 'vitest';
import { marketApp, noContexts, propertiesOf, templatesOf } from './market-template.ts';

const platform = (context: Record<string, unknown> = {}) => templatesOf(marketApp(context), noContexts).Platform;
const poolOf = (context: Record<string, unknown> = {}) => propertiesOf(platform(context), 'AWS::Cognito::UserPool')[0];

describe('sign-in', () => {
  test('asks for a long password, of any characters', () => {
    expect(poolOf()?.['Policies'].PasswordPolicy).toMatchObject({
      MinimumLength: 15,
      RequireLowercase: false,
      RequireNumbers: false,
      RequireSymbols: false,
      RequireUppercase: false,
    });
  });

  test('takes a passkey instead, with a finger or a PIN', () => {
    expect(poolOf()).toMatchObject({
      UserPoolTier: 'ESSENTIALS',
      WebAuthnUserVerification: 'required',
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
    });
    const template = platform();
    const [client] = propertiesOf(template, 'AWS::Cognito::UserPoolClient');
    expect(client?.['ExplicitAuthFlows']).toContain('ALLOW_USER_AUTH');
    expect(propertiesOf(template, 'AWS::Cognito::UserPoolDomain')[0]).toMatchObject({ ManagedLoginVersion: 2 });
    expect(propertiesOf(template, 'AWS::Cognito::ManagedLoginBranding')).toHaveLength(1);
  });

  test('of the cheaper plan knows no passkey, and is still a password of fifteen', () => {
    const pool = poolOf({ signInPlan: 'lite' });
    expect(pool).toMatchObject({ UserPoolTier: 'LITE', Policies: { PasswordPolicy: { MinimumLength: 15 } } });
    expect(pool).not.toHaveProperty('WebAuthnUserVerification');
    expect(pool?.['Policies']).not.toHaveProperty('SignInPolicy');
  });

  test('lets everybody add a code by an app, never by SMS, and asks it of all where that is set', () => {
    expect(poolOf()).toMatchObject({ MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] });
    expect(poolOf({ mfa: 'required' })).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
    });
  });

  test('sends its mail by SES where an address is set', () => {
    expect(poolOf()).not.toHaveProperty('EmailConfiguration');
    expect(poolOf({ mailFrom: 'pasar@kota.go.id' })?.['EmailConfiguration']).toMatchObject({
      EmailSendingAccount: 'DEVELOPER',
      From: 'Pasar Rata <pasar@kota.go.id>',
    });
  });

  test('keeps people and their accounts when its stack goes', () => {
    expect(poolOf()).toMatchObject({ DeletionProtection: 'ACTIVE' });
  });

  test('by another issuer makes no pool', () => {
    const template = platform({ issuer: 'https://sso.example.go.id', audience: 'pasar' });
    expect(propertiesOf(template, 'AWS::Cognito::UserPool')).toEqual([]);
  });
});
