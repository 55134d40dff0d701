import { StateMachine } from 'aws-local-stepfunctions';
import { describe, expect, test } from 'vitest';
import { monthCloseDefinition } from '../../../infra/month-close-definition.ts';
import { everywhere, marketTemplates, text } from './market-template.ts';

const templates = marketTemplates();
const properties = (type: string) => everywhere(templates, type).map(({ Properties }) => Properties);

describe('the close is started', () => {
  const schedules = properties('AWS::Scheduler::Schedule').filter(({ Target }) => Target.Input);

  test('in each zone at five past its own midnight, on day 1 and on day 11', () => {
    expect(
      schedules.map(({ ScheduleExpression, ScheduleExpressionTimezone }) => [
        ScheduleExpressionTimezone,
        ScheduleExpression,
      ]),
    ).toEqual(
      ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].flatMap((zone) => [
        [zone, 'cron(5 0 1 * ? *)'],
        [zone, 'cron(5 0 11 * ? *)'],
      ]),
    );
  });

  test('with the scheduled instant, so the month never follows from the clock', () => {
    for (const { Target, ScheduleExpressionTimezone, ScheduleExpression } of schedules) {
      expect(JSON.parse(Target.Input)).toEqual({
        zone: ScheduleExpressionTimezone,
        phase: ScheduleExpression.startsWith('cron(5 0 11') ? 'final' : 'preliminary',
        scheduledAt: '<aws.scheduler.scheduled-time>',
      });
      expect(Target.RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0);
      expect(Target.DeadLetterConfig.Arn).toBeDefined();
    }
  });

  test('when a city asks, with what it asked', () => {
    const [rule] = properties('AWS::Events::Rule').filter(({ EventPattern }) =>
      EventPattern['detail-type'].includes('CloseRequested'),
    );
    const [target] = rule?.['Targets'] ?? [];
    expect(target.InputTransformer.InputPathsMap).toEqual({
      'detail-cityCode': '$.detail.cityCode',
      'detail-month': '$.detail.month',
      'detail-phase': '$.detail.phase',
      'detail-at': '$.detail.at',
    });
    expect(target.DeadLetterConfig.Arn).toBeDefined();
  });
});

describe('the state machine', () => {
  const [machine] = properties('AWS::StepFunctions::StateMachine');

  test('is the definition that one machine runs too, with the address of the function put in', () => {
    expect(JSON.parse(text(machine?.['DefinitionString']))).toEqual(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the place CloudFormation fills.
      JSON.parse(JSON.stringify(monthCloseDefinition('${CloseMonths}'))),
    );
    expect(machine?.['DefinitionSubstitutions']).toHaveProperty('CloseMonths');
    expect(machine).toMatchObject({ StateMachineType: 'STANDARD', TracingConfiguration: { Enabled: true } });
  });

  test('maps over cities as executions of their own', () => {
    const { States } = monthCloseDefinition('close');
    expect(States['Close cities']).toMatchObject({
      Type: 'Map',
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' } },
    });
  });

  test('tries every task again, with growing waits', () => {
    const tasks = JSON.stringify(monthCloseDefinition('close')).match(/"Type":"Task"/g)?.length;
    const backoffs = JSON.stringify(monthCloseDefinition('close')).match(/\["States.ALL"\],"IntervalSeconds"/g)?.length;
    expect([tasks, backoffs]).toEqual([6, 6]);
  });
});

type Asked = { task: string; cityCode?: string; province?: string; range?: object };
/** Its first run answers what to open. */
const LARGE = '35.73';
const [first, second] = [
  { after: null, until: 'm' },
  { after: 'm', until: null },
];
const plan = {
  month: '2026-10',
  phase: 'final',
  takenAt: '2026-11-10T17:05:00.000Z',
  cities: [{ cityCode: '35.73' }, { cityCode: '35.78' }],
  provinces: [{ province: '35' }],
};

/** Runs the definition with a function that fails at one city's task; retries do not wait. */
const close = async (failing: Partial<Asked> | undefined, planned: object = plan) => {
  const asked: Asked[] = [];
  const work = async (task: Asked) => {
    asked.push(task);
    if (task.task === 'plan') return planned;
    if (failing && Object.entries(failing).every(([name, value]) => task[name as keyof Asked] === value))
      throw new Error('no');
    if (task.task === 'city' && task.cityCode === LARGE) return { ranges: [first, second] };
    return { place: task.cityCode ?? 'x' };
  };
  const tasks = ['Plan', 'Close city', 'Open range', 'Close opened city', 'Merge province', 'Merge country'];
  const each = <T>(value: T) => Object.fromEntries(tasks.map((task) => [task, value]));
  const machine = new StateMachine(monthCloseDefinition('close') as never, { validationOptions: { checkArn: false } });
  const { result } = machine.run(
    { zone: 'Asia/Jakarta', phase: 'final', scheduledAt: '2026-11-10T17:05:00Z' },
    { overrides: { taskResourceLocalHandlers: each(work) as never, retryIntervalOverrides: each([0, 0]) } },
  );
  const ended = await result.then(
    () => 'closed',
    (error: Error) => error.message,
  );
  return { ended, asked };
};

describe('a close', () => {
  const asks = (asked: Asked[], cityCode: string) =>
    asked.filter((one) => one.cityCode === cityCode).map(({ task }) => task);
  const of = { month: plan.month, phase: plan.phase, takenAt: plan.takenAt };

  test('does cities, then provinces, then the country', async () => {
    const { ended, asked } = await close(undefined);
    expect(ended).toBe('closed');
    expect(asked[0]?.task).toBe('plan');
    expect(asked.find(({ task }) => task === 'city')).toEqual({ task: 'city', cityCode: expect.any(String), ...of });
    expect(asked.slice(-2).map(({ task }) => task)).toEqual(['province', 'country']);
  });

  test('closes a city of one range in one run', async () => {
    expect(asks((await close(undefined)).asked, '35.78')).toEqual(['city']);
  });

  test('opens every range of a large city before it closes it', async () => {
    const { asked } = await close(undefined);
    expect(asks(asked, LARGE)).toEqual(['city', 'open', 'open', 'opened-city']);
    const opened = asked.filter(({ task }) => task === 'open');
    expect(opened).toEqual([first, second].map((range) => ({ task: 'open', cityCode: LARGE, range, ...of })));
  });

  test.each(['city', 'open', 'opened-city'])(
    'merges what is there and fails at the end when the task "%s" of a city failed for good',
    async (task) => {
      const { ended, asked } = await close({ task, cityCode: LARGE });
      expect(ended).toContain('could not be closed');
      expect(asks(asked, LARGE).filter((one) => one === task).length).toBeGreaterThanOrEqual(4);
      // Nothing is published of a city that is not open as a whole.
      expect(asks(asked, LARGE).includes('opened-city')).toBe(task === 'opened-city');
      expect(asks(asked, '35.78')).toEqual(['city']);
      expect(asked.slice(-2).map(({ task }) => task)).toEqual(['province', 'country']);
    },
  );

  test('of a zone without cities is done at once', async () => {
    const { ended, asked } = await close(undefined, { ...plan, cities: [], provinces: [] });
    expect([ended, asked.length]).toEqual(['closed', 1]);
  });
});
