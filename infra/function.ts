import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { IndexName } from '../shared/table/engine/schema.ts';
import { bundleOf } from './bundle.ts';
import { acceptPattern, toldBucket } from './wildcards.ts';

export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';
/** What a function may do to the table, and which lists it may read. */
export type TableNeeds = { readonly actions: readonly TableAction[]; readonly lists?: readonly IndexName[] };

/** Folders of a bucket a function reads and writes; it learns the bucket's name as `<BUCKET>_BUCKET`. */
export type FileNeeds = {
  readonly bucket: 'files' | 'photos';
  readonly reads?: readonly string[];
  readonly writes: readonly string[];
};

/** What all our functions have in common. */
export type Surroundings = {
  readonly key: IKey;
  readonly table: Table;
  readonly buckets: Readonly<Record<FileNeeds['bucket'], Bucket>>;
  readonly environment: Readonly<Record<string, string>>;
};

export type FunctionProps = {
  /** Entry file under functions/, without its ending. */
  readonly entry: string;
  readonly description: string;
  readonly needs?: TableNeeds;
  readonly files?: FileNeeds | undefined;
  readonly environment?: Readonly<Record<string, string>>;
  readonly memorySize?: number;
  readonly timeout?: Duration;
  readonly reservedConcurrency?: number | undefined;
};

const bucketName = ({ bucket }: FileNeeds, { buckets }: Surroundings) => ({
  [`${bucket.toUpperCase()}_BUCKET`]: buckets[bucket].bucketName,
});

/**
 * One Lambda of ours: our bundle on Node 24 and ARM64, its own log group, its own role that may do only what is named,
 * environment under our key, active tracing.
 */
export class MarketFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly entry: string;

  constructor(scope: Construct, id: string, around: Surroundings, props: FunctionProps) {
    super(scope, id);
    this.entry = props.entry;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    around.key.grantDecrypt(role);
    this.lambda = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      // Tests switch bundling off; they look at templates, not at code.
      code: Stack.of(this).bundlingRequired ? Code.fromAsset(bundleOf(props.entry)) : Code.fromInline('// not bundled'),
      description: props.description,
      memorySize: props.memorySize ?? 512,
      timeout: props.timeout ?? Duration.seconds(10),
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      environmentEncryption: around.key,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: props.entry.replace('/', '-'),
        POWERTOOLS_METRICS_NAMESPACE: 'PasarRata',
        POWERTOOLS_LOG_LEVEL: 'INFO',
        ...(props.needs ? { TABLE_NAME: around.table.tableName, ...around.environment } : {}),
        ...(props.files ? bucketName(props.files, around) : {}),
        ...props.environment,
      },
      ...(props.reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: props.reservedConcurrency }),
    });
    if (props.needs) this.#mayUse(around.table, props.needs);
    if (props.files) this.#mayKeep(around.buckets[props.files.bucket], props.files);
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray takes trace segments without naming a resource, so its two write actions cannot be narrowed.',
    });
  }

  /** Reading a list needs the right on that index alone; there is no wildcard over indexes. */
  #mayUse(table: Table, { actions, lists = [] }: TableNeeds): void {
    this.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [table.tableArn],
      }),
    );
    if (lists.length > 0)
      this.lambda.addToRolePolicy(
        new PolicyStatement({
          actions: ['dynamodb:Query'],
          resources: lists.map((list) => `${table.tableArn}/index/${list}`),
        }),
      );
  }

  #mayKeep(bucket: Bucket, { reads = [], writes }: FileNeeds): void {
    const allow = (action: string, folders: readonly string[]) =>
      this.lambda.addToRolePolicy(
        new PolicyStatement({
          actions: [`s3:${action}`],
          resources: folders.map((folder) => bucket.arnForObjects(`${folder}/*`)),
        }),
      );
    allow('PutObject', writes);
    for (const folder of new Set([...reads, ...writes]))
      acceptPattern(
        this,
        `${toldBucket(bucket)}/${folder}/*`,
        'A file is named by its content, so only its folder is known beforehand.',
      );
    if (reads.length === 0) return;
    allow('GetObject', reads);
    // Without it S3 answers a missing file like a forbidden one, and nobody could tell what is missing.
    this.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': reads.map((folder) => `${folder}/*`) } },
      }),
    );
  }
}
