import { ArnFormat, CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { indexes, keyNames } from '../../shared/table/engine/schema.ts';

/**
 * A ceiling on what a flood can cost: room for some 700 orders a second, and at most some 16 USD an hour (us-east-1
 * list) for the table and each index. Raise it when the throttle alarm rings on an honest day.
 */
const MOST_WRITES = 5000;
const MOST_READS = 10_000;

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** What must outlive every deployment: the table, the buckets, the secrets. Nothing here is deleted with the stack. */
export class StorageStack extends Stack {
  readonly table: Table;
  /** Sorted month files and snapshots: private, versioned, read by the close only. */
  readonly files: Bucket;
  /** The built pages. */
  readonly site: Bucket;
  /** Product photos, under `photos/`. */
  readonly photos: Bucket;
  readonly sealSecret: Secret;
  readonly originSecret: Secret;
  readonly pushSecret: Secret;
  readonly signingSecret: Secret;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.table = this.#table();
    const logs = this.#bucket('AccessLogs', {
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ expiration: Duration.days(365) }, unfinished],
    });
    const logged = (prefix: string) => ({
      serverAccessLogsBucket: logs as IBucket,
      serverAccessLogsPrefix: `${prefix}/`,
    });
    this.files = this.#bucket('Files', {
      ...logged('files'),
      versioned: true,
      lifecycleRules: [oldVersions, oldLists, oldLedgers, unfinished],
    });
    this.site = this.#bucket('Site', {
      ...logged('site'),
      versioned: true,
      lifecycleRules: [oldVersions, oldPages, unfinished],
    });
    this.photos = this.#bucket('Photos', { ...logged('photos'), lifecycleRules: [unfinished] });
    this.#readByCloudFront(this.site, '*', 's3:ListBucket');
    this.#readByCloudFront(this.photos, 'photos/*');
    this.sealSecret = this.#secret('SealSecret', {
      description: 'Seals identity numbers and cursors; lost or changed, sealed numbers can no longer be read',
      reason: 'A rotated seal key could no longer open the identity numbers sealed under the former one.',
    });
    this.originSecret = this.#secret('OriginSecret', {
      description: 'Proves to the API that a request came through CloudFront',
      reason: 'The distribution and all functions must change it in the same deployment; docs/deploy.md says how.',
    });
    this.pushSecret = this.#secret('PushSecret', {
      description:
        'The keys by which browsers know our calls are made of it; changed, every browser must subscribe anew',
      reason: 'A rotated secret would make other keys, and every browser that subscribed would no longer be reached.',
    });
    this.signingSecret = this.#secret('SigningSecret', {
      description:
        'The key that signs what the market says of shops is made of it; changed, later papers carry another key',
      reason: 'Banks and others keep the public key to check what they hold; docs/deploy.md says how it is changed.',
    });
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
    new CfnOutput(this, 'SiteBucket', { value: this.site.bucketName });
  }

  #table(): Table {
    const table = new Table(this, 'Table', {
      partitionKey: text(keyNames.partition),
      sortKey: text(keyNames.sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      maxReadRequestUnits: MOST_READS,
      maxWriteRequestUnits: MOST_WRITES,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'ttl',
      encryption: TableEncryption.AWS_MANAGED,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [indexName, { partition, sort, shown }] of Object.entries(indexes))
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: text(partition),
        sortKey: text(sort),
        ...(shown.length > 0
          ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...shown] }
          : { projectionType: ProjectionType.KEYS_ONLY }),
        maxReadRequestUnits: MOST_READS,
        maxWriteRequestUnits: MOST_WRITES,
      });
    return table;
  }

  #bucket(id: string, props: BucketProps): Bucket {
    return new Bucket(this, id, {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
      ...props,
    });
  }

  /**
   * The distribution stands in another stack, which needs these buckets first, so the policy cannot name it: any
   * distribution of this account may read, and that is us. Where listing is allowed too, a missing page is 404, not 403;
   * nobody sees a list, because every folder's address becomes its index.html.
   */
  #readByCloudFront(bucket: Bucket, keys: string, ...besides: string[]): void {
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject', ...besides],
        resources: [bucket.arnForObjects(keys), ...(besides.length > 0 ? [bucket.bucketArn] : [])],
        conditions: {
          ArnLike: {
            'aws:SourceArn': this.formatArn({
              service: 'cloudfront',
              region: '',
              resource: 'distribution',
              resourceName: '*',
              arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
            }),
          },
        },
      }),
    );
  }

  #secret(id: string, { description, reason }: { description: string; reason: string }): Secret {
    const secret = new Secret(this, id, {
      description,
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(secret).acknowledge({ id: 'AwsSolutions-SMG4', reason });
    return secret;
  }
}

/**
 * Files of lists are named by their content and written again by whoever makes the same list: the version before says the
 * same. What is current stays: orders, proposals and objections refer to decisions long after the others are forgotten.
 */
const oldLists = { prefix: 'ranking/', noncurrentVersionExpiration: Duration.days(3) };
const oldLedgers = { prefix: 'ledgers/', noncurrentVersionExpiration: Duration.days(3) };
/** An upload that broke off is paid for and seen by nobody. */
const unfinished = { abortIncompleteMultipartUploadAfter: Duration.days(2), expiredObjectDeleteMarker: true };
/** A page is written again whenever what it shows changes, and can always be written again. */
const oldPages = { prefix: 'pages/', noncurrentVersionExpiration: Duration.days(3) };
/** Pages of former deployments stay long enough to roll back to. */
const oldVersions = { noncurrentVersionExpiration: Duration.days(90) };
