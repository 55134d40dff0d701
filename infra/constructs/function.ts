import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { bundleOf, folderOf } from '../bundling/bundle.ts';
import type { FileRights, FolderRights, Rights } from '../rights.ts';
import { acceptPattern, arnElsewhere, patternElsewhere } from './wildcards.ts';

/** What all our functions stand on. */
export type Ground = {
  readonly key: IKey;
  readonly table: Table;
  readonly buckets: Readonly<Record<FileRights['bucket'] | 'site', Bucket>>;
  readonly bus: IEventBus;
  /** Secrets, as references that CloudFormation resolves; never text in a template. */
  readonly sealSecret: string;
  readonly originSecret: string;
  readonly pushSecret: string;
  readonly signingSecret: string;
  /** Who calls people's browsers, as push services want to know it: the market's own address. */
  readonly pushContact: string;
  /** Where people reach the market. */
  readonly origin: string;
};

export type FunctionProps = {
  /** Its file under functions/, without its ending. */
  readonly entry: string;
  readonly does: string;
  readonly rights: Rights;
  /** Puts events on the bus. */
  readonly announces?: boolean | undefined;
  readonly environment?: Readonly<Record<string, string>>;
  /** Takes a whole core. */
  readonly computes?: boolean | undefined;
  readonly timeout?: Duration;
  readonly reservedConcurrency?: number | undefined;
};

const MEGABYTES = 512;
/** At 1,769 MB Lambda gives one core. */
const ONE_CORE = 1769;

/**
 * One Lambda of ours: our bundle on Node 24 and ARM64, its own log group, its own role that may do only what its row in
 * infra/rights.ts says, environment under our key, active tracing.
 */
export class MarketFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly entry: string;

  constructor(scope: Construct, id: string, ground: Ground, props: FunctionProps) {
    super(scope, id);
    const { entry, rights } = props;
    this.entry = entry;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    ground.key.grantDecrypt(role);
    this.lambda = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      // Tests switch bundling off; they look at templates, not at code.
      code: Stack.of(this).bundlingRequired ? Code.fromAsset(bundleOf(entry)) : Code.fromInline('// not bundled'),
      description: props.does,
      memorySize: props.computes ? ONE_CORE : MEGABYTES,
      timeout: props.timeout ?? Duration.seconds(10),
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      environmentEncryption: ground.key,
      environment: {
        POWERTOOLS_SERVICE_NAME: folderOf(entry),
        POWERTOOLS_LOG_LEVEL: 'INFO',
        ...(rights.table
          ? { TABLE_NAME: ground.table.tableName, SEAL_SECRET: ground.sealSecret, SITE_ORIGIN: ground.origin }
          : {}),
        ...(rights.files
          ? { [`${rights.files.bucket.toUpperCase()}_BUCKET`]: ground.buckets[rights.files.bucket].bucketName }
          : {}),
        ...(rights.pushes ? { PUSH_SECRET: ground.pushSecret, PUSH_CONTACT: ground.pushContact } : {}),
        ...(rights.signs ? { SIGNING_SECRET: ground.signingSecret } : {}),
        ...(rights.site ? { SITE_BUCKET: ground.buckets.site.bucketName } : {}),
        ...(props.announces ? { BUS_NAME: ground.bus.eventBusName } : {}),
        ...props.environment,
      },
      ...(props.reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: props.reservedConcurrency }),
    });
    if (rights.table) this.#mayUse(ground.table, rights);
    if (rights.files) this.#mayKeep(ground.buckets[rights.files.bucket], rights.files);
    if (rights.site) this.#mayKeep(ground.buckets.site, rights.site);
    if (props.announces) ground.bus.grantPutEventsTo(this.lambda);
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'X-Ray takes trace segments, and DynamoDB lists streams, without naming a resource: these actions cannot be narrowed.',
    });
  }

  #allow(actions: string[], resources: string[], conditions?: Record<string, unknown>): void {
    this.lambda.addToRolePolicy(
      new PolicyStatement({ actions, resources, ...(conditions === undefined ? {} : { conditions }) }),
    );
  }

  /** Reading a list needs the right on that index alone; there is no wildcard over indexes. */
  #mayUse({ tableArn }: Table, { table = [], lists = [] }: Rights): void {
    if (table.length > 0)
      this.#allow(
        table.map((action) => `dynamodb:${action}`),
        [tableArn],
      );
    if (lists.length > 0)
      this.#allow(
        ['dynamodb:Query'],
        lists.map((list) => `${tableArn}/index/${list}`),
      );
  }

  #mayKeep(bucket: Bucket, { reads = [], writes = [] }: FolderRights): void {
    const arn = arnElsewhere(bucket);
    const inside = (folders: readonly string[]) => folders.map((folder) => `${arn}/${folder}/*`);
    for (const folder of new Set([...reads, ...writes]))
      acceptPattern(
        this,
        `${patternElsewhere(this, arn)}/${folder}/*`,
        'A file is named by its content, so only its folder is known beforehand.',
      );
    if (writes.length > 0) this.#allow(['s3:PutObject'], inside(writes));
    if (reads.length === 0) return;
    this.#allow(['s3:GetObject'], inside(reads));
    // Who may not list gets "forbidden" for a missing file. Reading one names no prefix, and a plain condition on a
    // name that is not there is false: so the condition is asked only of requests that do list.
    this.#allow(['s3:ListBucket'], [arn], {
      StringLikeIfExists: { 's3:prefix': reads.map((folder) => `${folder}/*`) },
    });
  }
}
