import { describe, expect, test } from 'vitest';
import { indexes } from '../../../shared/table/engine/schema.ts';
import { marketApp, noContexts, propertiesOf, resourcesOf, templatesOf } from './market-template.ts';

const { Storage, Edge } = templatesOf(marketApp(), noContexts);
const buckets = [...propertiesOf(Storage, 'AWS::S3::Bucket'), ...propertiesOf(Edge, 'AWS::S3::Bucket')];

describe('the table', () => {
  const [table] = propertiesOf(Storage, 'AWS::DynamoDB::Table');

  test('keeps what happened: stream with both images, recovery to any second, no deletion', () => {
    expect(table).toMatchObject({
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      SSESpecification: { SSEEnabled: true },
    });
    expect(Object.values(Storage.toJSON()['Resources']).every((one) => keptOrPolicy(one as Kept))).toBe(true);
  });

  test('has the lists of the schema, with at most 100 projected attributes together', () => {
    const made = table?.['GlobalSecondaryIndexes'] as {
      IndexName: string;
      Projection: { NonKeyAttributes: string[] };
    }[];
    expect(made.map(({ IndexName }) => IndexName)).toEqual(Object.keys(indexes));
    expect(made.flatMap(({ Projection }) => Projection.NonKeyAttributes).length).toBeLessThanOrEqual(100);
  });

  test('is paid by use, with a ceiling on what a flood can cost', () => {
    expect(table).toMatchObject({ BillingMode: 'PAY_PER_REQUEST' });
    expect(table?.['OnDemandThroughput'].MaxWriteRequestUnits).toBeGreaterThan(0);
    for (const index of table?.['GlobalSecondaryIndexes'] ?? [])
      expect(index.OnDemandThroughput.MaxWriteRequestUnits).toBeGreaterThan(0);
  });
});

type Kept = { Type: string; DeletionPolicy?: string };
const keptOrPolicy = ({ Type, DeletionPolicy }: Kept) =>
  Type === 'AWS::S3::BucketPolicy' || DeletionPolicy === 'Retain';

describe('every bucket', () => {
  test.each(buckets)('is private, encrypted and closed to plain HTTP', (bucket) => {
    expect(bucket['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(bucket['BucketEncryption']).toBeDefined();
  });

  test('refuses plain HTTP by its policy', () => {
    const policies = [Storage, Edge].flatMap((template) => propertiesOf(template, 'AWS::S3::BucketPolicy'));
    expect(policies).toHaveLength(buckets.length);
    for (const { PolicyDocument } of policies)
      expect(PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
  });

  test('forgets uploads that broke off and versions that were written over, and nothing a replay may need', () => {
    type Rule = {
      Prefix?: string;
      ExpirationInDays?: number;
      AbortIncompleteMultipartUpload?: { DaysAfterInitiation: number };
      NoncurrentVersionExpiration?: { NoncurrentDays: number };
    };
    const rulesOf = (bucket: (typeof buckets)[number]): Rule[] => bucket['LifecycleConfiguration']?.Rules ?? [];
    for (const bucket of buckets) {
      const rules = rulesOf(bucket);
      expect(rules.some((rule) => rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation === 2)).toBe(true);
      const versioned = bucket['VersioningConfiguration']?.Status === 'Enabled';
      expect(rules.some((rule) => !rule.Prefix && rule.NoncurrentVersionExpiration)).toBe(versioned);
      // Only access logs end by age: a month file, a ledger, a kept decision's offers and a photo never do.
      if (rules.some(({ ExpirationInDays }) => ExpirationInDays)) expect(bucket['OwnershipControls']).toBeDefined();
    }
    const written = buckets.flatMap(rulesOf).filter(({ Prefix }) => Prefix);
    expect(written.map(({ Prefix }) => Prefix).sort()).toEqual(['ledgers/', 'pages/', 'ranking/']);
  });

  test('opens to CloudFront of this account at most, and the month files to nobody', () => {
    const opened = Object.entries(resourcesOf(Storage, 'AWS::S3::BucketPolicy')).filter(([, { Properties }]) =>
      Properties['PolicyDocument'].Statement.some(
        ({ Principal }: { Principal: { Service?: string } }) => Principal.Service === 'cloudfront.amazonaws.com',
      ),
    );
    expect(opened.map(([id]) => id.replace(/Policy.*/, ''))).toEqual(['Site', 'Photos']);
    for (const [, { Properties }] of opened)
      for (const statement of Properties['PolicyDocument'].Statement)
        if (statement.Effect === 'Allow' && statement.Principal.Service === 'cloudfront.amazonaws.com')
          expect(statement.Condition.ArnLike).toHaveProperty(['aws:SourceArn']);
  });
});
