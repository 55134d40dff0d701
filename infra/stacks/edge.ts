import { Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { firewall } from '../constructs/firewall.ts';
import type { Settings } from '../settings.ts';

/** Where CloudFront keeps what is global. */
const REGION = 'us-east-1';

/**
 * What CloudFront wants in us-east-1: the bucket of its access logs, which it does not deliver to opt-in regions such as
 * Jakarta, and the firewall before it.
 */
export class EdgeStack extends Stack {
  readonly logs: Bucket;
  readonly firewallArn: string | undefined;

  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { readonly settings: Settings }) {
    super(scope, id, { ...props, env: { region: REGION } });
    this.logs = new Bucket(this, 'EdgeLogs', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // CloudFront's log delivery writes with an ACL.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [
        { expiration: Duration.days(365) },
        { abortIncompleteMultipartUploadAfter: Duration.days(2), expiredObjectDeleteMarker: true },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.logs).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'This bucket only receives access logs; logging its own deliveries would log the logging.',
    });
    this.firewallArn =
      settings.webAclArn ?? (settings.firewall ? firewall(this, settings.firewall).attrArn : undefined);
  }
}
