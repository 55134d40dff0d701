import { ArnFormat, Duration, RemovalPolicy, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { EventField, type IEventBus, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  ContextAttribute,
  type IScheduleGroup,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { monthCloses } from '../../events/month-closes.ts';
import { type Zone, zones } from '../../shared/domain/basics/month.ts';
import { monthCloseDefinition } from '../month-close-definition.ts';
import type { Ground } from './function.ts';
import { acceptPattern, attributePattern } from './wildcards.ts';

export type MonthCloseProps = {
  readonly closeMonths: IFunction;
  readonly ground: Pick<Ground, 'bus'>;
  readonly letters: IQueue;
  readonly schedules: IScheduleGroup;
};

type Monthly = Pick<MonthCloseProps, 'letters' | 'schedules'> & {
  readonly zone: Zone;
  readonly phase: string;
  readonly day: number;
};

/** The month closes by itself: in each zone at its own midnight, and when a city asks for it. */
export class MonthClose extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { closeMonths, ground, letters, schedules }: MonthCloseProps) {
    super(scope, id);
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineType: StateMachineType.STANDARD,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation puts the function's address in.
      definitionBody: DefinitionBody.fromString(JSON.stringify(monthCloseDefinition('${CloseMonths}'))),
      definitionSubstitutions: { CloseMonths: closeMonths.functionArn },
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, 'Logs', {
          retention: RetentionDays.ONE_YEAR,
          removalPolicy: RemovalPolicy.RETAIN,
        }),
        level: LogLevel.ALL,
        includeExecutionData: true,
      },
    });
    this.machine.addToRolePolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [closeMonths.functionArn] }),
    );
    this.#mayRunCities();
    for (const zone of Object.keys(zones) as Zone[])
      for (const { phase, day } of monthCloses.phases) this.#everyMonth({ zone, phase, day, letters, schedules });
    this.#onRequest(ground.bus, letters);
    Validations.of(this.machine.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Log delivery and X-Ray have no resource to name: these statements are what Step Functions requires.',
    });
  }

  /** The Distributed Map starts each city as an execution of this very machine. Its own policy breaks the circle. */
  #mayRunCities(): void {
    const { machine } = this;
    const executions = Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${machine.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const policy = new Policy(this, 'RunCities', {
      roles: [machine.role],
      statements: [
        new PolicyStatement({ actions: ['states:StartExecution'], resources: [machine.stateMachineArn] }),
        new PolicyStatement({ actions: ['states:DescribeExecution', 'states:StopExecution'], resources: [executions] }),
      ],
    });
    const { region } = Stack.of(this);
    acceptPattern(
      policy,
      `arn:aws:states:${region}:<AWS::AccountId>:execution:${attributePattern(machine, 'Name')}:*`,
      'An execution is named when it starts; the pattern covers the executions of this machine only.',
    );
  }

  #everyMonth({ zone, phase, day, letters, schedules }: Monthly): void {
    const [, city = zone] = zone.split('/');
    new Schedule(this, `${city}${day}`, {
      description: `Close the month in ${zone}, ${phase}`,
      scheduleGroup: schedules,
      schedule: ScheduleExpression.cron({
        minute: String(monthCloses.minute),
        hour: '0',
        day: String(day),
        month: '*',
        year: '*',
        timeZone: TimeZone.of(zone),
      }),
      target: new StepFunctionsStartExecution(this.machine, {
        // The month follows from the scheduled instant, so a late or repeated start closes the same month.
        input: ScheduleTargetInput.fromObject({ zone, phase, scheduledAt: ContextAttribute.scheduledTime }),
        maxEventAge: Duration.hours(12),
        retryAttempts: 60,
        deadLetterQueue: letters,
      }),
    });
  }

  #onRequest(bus: IEventBus, deadLetterQueue: IQueue): void {
    const detail = (field: string) => EventField.fromPath(`$.detail.${field}`);
    new Rule(this, 'OnRequest', {
      description: 'A city asked for its month to be closed now',
      eventBus: bus,
      eventPattern: { source: ['pasar-rata'], detailType: [...monthCloses.hears] },
      targets: [
        new SfnStateMachine(this.machine, {
          input: RuleTargetInput.fromObject({
            cityCode: detail('cityCode'),
            month: detail('month'),
            phase: detail('phase'),
            scheduledAt: detail('at'),
          }),
          deadLetterQueue,
          retryAttempts: 60,
        }),
      ],
    });
  }
}
