import { Aws, Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

const REGION = 'us-east-1';

/**
 * CloudFront does not deliver access logs to opt-in regions such as Jakarta, so their bucket stands in us-east-1. Its
 * name is computed, not referenced: references do not cross regions.
 */
const nameIn = (account: string) => `pasar-rata-edge-logs-${account}`;

export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: Omit<StackProps, 'env'> = {}) {
    super(scope, id, { ...props, env: { region: REGION } });
    const logs = new Bucket(this, 'EdgeLogs', {
      bucketName: nameIn(Aws.ACCOUNT_ID),
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // CloudFront's log delivery writes with an ACL.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [{ expiration: Duration.days(365) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(logs).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'This bucket only receives access logs; logging its own deliveries would log the logging.',
    });
  }
}

/** The same bucket, as another region's stack names it. */
export const edgeLogs = (scope: Construct): IBucket =>
  Bucket.fromBucketAttributes(scope, 'EdgeLogs', { bucketName: nameIn(Aws.ACCOUNT_ID), region: REGION });
