import { Duration } from 'aws-cdk-lib';
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
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { indexes } from '../shared/table/engine/schema.ts';
import type { MarketFunction } from './function.ts';

const period = Duration.minutes(5);
const sum = Stats.SUM;

export type WatchProps = {
  readonly functions: readonly MarketFunction[];
  readonly api: HttpApi;
  readonly table: Table;
  readonly publisher: MarketFunction;
  readonly deadLetters: readonly IQueue[];
  readonly monthClose: StateMachine;
  readonly schedules: ScheduleGroup;
  readonly key: Key;
  readonly email?: string;
};

/** How an alarm is judged: above `above` in `of` periods of five minutes; silence is health. */
type Rule = { readonly says: string; readonly above: number; readonly of?: number };

/** The dashboard, and every alarm docs/deploy.md has a page for, told to one topic. */
export class Watch extends Construct {
  readonly topic: Topic;
  readonly #dashboard: Dashboard;

  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Alarms', { masterKey: props.key, enforceSSL: true });
    props.key.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'));
    if (props.email) this.topic.addSubscription(new EmailSubscription(props.email));
    this.#dashboard = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(1) });
    this.#requests(props);
    this.#functions(props);
    this.#table(props);
    this.#events(props);
    this.#close(props);
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
      this.#alarm(`FunctionErrors-${functions[index]?.entry.replace('/', '-')}`, errors, {
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

  #events({ publisher, deadLetters }: WatchProps): void {
    const age = publisher.lambda.metric('IteratorAge', { period, statistic: Stats.MAXIMUM });
    this.#alarm('IteratorAge', age, { says: 'Events leave more than five minutes late', above: 300_000, of: 2 });
    const letters = deadLetters.map((queue) =>
      queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM, label: queue.node.id }),
    );
    this.#alarm('DeadLetters', total(letters), { says: 'Something could not be delivered or done', above: 0 });
    this.#row(['Age of the oldest change', [age]], ['Dead letters', letters]);
  }

  #close({ monthClose, schedules }: WatchProps): void {
    const ended = [
      monthClose.metricFailed({ period, statistic: sum }),
      monthClose.metricTimedOut({ period, statistic: sum }),
      monthClose.metricAborted({ period, statistic: sum }),
    ];
    this.#alarm('CloseFailures', total(ended), { says: 'A month could not be closed, or not everywhere', above: 0 });
    const schedule = [
      schedules.metricTargetErrors({ period, statistic: sum }),
      schedules.metricDropped({ period, statistic: sum }),
      schedules.metricFailedToBeSentToDLQ(undefined, { period, statistic: sum }),
    ];
    this.#alarm('SchedulerFailures', total(schedule), { says: 'A schedule could not start what it starts', above: 0 });
    this.#row(['Closes', [monthClose.metricSucceeded({ period, statistic: sum }), ...ended]], ['Schedules', schedule]);
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
