import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { IScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { indexes } from '../../shared/table/engine/schema.ts';
import { folderOf } from '../bundling/bundle.ts';
import type { MarketFunction } from '../constructs/function.ts';

const period = Duration.minutes(5);
const sum = Stats.SUM;

export type WatchProps = StackProps & {
  readonly functions: readonly MarketFunction[];
  readonly api: HttpApi;
  readonly table: Table;
  /** Readers of the table's stream. */
  readonly readers: readonly MarketFunction[];
  /** Queues of dead letters, by the context they belong to. */
  readonly deadLetters: Readonly<Record<string, IQueue>>;
  readonly monthClose: readonly StateMachine[];
  readonly schedules: IScheduleGroup;
  readonly key: Key;
  readonly email?: string | undefined;
};

/** How an alarm is judged: above `above` in `of` periods of five minutes; silence is health. */
type Rule = { readonly says: string; readonly above: number; readonly of?: number };

/** The dashboard, and every alarm docs/deploy.md has a page for, told to one topic. */
export class WatchStack extends Stack {
  readonly topic: Topic;
  readonly #dashboard: Dashboard;

  constructor(scope: Construct, id: string, props: WatchProps) {
    const { env, email } = props;
    super(scope, id, env ? { env } : {});
    this.topic = this.#topic(props.key);
    if (email) this.topic.addSubscription(new EmailSubscription(email));
    this.#dashboard = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(1) });
    this.#requests(props);
    this.#functions(props);
    this.#table(props);
    this.#events(props);
    this.#close(props);
  }

  /**
   * Asking for TLS replaces the policy a topic has by itself, by which its own account may publish: so that right is
   * written down again, for the alarms of this account alone.
   */
  #topic(masterKey: Key): Topic {
    const topic = new Topic(this, 'Alarms', { masterKey, enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsPublish',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    return topic;
  }

  #requests({ api }: WatchProps): void {
    const faults = api.metricServerError({ period, statistic: sum });
    const p95 = api.metricLatency({ period, statistic: 'p95' });
    this.#alarm('ApiFaults', faults, { says: 'Requests end with 5xx', above: 5, of: 2 });
    this.#alarm('ApiLatency', p95, { says: 'One request in twenty takes over 1.2 seconds', above: 1200, of: 3 });
    const refusals = api.metricClientError({ period, statistic: sum });
    this.#row(['Requests', [api.metricCount({ period }), refusals, faults]], ['Latency', [p95]]);
  }

  #functions({ functions }: WatchProps): void {
    const of = (name: 'Errors' | 'Throttles') =>
      functions.map(({ lambda, entry }) => lambda.metric(name, { period, statistic: sum, label: entry }));
    const p95 = functions.map(({ lambda, entry }) => lambda.metricDuration({ period, statistic: 'p95', label: entry }));
    // One alarm a function: it says which, and costs the same (a sum is billed by its metrics, and may have ten).
    for (const [index, errors] of of('Errors').entries())
      this.#alarm(`FunctionErrors-${folderOf(functions[index]?.entry ?? '')}`, errors, {
        says: 'A function threw or ran out of time',
        above: 0,
      });
    const throttles = new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', period, statistic: sum });
    this.#alarm('FunctionThrottles', throttles, { says: 'A function was not started: concurrency', above: 0, of: 2 });
    this.#row(['Function errors', of('Errors')], ['Function throttles', of('Throttles')], ['Function p95', p95]);
  }

  /** A hot index key throttles the writes of the whole table, so indexes are watched like it. */
  #table({ table }: WatchProps): void {
    const of = (metricName: string) =>
      [undefined, ...Object.keys(indexes)].map(
        (index) =>
          new Metric({
            namespace: 'AWS/DynamoDB',
            metricName,
            dimensionsMap: { TableName: table.tableName, ...(index ? { GlobalSecondaryIndexName: index } : {}) },
            period,
            statistic: sum,
            label: index ?? 'table',
          }),
      );
    const throttled = [...of('ReadThrottleEvents'), ...of('WriteThrottleEvents')];
    this.#alarm('TableThrottles', total(throttled), {
      says: 'The table or an index refuses requests',
      above: 10,
      of: 2,
    });
    const conflicts = table.metric('TransactionConflict', { period, statistic: sum });
    this.#row(
      ['Units written', of('ConsumedWriteCapacityUnits')],
      ['Units read', of('ConsumedReadCapacityUnits')],
      ['Throttles and conflicts', [...throttled, conflicts]],
    );
  }

  #events({ readers, deadLetters }: WatchProps): void {
    const ages = readers.map(({ lambda, entry }) =>
      lambda.metric('IteratorAge', { period, statistic: Stats.MAXIMUM, label: entry }),
    );
    for (const [index, age] of ages.entries())
      this.#alarm(`IteratorAge-${folderOf(readers[index]?.entry ?? '')}`, age, {
        says: 'Changes are read more than five minutes late',
        above: 300_000,
        of: 2,
      });
    const letters = Object.entries(deadLetters).map(([context, queue]) => {
      const lying = queue.metricApproximateNumberOfMessagesVisible({
        period,
        statistic: Stats.MAXIMUM,
        label: context,
      });
      this.#alarm(`DeadLetters-${context}`, lying, { says: 'Something could not be delivered or done', above: 0 });
      return lying;
    });
    this.#row(['Age of the oldest change', ages], ['Dead letters', letters]);
  }

  #close({ monthClose, schedules }: WatchProps): void {
    const ended = monthClose.flatMap((machine) => [
      machine.metricFailed({ period, statistic: sum }),
      machine.metricTimedOut({ period, statistic: sum }),
      machine.metricAborted({ period, statistic: sum }),
    ]);
    const succeeded = monthClose.map((machine) => machine.metricSucceeded({ period, statistic: sum }));
    if (ended.length > 0)
      this.#alarm('CloseFailures', total(ended), { says: 'A month could not be closed, or not everywhere', above: 0 });
    const schedule = [
      schedules.metricTargetErrors({ period, statistic: sum }),
      schedules.metricDropped({ period, statistic: sum }),
      schedules.metricFailedToBeSentToDLQ(undefined, { period, statistic: sum }),
    ];
    this.#alarm('SchedulerFailures', total(schedule), { says: 'A schedule could not start what it starts', above: 0 });
    this.#row(['Closes', [...succeeded, ...ended]], ['Schedules', schedule]);
  }

  #alarm(id: string, metric: IMetric, { says, above, of = 1 }: Rule): void {
    const alarm = new Alarm(this, id, {
      metric,
      alarmDescription: `${says}. What to do: docs/deploy.md, "${id.split('-')[0]}".`,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: of,
      datapointsToAlarm: of,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }

  #row(...graphs: [title: string, metrics: IMetric[]][]): void {
    this.#dashboard.addWidgets(
      ...graphs.map(([title, left]) => new GraphWidget({ title, left, width: Math.floor(24 / graphs.length) })),
    );
  }
}

/** A sum for an alarm: of at most ten metrics, or CloudWatch refuses it. */
const total = (metrics: readonly Metric[]): MathExpression => {
  const named = Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric]));
  return new MathExpression({ expression: `SUM([${Object.keys(named)}])`, usingMetrics: named, period });
};
