import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inParallel } from '../../../functions/reads/in-parallel.ts';

const moment = () => new Promise((resolve) => setImmediate(resolve));
async function* trickle(count: number): AsyncGenerator<number> {
  for (let one = 0; one < count; one++) {
    await moment();
    yield one;
  }
}

describe('work in parallel', () => {
  test('is each done once, never more at a time than said', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(20), fc.integer({ min: 1, max: 6 }), async (count, most) => {
        const done: number[] = [];
        let [running, highest] = [0, 0];
        await inParallel(trickle(count), most, async (one) => {
          running += 1;
          highest = Math.max(highest, running);
          await moment();
          running -= 1;
          done.push(one);
        });
        expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, one) => one));
        expect(highest).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('that fails ends what was begun, begins nothing new, and throws the fault', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = async (one: number) => {
      begun.push(one);
      await moment();
      if (one === 2) throw new Error('two');
      await moment();
      ended.push(one);
    };
    await expect(inParallel(trickle(100), 3, work)).rejects.toThrow('two');
    const then = begun.length;
    expect(then).toBeLessThan(10);
    expect([...ended, 2].toSorted((a, b) => a - b)).toEqual(begun);
    await moment();
    expect(begun).toHaveLength(then);
  });

  test('of a source that fails throws its fault', async () => {
    async function* broken() {
      yield 1;
      throw new Error('no more');
    }
    await expect(inParallel(broken(), 2, moment as () => Promise<void>)).rejects.toThrow('no more');
  });
});
