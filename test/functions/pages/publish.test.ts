import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SiteFiles } from '../../../functions/files.ts';
import { publish } from '../../../functions/pages/publish.ts';
import { randomId } from '../../../shared/domain/basics/id.ts';

const KEY = 'pages/malang/index.html';

/** A bucket whose every step is taken when the test says so: each call waits for its turn. */
const steppedSite = (turn: () => Promise<void>) => {
  const files = new Map<string, { bytes: Uint8Array; tag: string }>();
  const history: string[] = [];
  const site: SiteFiles = {
    get: async (key) => {
      await turn();
      return files.get(key);
    },
    replace: async (key, bytes, _type, tag) => {
      await turn();
      if (files.get(key)?.tag !== tag) return false;
      // A tag of the content alone, as S3's: only the stamp tells two writings of one text apart.
      files.set(key, { bytes, tag: Buffer.from(bytes).toString('base64') });
      history.push(Buffer.from(bytes).toString('utf8'));
      return true;
    },
  };
  return { site, history, text: () => Buffer.from(files.get(KEY)?.bytes ?? []).toString('utf8') };
};

/** Tasks whose steps are interleaved in an order that the test draws. */
const scheduler = (order: readonly number[]) => {
  const waiting: (() => void)[] = [];
  let drawn = 0;
  const turn = () => new Promise<void>((resolve) => waiting.push(resolve));
  const run = async (work: Promise<unknown>): Promise<void> => {
    let done = false;
    void work.finally(() => {
      done = true;
    });
    for (let idle = 0; !done && idle < 1000; idle++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (waiting.length === 0) continue;
      idle = 0;
      const [next] = waiting.splice((order[drawn++ % order.length] ?? 0) % waiting.length, 1);
      next?.();
    }
    await work;
  };
  return { turn, run };
};

const valueIn = (html: string): number => Number(/nilai (\d+)/.exec(html)?.[1]);

describe('a page', () => {
  test('older never comes over a newer one, however renders overlap, and the last change is shown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(30), { minLength: 8, maxLength: 60 }),
        fc.integer({ min: 2, max: 5 }),
        async (order, writers) => {
          const { turn, run } = scheduler(order);
          const { site, history, text } = steppedSite(turn);
          let truth = 0;
          const world = { site, now: () => 'now', newId: randomId };
          const write = async () => {
            // A change, and then the render it calls for.
            truth += 1;
            await publish(world, [KEY], async () => {
              const read = truth;
              await turn();
              return [{ key: KEY, text: `<p>nilai ${read}</p>` }];
            });
          };
          const change = async () => {
            await turn();
            await write();
          };
          await run(Promise.all(Array.from({ length: writers }, change)));
          const values = history.map(valueIn);
          expect(values).toEqual([...values].sort((a, b) => a - b));
          expect(valueIn(text())).toBe(writers);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('that was changed and changed back is not taken for the one that was read', async () => {
    const { site } = steppedSite(async () => undefined);
    const world = { site, now: () => 'now', newId: randomId };
    let says = 'a';
    const put = () => publish(world, [KEY], async () => [{ key: KEY, text: `<p>${says}</p>` }]);
    await put();
    const first = await site.get(KEY);
    says = 'b';
    await put();
    says = 'a';
    await put();
    expect((await site.get(KEY))?.tag).not.toBe(first?.tag);
  });

  test('that says the same is left as it is, and so is one behind the end that was never there', async () => {
    const { site, history } = steppedSite(async () => undefined);
    const world = { site, now: () => 'now', newId: randomId };
    for (let round = 0; round < 3; round++)
      await publish(world, [KEY, 'pages/b.json', 'pages/c.html'], async () => [
        { key: KEY, text: '<p>sama</p>' },
        { key: 'pages/b.json', text: '{"a":1}' },
        { key: 'pages/c.html', text: '<p>habis</p>', onlyOver: true },
      ]);
    expect(history).toHaveLength(2);
    expect(JSON.parse(history[1] ?? '')).toMatchObject({ a: 1 });
  });
});
