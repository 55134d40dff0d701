import { describe, expect, test } from 'vitest';
import { marketApp, noContexts, type Properties, propertiesOf, templatesOf } from './market-template.ts';

const aclOf = (context: Record<string, unknown> = {}) => {
  const { Edge, Sites } = templatesOf(marketApp(context), noContexts);
  const [acl] = propertiesOf(Edge, 'AWS::WAFv2::WebACL');
  const [distribution] = propertiesOf(Sites, 'AWS::CloudFront::Distribution');
  return { acl, before: distribution?.['DistributionConfig'].WebACLId };
};

describe('the firewall', () => {
  const { acl, before } = aclOf();
  const rules: Properties[] = acl?.['Rules'];

  test('stands before the distribution unless it is switched off', () => {
    expect(acl?.['Scope']).toBe('CLOUDFRONT');
    expect(before).toMatchObject({ 'Fn::GetStackOutput': { StackName: 'PasarRata-Edge', Region: 'us-east-1' } });
    expect(aclOf({ firewall: 'false' })).toEqual({ acl: undefined, before: undefined });
  });

  test('lets a web ACL of your own stand instead', () => {
    const webAclArn = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/own/1';
    expect(aclOf({ webAclArn })).toEqual({ acl: undefined, before: webAclArn });
  });

  test('stops an address by its rate alone, sooner when it writes', () => {
    const limits = rules.map(({ Name, Statement }) => [Name, Statement.RateBasedStatement.Limit]);
    expect(limits).toEqual([
      ['Writes', 1000],
      ['Requests', 6000],
    ]);
    for (const { Statement } of rules)
      expect(Statement.RateBasedStatement).toMatchObject({ AggregateKeyType: 'IP', EvaluationWindowSec: 300 });
  });

  test('says why in Indonesian, and when to come again', () => {
    for (const { Action } of rules)
      expect(Action.Block.CustomResponse).toEqual({
        ResponseCode: 429,
        CustomResponseBodyKey: 'TooMany',
        ResponseHeaders: [{ Name: 'retry-after', Value: '300' }],
      });
    const told = JSON.parse(acl?.['CustomResponseBodies'].TooMany.Content);
    expect(told).toMatchObject({ status: 429, title: expect.stringMatching(/^Terlalu banyak permintaan/) });
  });

  test('keeps no address and no request', () => {
    for (const { VisibilityConfig } of [...rules, acl as Properties])
      expect(VisibilityConfig).toMatchObject({ SampledRequestsEnabled: false, CloudWatchMetricsEnabled: true });
  });
});
