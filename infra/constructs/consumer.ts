import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { EventType } from '../../events/contract.ts';
import type { Subscription } from '../../events/subscription.ts';
import type { Rights } from '../rights.ts';
import { every } from './every.ts';
import { type Ground, MarketFunction } from './function.ts';
import { pascal } from './names.ts';

export type ConsumerProps = {
  readonly entry: string;
  readonly row: Subscription;
  readonly rights: Rights;
  readonly ground: Ground;
  readonly schedules: IScheduleGroup;
  readonly letters: Queue;
  readonly reserveConcurrency: boolean;
};
type Stack = ConstructorParameters<typeof MarketFunction>[0];

/** Minutes an event waits at most where its row says nothing: longer than a weekend. */
const DAYS_4 = 4 * 24 * 60;

/** One row of events/subscriptions.ts: its function, and everything that starts it. */
export class Consumer extends MarketFunction {
  readonly #props: ConsumerProps;

  constructor(scope: Stack, props: ConsumerProps) {
    const { entry, row, rights, ground, reserveConcurrency } = props;
    super(scope, pascal(entry.split('/').at(-1) ?? ''), ground, {
      entry,
      does: row.does,
      rights,
      announces: row.announces,
      computes: row.computes,
      timeout: Duration.minutes(row.minutes ?? 1),
      reservedConcurrency: reserveConcurrency ? row.atMost : undefined,
    });
    this.#props = props;
    this.#asynchronously(row);
    if (row.hears) this.#hears(row.hears);
    if (row.queues) this.#queues(row.queues, row.minutes ?? 1);
    if (row.reads) this.#reads(row.reads);
    if (row.everyMinutes) this.#every(row.everyMinutes);
  }

  /** A run that failed for an event is tried twice more and then put aside; one that failed for a schedule has a next. */
  #asynchronously({ hears, everyMinutes }: Subscription): void {
    if (hears)
      this.lambda.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(this.#props.letters) });
    else if (everyMinutes)
      this.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(everyMinutes) });
  }

  #rule(
    id: string,
    hears: readonly EventType[],
    target: Rule['addTarget'] extends (one?: infer T) => void ? T : never,
  ) {
    return new Rule(this, id, {
      description: `${hears.join(', ')} for ${this.entry}`,
      eventBus: this.#props.ground.bus,
      eventPattern: { source: ['pasar-rata'], detailType: [...hears] },
      ...(target ? { targets: [target] } : {}),
    });
  }

  #hears(hears: readonly EventType[]): void {
    this.#rule(
      'Hears',
      hears,
      new LambdaFunction(this.lambda, { deadLetterQueue: this.#props.letters, retryAttempts: 60 }),
    );
  }

  #queues(
    { hears, atOnce, keptMinutes = DAYS_4, gathers, tries = 2 }: NonNullable<Subscription['queues']>,
    minutes: number,
  ): void {
    const { letters } = this.#props;
    const waiting = new Queue(this, 'Waiting', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.minutes(minutes + 1),
      retentionPeriod: Duration.minutes(keptMinutes),
      deadLetterQueue: { queue: letters, maxReceiveCount: tries },
    });
    this.#rule('Queued', hears, new SqsQueue(waiting, { deadLetterQueue: letters, retryAttempts: 60 }));
    this.lambda.addEventSource(
      new SqsEventSource(waiting, {
        batchSize: gathers?.most ?? 1,
        maxConcurrency: atOnce,
        ...(gathers ? { maxBatchingWindow: Duration.seconds(gathers.seconds), reportBatchItemFailures: true } : {}),
      }),
    );
  }

  /** The stream is the outbox. One bad change is halved out of its batch, tried ten times and put aside. */
  #reads({ items, gatheredSeconds }: NonNullable<Subscription['reads']>): void {
    const { ground, letters } = this.#props;
    const stream = ground.table.tableStreamArn ?? '';
    this.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [stream],
      }),
    );
    // Lambda makes no mapping for a role without it, and IAM knows no resource for it.
    this.lambda.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }));
    new EventSourceMapping(this, 'Stream', {
      target: this.lambda,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      ...(gatheredSeconds === undefined ? {} : { maxBatchingWindow: Duration.seconds(gatheredSeconds) }),
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(20),
      onFailure: new SqsDlq(letters),
      filters: ['NewImage', 'OldImage'].map((image) =>
        FilterCriteria.filter({ dynamodb: { [image]: { type: { S: [...items] } } } }),
      ),
    });
  }

  #every(minutes: number): void {
    const { schedules, letters } = this.#props;
    every(this, { minutes, runs: this, schedules, deadLetterQueue: letters });
  }
}
