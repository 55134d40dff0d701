import { describe, expect, test } from 'vitest';
import { marketApp, noContexts, type Properties, propertiesOf, templatesOf } from './market-template.ts';

const domain = 'pasar.example.go.id';
const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/4b3f';
const { Sites } = templatesOf(marketApp({ domain, certificateArn }), noContexts);

describe('the distribution', () => {
  const [distribution] = propertiesOf(Sites, 'AWS::CloudFront::Distribution');
  const config: Properties = distribution?.['DistributionConfig'];
  const behaviours: Properties[] = [config['DefaultCacheBehavior'], ...config['CacheBehaviors']];

  test('serves by HTTPS only, and never redirects a token', () => {
    for (const behaviour of behaviours)
      expect(behaviour['ViewerProtocolPolicy']).toBe(
        behaviour['PathPattern'] === '/api/*' ? 'https-only' : 'redirect-to-https',
      );
  });

  test('sends security headers with everything', () => {
    expect(behaviours.every((behaviour) => behaviour['ResponseHeadersPolicyId'])).toBe(true);
    for (const { ResponseHeadersPolicyConfig } of propertiesOf(Sites, 'AWS::CloudFront::ResponseHeadersPolicy')) {
      const { SecurityHeadersConfig } = ResponseHeadersPolicyConfig;
      expect(SecurityHeadersConfig).toMatchObject({
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY' },
        ReferrerPolicy: { ReferrerPolicy: 'same-origin' },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true },
      });
      const policy = JSON.stringify(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
    }
  });

  test('proves itself to the API by a secret, and to the buckets by its signature', () => {
    const origins: Properties[] = config['Origins'];
    const [api] = origins.filter((origin) => origin['OriginCustomHeaders']);
    expect(api).toMatchObject({
      OriginCustomHeaders: [{ HeaderName: 'x-origin-secret', HeaderValue: expect.anything() }],
      CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
    });
    for (const origin of origins) if (origin !== api) expect(origin['OriginAccessControlId']).toBeDefined();
    expect(origins).toHaveLength(4);
  });

  test('shows our own page where the site has none, and leaves the API its refusals', () => {
    const [group] = config['OriginGroups'].Items;
    expect(group.FailoverCriteria.StatusCodes.Items).toEqual([403, 404]);
    expect(config['DefaultCacheBehavior'].TargetOriginId).toBe(group.Id);
    const [site, missing] = group.Members.Items.map(({ OriginId }: Properties) =>
      config['Origins'].find(({ Id }: Properties) => Id === OriginId),
    );
    expect(site).toHaveProperty('S3OriginConfig');
    expect(JSON.stringify(missing.DomainName)).toContain('FunctionUrl');
    for (const { TargetOriginId } of config['CacheBehaviors']) expect(TargetOriginId).not.toBe(group.Id);
    for (const error of config['CustomErrorResponses']) expect(error).not.toHaveProperty('ResponsePagePath');
    // Whoever is not the distribution is refused by its signature.
    expect(propertiesOf(Sites, 'AWS::Lambda::Url')).toEqual([expect.objectContaining({ AuthType: 'AWS_IAM' })]);
    for (const { Principal } of propertiesOf(Sites, 'AWS::Lambda::Permission'))
      expect(Principal).toBe('cloudfront.amazonaws.com');
  });

  test('keeps no refusal, and logs', () => {
    const errors: Properties[] = config['CustomErrorResponses'];
    expect(errors.every(({ ErrorCachingMinTTL }) => ErrorCachingMinTTL === 0)).toBe(true);
    expect(config).toHaveProperty('Logging');
  });

  test('answers to our name and speaks TLS 1.2 or later', () => {
    expect(config).toMatchObject({
      Aliases: [domain],
      ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
  });
});
