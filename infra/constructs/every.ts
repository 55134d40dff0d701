import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IScheduleGroup, Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { MarketFunction } from './function.ts';
import { acceptPattern, attributePattern } from './wildcards.ts';

export type EveryProps = {
  readonly minutes: number;
  readonly runs: MarketFunction;
  readonly schedules: IScheduleGroup;
  readonly deadLetterQueue: IQueue;
};

/** Runs a function so often. A run that came to nothing is made up for by the next, so none waits longer than that. */
export const every = (scope: Construct, { minutes, runs, schedules, deadLetterQueue }: EveryProps): Schedule => {
  const rate = Duration.minutes(minutes);
  const role = new Role(scope, 'ScheduleRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  acceptPattern(
    role,
    `${attributePattern(runs.lambda, 'Arn')}:*`,
    "The CDK's schedule target also allows versions of the one function; there are none.",
  );
  return new Schedule(scope, 'Schedule', {
    description: `${runs.entry} every ${minutes} minutes`,
    scheduleGroup: schedules,
    schedule: ScheduleExpression.rate(rate),
    target: new LambdaInvoke(runs.lambda, { maxEventAge: rate, retryAttempts: 2, deadLetterQueue, role }),
  });
};
