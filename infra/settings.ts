import type { Node } from 'constructs';

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
  /** A WAF web ACL in us-east-1 to put before the distribution. */
  readonly webAclArn?: string;
  /** New accounts may run ten functions at once; nothing can be reserved before that quota is raised. */
  readonly reserveConcurrency: boolean;
};

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
  const domain = both('domain', 'certificateArn');
  const issuer = both('issuer', 'audience');
  const [alarmEmail, webAclArn] = [given('alarmEmail'), given('webAclArn')];
  const origin = given('origin') ?? (domain ? `https://${domain[0]}` : 'https://localhost');
  if (!/^https:\/\/[a-z0-9.:-]+$/.test(origin)) throw new Error(`origin is an https address without a path: ${origin}`);
  return {
    region: given('region') ?? 'ap-southeast-3',
    origin,
    ...(domain ? { domain: { name: domain[0], certificateArn: domain[1] } } : {}),
    ...(issuer ? { issuer: { url: issuer[0], audience: words(issuer[1]) } } : {}),
    scopes: words(given('scopes') ?? 'openid'),
    ...(alarmEmail ? { alarmEmail } : {}),
    ...(webAclArn ? { webAclArn } : {}),
    reserveConcurrency: given('reserveConcurrency') !== 'false',
  };
};
