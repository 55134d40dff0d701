import type { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, type ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { MarketFunction } from './function.ts';
import { acceptPattern, told } from './wildcards.ts';

export type EveryProps = {
  readonly id: string;
  readonly description: string;
  readonly rate: Duration;
  /** How often a run that failed is tried again before the next is due. */
  readonly retryAttempts: number;
  readonly runs: MarketFunction;
  readonly schedules: ScheduleGroup;
  readonly deadLetterQueue: Queue;
};

/** Runs a function so often. A run that came to nothing is made up for by the next, so none waits longer than that. */
export const every = (scope: Construct, props: EveryProps): Schedule => {
  const { id, description, rate, retryAttempts, runs, schedules, deadLetterQueue } = props;
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  acceptPattern(
    role,
    `${told(runs.lambda, 'Arn')}:*`,
    "The CDK's schedule target also allows versions of the one function; there are none.",
  );
  return new Schedule(scope, id, {
    description,
    scheduleGroup: schedules,
    schedule: ScheduleExpression.rate(rate),
    target: new LambdaInvoke(runs.lambda, { maxEventAge: rate, retryAttempts, deadLetterQueue, role }),
  });
};
