import { App } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../infra/settings.ts';

const settings = (context: Record<string, unknown>) => settingsOf(new App({ context }).node);

describe('a setting', () => {
  test.each([
    [{ domain: 'pasar.example.go.id' }, /both domain and certificateArn/],
    [{ issuer: 'https://sso.example.go.id' }, /both issuer and audience/],
    [{ origin: 'http://pasar.example.go.id' }, /https address/],
    [{ origin: 'https://pasar.example.go.id/' }, /https address/],
    [{ mfa: 'on' }, /mfa is optional or required, not on/],
    [{ signInPlan: 'plus' }, /signInPlan is essentials or lite, not plus/],
    [{ firewall: 'no' }, /firewall is true or false, not no/],
    [{ firewallRequests: 'many' }, /firewallRequests is a whole number/],
    [{ firewallWrites: '0' }, /firewallWrites is a whole number/],
    [{ routeQuota: '1.5' }, /routeQuota is a whole number/],
    [{ mailFrom: 'Pasar Rata' }, /mailFrom is one address/],
    [{ mailFrom: 'a@b.id, c@d.id' }, /mailFrom is one address/],
  ])('%j that does not fit is refused in words', (context, words) => {
    expect(() => settings(context)).toThrow(words);
  });

  test('left out is the one docs/deploy.md tells', () => {
    expect(settings({})).toEqual({
      region: 'ap-southeast-3',
      origin: 'https://localhost',
      scopes: ['openid'],
      firewall: { requests: 6000, writes: 1000 },
      mfa: 'optional',
      signInPlan: 'essentials',
      routeQuota: 300,
      reserveConcurrency: true,
    });
  });
});
