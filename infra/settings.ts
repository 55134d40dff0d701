import type { Node } from 'constructs';
import type { FirewallRates } from './constructs/firewall.ts';

/** What a deployment may set, as context of the CDK (`-c name=value` or cdk.json). docs/deploy.md explains each. */
export type Settings = {
  readonly region: string;
  /** Where people reach the market, without a slash at the end. */
  readonly origin: string;
  /** Our own name for the distribution, with its certificate in us-east-1; left out, CloudFront's own name. */
  readonly domain?: { readonly name: string; readonly certificateArn: string };
  /** Another OpenID issuer than our Cognito pool, with the audiences its access tokens carry. */
  readonly issuer?: { readonly url: string; readonly audience: readonly string[] };
  /** Scopes an access token must carry. An ID token has none, so it is refused before any code runs. */
  readonly scopes: readonly string[];
  readonly alarmEmail?: string;
  /** What one address may ask in five minutes before the distribution's firewall stops it; left out, there is none. */
  readonly firewall?: FirewallRates;
  /** A web ACL of your own in us-east-1 instead of ours. */
  readonly webAclArn?: string;
  /** Mail of sign-in leaves by SES from this verified address, instead of by Cognito's own fifty a day. */
  readonly mail?: { readonly from: string; readonly region: string };
  /** Whether everybody must prove who they are twice, or whoever turns it on. */
  readonly mfa: 'optional' | 'required';
  /** Cognito's plan: passkeys come with the second. */
  readonly signInPlan: 'lite' | 'essentials';
  /** Routes that AWS allows an HTTP API of this account. */
  readonly routeQuota: number;
  /** New accounts may run ten functions at once; nothing can be reserved before that quota is raised. */
  readonly reserveConcurrency: boolean;
};

/** Many phones share one address of their provider: figures for a crowd (see docs/deploy.md). */
const crowd: FirewallRates = { requests: 6000, writes: 1000 };

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');

/** Reads the settings, and says at once which of them do not fit together. */
export const settingsOf = (node: Node): Settings => {
  const given = (name: string): string | undefined => {
    const value: unknown = node.tryGetContext(name);
    return value === undefined || value === '' ? undefined : String(value);
  };
  const both = (one: string, other: string): [string, string] | undefined => {
    const [first, second] = [given(one), given(other)];
    if ((first === undefined) !== (second === undefined)) throw new Error(`set both ${one} and ${other}, or neither`);
    return first !== undefined && second !== undefined ? [first, second] : undefined;
  };
  const oneOf = <T extends string>(name: string, first: T, ...others: T[]): T => {
    const value = given(name) ?? first;
    const found = [first, ...others].find((one) => one === value);
    if (!found) throw new Error(`${name} is ${[first, ...others].join(' or ')}, not ${value}`);
    return found;
  };
  const count = (name: string, otherwise: number): number => {
    const value = Number(given(name) ?? otherwise);
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${name} is a whole number above zero`);
    return value;
  };
  const domain = both('domain', 'certificateArn');
  const issuer = both('issuer', 'audience');
  const [alarmEmail, webAclArn] = [given('alarmEmail'), given('webAclArn')];
  const origin = given('origin') ?? (domain ? `https://${domain[0]}` : 'https://localhost');
  if (!/^https:\/\/[a-z0-9.:-]+$/.test(origin)) throw new Error(`origin is an https address without a path: ${origin}`);
  const region = given('region') ?? 'ap-southeast-3';
  const from = given('mailFrom');
  if (from !== undefined && !/^[^@\s<>]+@[^@\s<>]+\.[a-z]+$/i.test(from))
    throw new Error(`mailFrom is one address: ${from}`);
  const firewall = {
    requests: count('firewallRequests', crowd.requests),
    writes: count('firewallWrites', crowd.writes),
  };
  return {
    region,
    origin,
    ...(domain ? { domain: { name: domain[0], certificateArn: domain[1] } } : {}),
    ...(issuer ? { issuer: { url: issuer[0], audience: words(issuer[1]) } } : {}),
    scopes: words(given('scopes') ?? 'openid'),
    ...(alarmEmail ? { alarmEmail } : {}),
    ...(oneOf('firewall', 'true', 'false') === 'true' ? { firewall } : {}),
    ...(webAclArn ? { webAclArn } : {}),
    ...(from ? { mail: { from, region: given('mailRegion') ?? region } } : {}),
    mfa: oneOf('mfa', 'optional', 'required'),
    signInPlan: oneOf('signInPlan', 'essentials', 'lite'),
    routeQuota: count('routeQuota', 300),
    reserveConcurrency: given('reserveConcurrency') !== 'false',
  };
};
