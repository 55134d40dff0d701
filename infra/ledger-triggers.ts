import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { every } from './every.ts';
import { MarketFunction, type Surroundings } from './function.ts';
import { fileNeeds, triggerNeeds } from './needs.ts';

/** Ledgers made at the same time. Five hundred cities of some seconds each are done well before the next calls. */
const LEDGERS_AT_ONCE = 10;

export type LedgerTriggersProps = {
  readonly around: Surroundings;
  readonly bus: EventBus;
  readonly schedules: ScheduleGroup;
  /** What could not be delivered of events, and of schedules. */
  readonly followed: Queue;
  readonly scheduled: Queue;
};

/**
 * Orders enter the ledger as they are accepted or refused; a version is made of it every quarter of an hour, and at
 * once where a shop was verified, suspended or ruled about, or shows another phone or account.
 */
export class LedgerTriggers extends Construct {
  readonly functions: readonly MarketFunction[];

  constructor(scope: Construct, id: string, props: LedgerTriggersProps) {
    super(scope, id);
    const { around, bus, followed } = props;
    const follower = new MarketFunction(this, 'FollowOrders', around, {
      entry: 'ranking/ledger/follow-orders',
      description: 'Enters orders into the ledger that lists are ordered by',
      needs: triggerNeeds['ranking/ledger/follow-orders'],
    });
    follower.lambda.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(followed) });
    new Rule(this, 'OrdersMoved', {
      description: 'An order was accepted, refused, cancelled or received',
      eventBus: bus,
      eventPattern: { source: ['pasar-rata'], detailType: ['OrderMoved', 'OrderReceived'] },
      targets: [new LambdaFunction(follower.lambda, { deadLetterQueue: followed, retryAttempts: 60 })],
    });
    const refresher = new MarketFunction(this, 'RefreshLedgers', around, {
      entry: 'ranking/ledger/refresh-ledgers',
      description: "Makes the present version of a city's ledger",
      needs: triggerNeeds['ranking/ledger/refresh-ledgers'],
      files: fileNeeds['ranking/ledger/refresh-ledgers'],
      memorySize: 1769,
      // Seconds, but for a city's first ledger, which is made of all its past orders.
      timeout: Duration.minutes(14),
    });
    refresher.lambda.configureAsyncInvoke({ retryAttempts: 1, onFailure: new SqsDestination(followed) });
    new Rule(this, 'OwnersMoved', {
      description: 'A shop was verified, suspended or ruled about, or has another phone or bank account',
      eventBus: bus,
      eventPattern: {
        source: ['pasar-rata'],
        detailType: ['MerchantVerified', 'MerchantSuspended', 'OwnerEvidenceChanged', 'OwnersRuled'],
      },
      targets: [new LambdaFunction(refresher.lambda, { deadLetterQueue: followed, retryAttempts: 60 })],
    });
    this.#calls(refresher, props);
    this.functions = [follower, refresher, this.#caller(props)];
  }

  /** Every quarter of an hour each city is called for its ledger: one event a city, waiting in a queue. */
  #caller({ around, bus, schedules, scheduled: deadLetterQueue }: LedgerTriggersProps): MarketFunction {
    const caller = new MarketFunction(this, 'CallLedgers', around, {
      entry: 'ranking/ledger/call-ledgers',
      description: 'Calls for the present version of every ledger',
      needs: triggerNeeds['ranking/ledger/call-ledgers'],
      environment: { BUS_NAME: bus.eventBusName },
      timeout: Duration.minutes(2),
    });
    bus.grantPutEventsTo(caller.lambda);
    // What a run left uncalled, the next one calls.
    caller.lambda.configureAsyncInvoke({ retryAttempts: 1, maxEventAge: Duration.minutes(10) });
    every(this, {
      id: 'EveryQuarterHour',
      description: 'Call for the present version of every ledger',
      ...{ rate: Duration.minutes(15), retryAttempts: 1, runs: caller, schedules, deadLetterQueue },
    });
    return caller;
  }

  /** A queue, so that hundreds of calls at once are some runs at a time and leave shoppers the rest of the account. */
  #calls(refresher: MarketFunction, { bus, followed: letters }: LedgerTriggersProps): void {
    const calls = new Queue(this, 'LedgerCalls', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.minutes(15),
      // A call is superseded by the next one, a quarter of an hour later.
      retentionPeriod: Duration.hours(1),
      deadLetterQueue: { queue: letters, maxReceiveCount: 2 },
    });
    new Rule(this, 'LedgersDue', {
      description: "A city's ledger is due",
      eventBus: bus,
      eventPattern: { source: ['pasar-rata'], detailType: ['LedgerDue'] },
      targets: [new SqsQueue(calls, { deadLetterQueue: letters, retryAttempts: 60 })],
    });
    refresher.lambda.addEventSource(new SqsEventSource(calls, { batchSize: 1, maxConcurrency: LEDGERS_AT_ONCE }));
  }
}
