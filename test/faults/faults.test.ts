import { describe, expect, test } from 'vitest';
import { type FaultKind, faultKinds } from './chance/faults.ts';
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
    for (const kind of Object.keys(faultKinds) as FaultKind[])
      expect(tally.faults[kind], `${kind} never happened`).toBeGreaterThan(0);
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
