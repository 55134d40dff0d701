import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { eventTypes } from '../../events/contract.ts';
import { monthCloses } from '../../events/month-closes.ts';
import { consumers, subscriptionOf } from '../../events/subscriptions.ts';
import { entries, folderOf, MISSING } from '../../infra/bundling/bundle.ts';
import { contexts } from '../../shared/contract.ts';
import { entryOf, everywhere, marketTemplates, text } from './stacks/market-template.ts';

const templates = marketTemplates();
const functions = everywhere(templates, 'AWS::Lambda::Function');
/** The function of a stack behind a reference to it. */
const entryBehind = (stack: string, reference: unknown): string | undefined => {
  const id = text(reference).split('.')[0];
  const found = functions.find((one) => one.stack === stack && one.id === id);
  return found && consumers.find((entry) => folderOf(entry) === entryOf(found));
};
const rows = consumers.map((entry) => ({ entry, ...subscriptionOf(entry) }));

describe('the list of subscriptions', () => {
  test('has every file that exports a handler, with the APIs of the contract, and no other', async () => {
    const files: string[] = [];
    for await (const file of glob('functions/**/*.ts')) files.push(file);
    const handling = files.filter((file) => /^export const handler\b/m.test(readFileSync(file, 'utf8')));
    const named = [...Object.keys(contexts).map((context) => `${context}/api`), ...consumers, MISSING];
    expect(handling.map((file) => file.replace(/^functions\/|\.ts$/g, '')).sort()).toEqual(named.sort());
    expect([...entries].sort()).toEqual(named.sort());
  });

  test('says of each what starts it', () => {
    for (const { entry, hears, queues, reads, everyMinutes, steps } of rows)
      expect(
        [hears, queues, reads, everyMinutes, steps].filter((one) => one !== undefined).length,
        entry,
      ).toBeGreaterThan(0);
  });

  test('listens to nothing that is never announced', () => {
    const heard = rows.flatMap(({ hears = [], queues }) => [...hears, ...(queues?.hears ?? [])]);
    for (const type of [...heard, ...monthCloses.hears]) expect(Object.keys(eventTypes)).toContain(type);
  });

  test('gives none so long that the next run would begin meanwhile', () => {
    for (const { entry, everyMinutes, minutes = 1 } of rows)
      if (everyMinutes !== undefined) expect(minutes, entry).toBeLessThan(everyMinutes);
    for (const { entry, minutes = 1 } of rows) expect(minutes, entry).toBeLessThanOrEqual(15);
  });
});

describe('on AWS', () => {
  const rules = everywhere(templates, 'AWS::Events::Rule').map(({ stack, Properties }) => ({
    stack,
    hears: Properties['EventPattern']['detail-type'] as string[],
    targets: Properties['Targets'] as { Arn: unknown; DeadLetterConfig?: object }[],
  }));

  test('every row that hears has a rule that calls it, with a queue for what fails', () => {
    const calls = rules.flatMap(({ stack, hears, targets }) =>
      targets.flatMap(({ Arn }) => {
        const entry = entryBehind(stack, Arn);
        return entry ? [[entry, hears]] : [];
      }),
    );
    expect(Object.fromEntries(calls)).toEqual(
      Object.fromEntries(rows.flatMap(({ entry, hears }) => (hears ? [[entry, hears]] : []))),
    );
    for (const { targets } of rules) for (const target of targets) expect(target.DeadLetterConfig).toBeDefined();
  });

  test('every row that queues has a queue between, of which so many at once are taken', () => {
    const mappings = everywhere(templates, 'AWS::Lambda::EventSourceMapping');
    const queues = rows.filter(({ queues }) => queues);
    const taken = mappings.filter(({ Properties }) => Properties['ScalingConfig']);
    const gathering = taken.map(({ stack, Properties }) => [
      entryBehind(stack, Properties['FunctionName']),
      {
        atOnce: Properties['ScalingConfig'].MaximumConcurrency,
        most: Properties['BatchSize'],
        seconds: Properties['MaximumBatchingWindowInSeconds'],
        byMessage: Properties['FunctionResponseTypes'] !== undefined,
      },
    ]);
    expect(Object.fromEntries(gathering)).toEqual(
      Object.fromEntries(
        queues.map(({ entry, queues: { atOnce, gathers } = { atOnce: 0 } }) => [
          entry,
          { atOnce, most: 1, seconds: undefined, ...gathers, byMessage: gathers !== undefined },
        ]),
      ),
    );
    for (const { stack, Properties } of taken) {
      const rule = rules.find(({ targets }) =>
        targets.some(({ Arn }) => text(Arn) === text(Properties['EventSourceArn'])),
      );
      expect(rule?.stack).toBe(stack);
      expect(queues.map(({ queues }) => queues?.hears)).toContainEqual(rule?.hears);
    }
  });

  test('every row that reads the stream gets its kinds of items alone, and puts aside what it cannot take', () => {
    const streams = everywhere(templates, 'AWS::Lambda::EventSourceMapping').filter(
      ({ Properties }) => Properties['StartingPosition'],
    );
    const read = streams.map(({ stack, Properties }) => {
      const patterns = Properties['FilterCriteria'].Filters.map(({ Pattern }: { Pattern: string }) =>
        JSON.parse(Pattern),
      );
      expect(Properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
      expect(Properties['DestinationConfig'].OnFailure.Destination).toBeDefined();
      return [
        entryBehind(stack, Properties['FunctionName']),
        patterns.map(({ dynamodb }: { dynamodb: object }) => dynamodb),
      ];
    });
    const kinds = (items: readonly string[]) => ({ type: { S: items } });
    expect(Object.fromEntries(read)).toEqual(
      Object.fromEntries(
        rows.flatMap(({ entry, reads }) =>
          reads ? [[entry, [{ NewImage: kinds(reads.items) }, { OldImage: kinds(reads.items) }]]] : [],
        ),
      ),
    );
  });

  test('every row with minutes is run so often', () => {
    const schedules = everywhere(templates, 'AWS::Scheduler::Schedule').flatMap(({ stack, Properties }) => {
      const entry = entryBehind(stack, Properties['Target'].Arn);
      return entry ? [[entry, Properties['ScheduleExpression']]] : [];
    });
    const rate = (minutes: number) => (minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`);
    expect(Object.fromEntries(schedules)).toEqual(
      Object.fromEntries(
        rows.flatMap(({ entry, everyMinutes }) => (everyMinutes ? [[entry, `rate(${rate(everyMinutes)})`]] : [])),
      ),
    );
  });
});
