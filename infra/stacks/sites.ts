import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { FunctionUrlOrigin, HttpOrigin, OriginGroup, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Routes } from '../../shared/contract/route/route.ts';
import { MISSING } from '../bundling/bundle.ts';
import { MarketFunction } from '../constructs/function.ts';
import type { MarketApi } from '../constructs/http-api.ts';
import { rightsOf } from '../rights.ts';
import { contentSecurityPolicy, nothingRuns, plainHeaders } from '../security-headers.ts';
import type { Settings } from '../settings.ts';
import type { EdgeStack } from './edge.ts';
import type { PlatformStack } from './platform.ts';
import type { StorageStack } from './storage.ts';

export type SitesProps = StackProps & {
  readonly storage: StorageStack;
  readonly platform: PlatformStack;
  readonly edge: EdgeStack;
  /** Every route of the market. */
  readonly routes: Routes;
  readonly settings: Settings;
};

/** What is open to the outside, on one origin: pages at `/`, photos at `/photos/`, the API at `/api/`. */
export class SitesStack extends Stack {
  /** Answers for pages that are none. */
  readonly missing: MarketFunction;

  constructor(scope: Construct, id: string, { storage, platform, edge, routes, settings, ...props }: SitesProps) {
    super(scope, id, props);
    const { domain } = settings;
    platform.api.open(this, routes);
    const accessControl = new S3OriginAccessControl(this, 'Access').originAccessControlId;
    const from = (bucket: Bucket) =>
      S3BucketOrigin.withBucketDefaults(bucket as IBucket, { originAccessControlId: accessControl });
    this.missing = new MarketFunction(this, 'Missing', platform.ground, {
      entry: MISSING,
      does: 'The page for addresses that are none',
      rights: rightsOf(MISSING),
    });
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Pasar Rata',
      ...(domain
        ? {
            domainNames: [domain.name],
            certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          }
        : {}),
      ...(edge.firewallArn ? { webAclId: edge.firewallArn } : {}),
      defaultRootObject: 'index.html',
      defaultBehavior: this.#pages(this.#orMissing(from(storage.site)), platform.issuer.origins),
      additionalBehaviors: {
        '/photos/*': this.#photos(from(storage.photos)),
        '/api/*': this.#api(platform.api, storage),
      },
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_200,
      enableLogging: true,
      logBucket: edge.logs as IBucket,
      logFilePrefix: 'market/',
      // A refusal is never kept: the next request may be allowed, or the order be there by then.
      errorResponses: [400, 403, 404, 405, 414, 500, 502, 503, 504].map((httpStatus) => ({
        httpStatus,
        ttl: Duration.seconds(0),
      })),
    });
    this.#acknowledge(distribution, settings, edge);
    new CfnOutput(this, 'Address', { value: `https://${domain?.name ?? distribution.distributionDomainName}` });
    new CfnOutput(this, 'DistributionHost', { value: distribution.distributionDomainName });
  }

  /**
   * A file of the site, or the page that says there is none. Not by a custom error page: those stand before every
   * behaviour, and would take the API's own refusals from who asked.
   */
  #orMissing(site: BehaviorOptions['origin']): BehaviorOptions['origin'] {
    const url = this.missing.lambda.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM });
    return new OriginGroup({
      primaryOrigin: site,
      fallbackOrigin: FunctionUrlOrigin.withOriginAccessControl(url),
      fallbackStatusCodes: [403, 404],
    });
  }

  #pages(origin: BehaviorOptions['origin'], mayFetch: readonly string[]): BehaviorOptions {
    const index = new EdgeFunction(this, 'DirectoryIndex', {
      code: FunctionCode.fromInline(readFileSync(join(import.meta.dirname, '..', 'directory-index.js'), 'utf8')),
      runtime: FunctionRuntime.JS_2_0,
      comment: 'A folder is its index.html',
    });
    return {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: this.#headers('PageHeaders', contentSecurityPolicy(mayFetch)),
      functionAssociations: [{ function: index, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  #photos(origin: BehaviorOptions['origin']): BehaviorOptions {
    return {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: this.#headers('PhotoHeaders', nothingRuns),
    };
  }

  /** The API is told the origin secret; a token is never sent over plain HTTP, not even to be redirected. */
  #api({ host }: MarketApi, { originSecret }: StorageStack): BehaviorOptions {
    return {
      origin: new HttpOrigin(host, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        customHeaders: { 'x-origin-secret': originSecret.secretValue.unsafeUnwrap() },
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // Whether and how long is the contract's word (cacheSeconds, told by Cache-Control). The token is part of the
      // key, so one person's answer can never be another's.
      cachePolicy: new CachePolicy(this, 'AsTheApiSays', {
        comment: 'Cache what the API says may be cached',
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.minutes(10),
        headerBehavior: CacheHeaderBehavior.allowList('Authorization'),
        queryStringBehavior: CacheQueryStringBehavior.all(),
        cookieBehavior: CacheCookieBehavior.none(),
        enableAcceptEncodingGzip: true,
        enableAcceptEncodingBrotli: true,
      }),
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: this.#headers('ApiHeaders', nothingRuns),
    };
  }

  #headers(id: string, policy: string): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, id, {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: policy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: Object.entries(plainHeaders).map(([header, value]) => ({ header, value, override: true })),
      },
      removeHeaders: ['server'],
    });
  }

  #acknowledge(distribution: Distribution, { domain }: Settings, { firewallArn }: EdgeStack): void {
    const findings = [
      {
        id: 'AwsSolutions-CFR1',
        reason: 'The market is public, and Indonesians abroad, auditors and researchers may read it too.',
      },
    ];
    if (!firewallArn)
      findings.push({
        id: 'AwsSolutions-CFR2',
        reason:
          'A firewall costs more than the rest of a small city together; this deployment has switched it off, and ' +
          'routes are still throttled each by itself.',
      });
    if (!domain)
      findings.push({
        id: 'AwsSolutions-CFR4',
        reason: "CloudFront's own certificate fixes the lowest TLS version; with a domain of ours it is TLS 1.2.",
      });
    Validations.of(distribution).acknowledge(...findings);
  }
}
