import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { MemoryTable } from '../../infra/local/memory/memory-table.ts';
import { type FaultKind, faultKinds } from './chance/faults.ts';
import { faultyClient } from './chance/faulty-client.ts';
import { randomOf } from './chance/random.ts';
import { Scheduler } from './chance/scheduler.ts';
import { runHistory } from './history.ts';
import { mistakes } from './mistakes.ts';
import { runSeeds, shrink } from './seeds.ts';

/** Of so many, one shows each mistake of the self-test. `npm run simulate:faults` runs as many as there is time for. */
const HISTORIES = 100;

describe('the market under faults', () => {
  test(`keeps its promises in ${HISTORIES} histories`, async () => {
    const tally = await runSeeds({ from: 1, histories: HISTORIES });
    const [first] = tally.violations;
    if (first) {
      const { trace } = await shrink({ seed: first.seed });
      throw new Error(`seed ${first.seed}: ${first.violation}\n${trace.slice(-80).join('\n')}`);
    }
    expect(tally.histories).toBe(HISTORIES);
    // Old items are met in one of a hundred histories: that they are shown at all is asked below.
    for (const kind of Object.keys(faultKinds) as FaultKind[])
      if (kind !== 'stale read') expect(tally.faults[kind], `${kind} never happened`).toBeGreaterThan(0);
    for (const answer of ['200', '201', '204', '409 stock_too_little', '503 too_busy', 'no answer'])
      expect(tally.answers[answer], `${answer} was never answered`).toBeGreaterThan(0);
  }, 600_000);

  test('replays a seed step by step', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const [first, second] = [await runHistory({ seed, traced: true }), await runHistory({ seed, traced: true })];
      expect(second.trace).toEqual(first.trace);
      expect((await runHistory({ seed })).steps).toBe(first.steps);
    }
  });
});

describe('the simulator', () => {
  test('shows an old item to whoever did not ask for the newest one', async () => {
    const [random, table] = [randomOf(1), new MemoryTable('memory')];
    const key = { pk: 'a', sk: 'b' };
    await table.execute(new PutCommand({ TableName: 'memory', Item: { ...key, type: 'Thing', version: 2 } }));
    const scheduler = new Scheduler(random);
    const client = faultyClient(
      {
        random,
        table,
        scheduler,
        traced: false,
        met: () => {},
        broken: () => {},
        strikes: (kind) => kind === 'stale read',
        execute: (command) => table.execute(command) as Record<string, unknown>,
        earlier: new Map([['a b', { ...key, type: 'Thing', version: 1 }]]),
      },
      () => ({ name: 'reader', alive: true, onKill: () => {} }),
    );
    const versionOf = async (ConsistentRead: boolean) => {
      const answer = client.send(new GetCommand({ TableName: 'memory', Key: key, ConsistentRead }));
      scheduler.step();
      return (await answer).Item?.['version'];
    };
    expect([await versionOf(false), await versionOf(true)]).toEqual([1, 2]);
  });

  test.each(Object.keys(mistakes))('sees code that %s', async (mistake) => {
    for (let seed = 1; seed <= HISTORIES; seed++) {
      const { violation } = await runHistory({ seed, mistake });
      if (violation) return;
    }
    throw new Error(`${HISTORIES} histories went by and nothing was noticed`);
  });

  test('shrinks a failing history to one that a person can read', async () => {
    const mistake = 'forgets to give pieces back';
    let seed = 1;
    while (!(await runHistory({ seed, mistake })).violation) seed += 1;
    const whole = await runHistory({ seed, mistake });
    const small = await shrink({ seed, mistake });
    expect(small.violation).toBeDefined();
    expect(small.operations).toBeLessThanOrEqual(whole.operations);
    expect(small.trace.at(-1)).toContain('VIOLATION');
  });
});
