import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

/** Requests of one address in five minutes: any, and those that write. */
export type FirewallRates = { readonly requests: number; readonly writes: number };

const SECONDS = 300;
/** Whoever is stopped reads why, in the form of every other refusal. */
const refusal = JSON.stringify({
  type: 'about:blank',
  title: 'Terlalu banyak permintaan dari jaringan Anda. Tunggu beberapa menit, lalu coba lagi.',
  status: 429,
  code: 'too_many_requests',
});
const REFUSAL = 'TooMany';

/**
 * A web ACL that stops an address which asks far more than people do. In Indonesia many phones share one address of
 * their provider, so the figures are for a crowd, and nothing but the rate is judged. What an address asked is not kept.
 */
export const firewall = (scope: Construct, { requests, writes }: FirewallRates): CfnWebACL => {
  const seen = (metricName: string) => ({
    cloudWatchMetricsEnabled: true,
    metricName,
    // Samples hold addresses and tokens.
    sampledRequestsEnabled: false,
  });
  const rule = (name: string, priority: number, limit: number, of?: CfnWebACL.StatementProperty) => ({
    name,
    priority,
    statement: {
      rateBasedStatement: {
        limit,
        aggregateKeyType: 'IP',
        evaluationWindowSec: SECONDS,
        ...(of ? { scopeDownStatement: of } : {}),
      },
    },
    action: {
      block: {
        customResponse: {
          responseCode: 429,
          customResponseBodyKey: REFUSAL,
          responseHeaders: [{ name: 'retry-after', value: String(SECONDS) }],
        },
      },
    },
    visibilityConfig: seen(name),
  });
  const method = (name: string): CfnWebACL.StatementProperty => ({
    byteMatchStatement: {
      fieldToMatch: { method: {} },
      positionalConstraint: 'EXACTLY',
      searchString: name,
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  });
  const reading: CfnWebACL.StatementProperty = {
    orStatement: { statements: ['GET', 'HEAD', 'OPTIONS'].map(method) },
  };
  return new CfnWebACL(scope, 'Firewall', {
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    customResponseBodies: { [REFUSAL]: { contentType: 'APPLICATION_JSON', content: refusal } },
    rules: [rule('Writes', 0, writes, { notStatement: { statement: reading } }), rule('Requests', 1, requests)],
    visibilityConfig: seen('Firewall'),
  });
};
