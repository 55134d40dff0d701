import { Duration, Validations } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { every } from './every.ts';
import { MarketFunction, type Surroundings } from './function.ts';
import { LedgerTriggers } from './ledger-triggers.ts';
import { MonthClose } from './month-close.ts';
import { fileNeeds, triggerNeeds } from './needs.ts';

/** Items that change with every sale and never make an event (events/changes.ts). A forgotten one only costs a start. */
const silent = [
  ...['LiveMark', 'LiveBins'],
  ...['Stock', 'Standing', 'Spending', 'Product', 'Word', 'BudgetLine'],
  ...['LedgerEntry', 'LedgerPointer', 'Shown', 'Decision', 'Allocation'],
] as const;

export type TriggersProps = {
  readonly around: Surroundings;
  readonly reserveConcurrency: boolean;
};

/** What runs without a request: events leave by the stream, clocks run out, shops are followed, months close. */
export class Triggers extends Construct {
  readonly bus: EventBus;
  readonly schedules: ScheduleGroup;
  readonly monthClose: MonthClose;
  readonly publisher: MarketFunction;
  readonly functions: readonly MarketFunction[];
  readonly deadLetters: readonly Queue[];

  constructor(scope: Construct, id: string, props: TriggersProps) {
    super(scope, id);
    const { around } = props;
    const atMost = (count: number) => (props.reserveConcurrency ? count : undefined);
    this.bus = new EventBus(this, 'Bus', { eventBusName: 'pasar-rata', description: 'What happens on the market' });
    this.schedules = new ScheduleGroup(this, 'Schedules');
    const [changes, followed, scheduled] = ['Changes', 'Followed', 'Scheduled'].map((name) => this.#letters(name));
    if (!changes || !followed || !scheduled) throw new Error('unreachable');
    this.deadLetters = [changes, followed, scheduled];
    this.publisher = this.#publisher(around, changes);
    const follower = this.#follower(around, followed);
    const clocks = this.#clocks(around, scheduled, atMost(1));
    const close = new MarketFunction(this, 'CloseMonths', around, {
      entry: 'equity/close/close-months',
      description: 'One step of the month close',
      needs: triggerNeeds['equity/close/close-months'],
      files: fileNeeds['equity/close/close-months'],
      memorySize: 1769,
      timeout: Duration.minutes(15),
      // A little more than the cities that close at the same time, so shoppers keep the rest of the account.
      reservedConcurrency: atMost(60),
    });
    this.monthClose = new MonthClose(this, 'MonthClose', {
      closeMonths: close.lambda,
      bus: this.bus,
      deadLetters: scheduled,
      schedules: this.schedules,
    });
    const live = this.#live(around, changes);
    const { bus, schedules } = this;
    const ledgers = new LedgerTriggers(this, 'Ledgers', { around, bus, schedules, followed, scheduled });
    this.functions = [this.publisher, follower, clocks, close, live, ...ledgers.functions];
  }

  /** The stream is the outbox. One bad change is halved out of its batch, tried ten times and put aside. */
  #publisher(around: Surroundings, deadLetters: Queue): MarketFunction {
    const publisher = new MarketFunction(this, 'PublishChanges', around, {
      entry: 'outbox/publish-changes',
      description: 'Turns changes of the table into events',
      environment: { BUS_NAME: this.bus.eventBusName },
      timeout: Duration.minutes(1),
    });
    const stream = around.table.tableStreamArn ?? '';
    publisher.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [stream],
      }),
    );
    this.bus.grantPutEventsTo(publisher.lambda);
    new EventSourceMapping(this, 'Stream', {
      target: publisher.lambda,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(20),
      onFailure: new SqsDlq(deadLetters),
      filters: ['NewImage', 'OldImage'].map((image) =>
        FilterCriteria.filter({ dynamodb: { [image]: { type: { S: [{ 'anything-but': [...silent] }] } } } }),
      ),
    });
    return publisher;
  }

  /** The month so far follows every standing that changed: the stream's second and last reader. */
  #live(around: Surroundings, deadLetters: Queue): MarketFunction {
    const live = new MarketFunction(this, 'LiveFollow', around, {
      entry: 'equity/live/follow-standings',
      description: 'Counts changed standings in the live month, each exactly once',
      needs: triggerNeeds['equity/live/follow-standings'],
      timeout: Duration.minutes(1),
    });
    const stream = around.table.tableStreamArn ?? '';
    live.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [stream],
      }),
    );
    new EventSourceMapping(this, 'Standings', {
      target: live.lambda,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(2),
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(20),
      onFailure: new SqsDlq(deadLetters),
      filters: [FilterCriteria.filter({ dynamodb: { NewImage: { type: { S: ['Standing'] } } } })],
    });
    return live;
  }

  /** A shop's products enter and leave the catalogue with its verification. */
  #follower(around: Surroundings, deadLetterQueue: Queue): MarketFunction {
    const follower = new MarketFunction(this, 'FollowMerchants', around, {
      entry: 'catalogue/follow-merchants',
      description: 'Lists or unlists the products of a shop that was verified or suspended',
      needs: triggerNeeds['catalogue/follow-merchants'],
      timeout: Duration.minutes(2),
    });
    follower.lambda.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(deadLetterQueue) });
    new Rule(this, 'MerchantsMoved', {
      description: 'A shop was verified or suspended',
      eventBus: this.bus,
      eventPattern: { source: ['pasar-rata'], detailType: ['MerchantVerified', 'MerchantSuspended'] },
      targets: [new LambdaFunction(follower.lambda, { deadLetterQueue, retryAttempts: 60 })],
    });
    return follower;
  }

  /** Clocks are looked at every five minutes, by one run at a time; a run that failed is made up for by the next. */
  #clocks(around: Surroundings, deadLetterQueue: Queue, reservedConcurrency: number | undefined): MarketFunction {
    const clocks = new MarketFunction(this, 'RunClocks', around, {
      entry: 'orders/run-clocks',
      description: 'Moves orders whose time has run out',
      needs: triggerNeeds['orders/run-clocks'],
      timeout: Duration.minutes(4),
      reservedConcurrency,
    });
    clocks.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(5) });
    every(this, {
      id: 'EveryFiveMinutes',
      description: 'Look which clocks of orders have run out',
      ...{ rate: Duration.minutes(5), retryAttempts: 2, runs: clocks, schedules: this.schedules, deadLetterQueue },
    });
    return clocks;
  }

  #letters(name: string): Queue {
    const queue = new Queue(this, `${name}DeadLetters`, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This queue is itself the last resort for what could not be delivered; an alarm counts what lies in it.',
    });
    return queue;
  }
}
