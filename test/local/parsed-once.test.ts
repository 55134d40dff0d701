import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { MemoryTable } from '../../infra/local/memory/memory-table.ts';
import { parsedOnce } from '../../infra/local/memory/parsed.ts';
import { list } from '../../shared/table/engine/pages.ts';
import { get, getMany, readOf, readTogether } from '../../shared/table/engine/reads.ts';
import { entity } from '../../shared/table/engine/table.ts';
import { commit, put } from '../../shared/table/engine/writes.ts';

let parses = 0;
const Stall = z.object({
  stallId: z.string().refine(() => {
    parses += 1;
    return true;
  }),
  goods: z.array(z.object({ name: z.string() })),
});
const stalls = entity({
  type: 'Stall',
  schema: Stall,
  key: ({ stallId }) => ({ pk: 'STALLS', sk: stallId }),
  list1: ({ stallId }) => ({ pk: 'LIST', sk: stallId }),
  card: ['stallId'],
});
const key = { pk: 'STALLS', sk: 'a' };

describe('a table that parses each version once', () => {
  const memory = new MemoryTable();
  const table = { client: memory.client, name: memory.name, pause: async () => undefined, parsed: parsedOnce() };
  const write = (name: string) => commit(table, [put(stalls, { stallId: 'a', goods: [{ name }] })]);
  const readings = {
    alone: async () => get(table, stalls, key),
    among: async () => (await getMany(table, stalls, [key]))[0],
    together: async () => (await readTogether(table, { one: readOf(stalls, key) })).one,
    listed: async () => (await list(table, Stall, undefined, { pk: 'STALLS', limit: 9 })).items[0],
  };

  test('answers the same however it is read, and the new one as soon as there is one', async () => {
    for (const name of ['kopi', 'teh']) {
      await write(name);
      parses = 0;
      for (const [way, read] of Object.entries(readings))
        expect(await read(), way).toEqual({ stallId: 'a', goods: [{ name }] });
      expect(parses).toBe(1);
    }
  });

  test('never lets one reader change what the next one reads', async () => {
    await write('kopi');
    const found = (await readings.alone()) as z.infer<typeof Stall>;
    expect(() => found.goods.push({ name: 'gula' })).toThrow(TypeError);
    expect(() => Object.assign(found.goods[0] as object, { name: 'gula' })).toThrow(TypeError);
    expect(await readings.together()).toEqual({ stallId: 'a', goods: [{ name: 'kopi' }] });
  });

  test('reads the parts somebody asks for as they are', async () => {
    await write('kopi');
    const of = { schema: Stall.pick({ stallId: true }), card: ['stallId'] };
    expect(await getMany(table, of, [key], { only: ['stallId'] })).toEqual([{ stallId: 'a' }]);
  });
});
