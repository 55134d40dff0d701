import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Problem } from '../../shared/problem.ts';
import { atLeast } from '../../shared/table/engine/fields.ts';
import { get, getMany } from '../../shared/table/engine/reads.ts';
import { Stale } from '../../shared/table/engine/retries.ts';
import { entity, type Table } from '../../shared/table/engine/table.ts';
import { commit, insert, put, remove, replace, save, update, type Write } from '../../shared/table/engine/writes.ts';
import { freshTable } from '../engine.ts';
import { cancelled, named, noPause, type Sent, tampered, watched } from './clients.ts';

const Jar = z.object({ jar: z.string(), sweets: z.int(), version: z.int() });
const jars = entity({
  type: 'Jar',
  schema: Jar,
  key: ({ jar }: Pick<z.infer<typeof Jar>, 'jar'>) => ({ pk: `JAR#${jar}`, sk: 'JAR' }),
});
const jar = (name: string, sweets = 10, version = 1) => ({ jar: name, sweets, version });
const soldOut = (name: string) =>
  new Problem('stock_too_little', `Habis: ${name}.`, [{ pointer: `/${name}`, detail: 'Habis.' }]);
const take = (name: string, many = 1): Write =>
  update('Jar', { pk: `JAR#${name}`, sk: 'JAR' }, { add: { sweets: -many }, when: [atLeast('sweets', many)] }, () =>
    soldOut(name),
  );

let table: Table;
beforeEach(async () => {
  table = await freshTable();
});
const fill = async (...names: string[]) => {
  for (const name of names) await commit(table, [insert(jars, jar(name))]);
};
const sweets = async (name: string) => (await get(table, jars, { pk: `JAR#${name}`, sk: 'JAR' }))?.sweets;
const told = async (work: Promise<unknown>): Promise<unknown> => work.then(() => 'done').catch((error) => error);
/** Throws these, one after another, instead of the work; undefined lets it through. */
const failing = (errors: (Error | undefined)[], paused: number[] = []) => {
  const waiting = [...errors];
  const at = { sends: 0 };
  return {
    at,
    paused,
    table: tampered(table, {
      before: () => {
        at.sends += 1;
        const error = waiting.shift();
        if (error) throw error;
      },
      pause: async (attempt) => void paused.push(attempt),
    }),
  };
};

describe('one write', () => {
  test('is one plain command, never a transaction that costs double', async () => {
    const seen = watched(table);
    await commit(seen, [insert(jars, jar('a'))]);
    await commit(seen, [take('a')]);
    await commit(seen, [remove('Jar', { pk: 'JAR#a', sk: 'JAR' })]);
    await commit(seen, []);
    expect(seen.sent.map(({ name }) => name)).toEqual(['Put', 'Update', 'Delete']);
  });

  test('made once answers what was there before', async () => {
    await fill('a');
    expect(await commit(table, [insert(jars, jar('a', 99), true)])).toMatchObject({ jar: 'a', sweets: 10 });
    expect(await told(commit(table, [insert(jars, jar('a', 99))]))).toBeInstanceOf(Stale);
    expect(await sweets('a')).toBe(10);
  });

  test('of a version somebody has passed is stale', async () => {
    await fill('a');
    await commit(table, [replace(jars, jar('a', 9, 2))]);
    expect(await told(commit(table, [replace(jars, jar('a', 8, 2))]))).toBeInstanceOf(Stale);
    expect(await told(commit(table, [save(jars, jar('a', 8, 1))]))).toBeInstanceOf(Stale);
    await commit(table, [save(jars, jar('a', 8, 3))]);
    expect(await sweets('a')).toBe(8);
  });

  test('that overwrites says nothing of what was there', async () => {
    await fill('a');
    await commit(table, [put(jars, jar('a', 3, 1))]);
    expect(await sweets('a')).toBe(3);
  });
});

describe('several writes', () => {
  test('are one transaction, or nothing', async () => {
    await fill('a', 'b');
    const seen = watched(table);
    await commit(seen, [take('a', 4), take('b', 4)]);
    expect(seen.sent.map(({ name }) => name)).toEqual(['TransactWrite']);
    expect(await told(commit(table, [take('a', 4), take('b', 7)]))).toMatchObject({ code: 'stock_too_little' });
    expect([await sweets('a'), await sweets('b')]).toEqual([6, 6]);
  });

  test('refused in several places tell all of them, under the first code', async () => {
    await fill('a', 'b', 'c');
    const refused = (await told(commit(table, [take('a', 11), take('b'), take('c', 11)]))) as Problem;
    expect(refused).toMatchObject({ code: 'stock_too_little', message: 'Habis: a.' });
    expect(refused.flaws.map(({ pointer }) => pointer)).toEqual(['/a', '/c']);
  });

  test('that meet their own first result answer it, whatever else is refused by now', async () => {
    await fill('a', 'b');
    expect(await commit(table, [take('b', 11), insert(jars, jar('a', 1), true)])).toMatchObject({
      jar: 'a',
      sweets: 10,
    });
  });

  test('refused for an old read and for another reason are read again first', async () => {
    await fill('a', 'b');
    expect(await told(commit(table, [take('b', 11), replace(jars, jar('a', 1, 5))]))).toBeInstanceOf(Stale);
  });
});

describe('writes at the end of a chain', () => {
  /** Adds a sweet to a jar as it is read, and can do so anew. */
  const adds = async (name: string): Promise<Write[]> => {
    const before = await get(table, jars, { pk: `JAR#${name}`, sk: 'JAR' });
    if (!before) return [];
    const renew = () => adds(name);
    return [{ ...replace(jars, { ...before, sweets: before.sweets + 1, version: before.version + 1 }), renew }];
  };

  test('are made anew where only they were refused, and the rest of the list is done once', async () => {
    await fill('chain', 'b');
    const late = await adds('chain');
    await commit(table, await adds('chain'));
    await commit(table, [take('b', 4), ...late]);
    expect([await sweets('chain'), await sweets('b')]).toEqual([12, 6]);
  });

  test('are not, where anything beside them was refused', async () => {
    await fill('chain', 'b');
    const late = await adds('chain');
    await commit(table, await adds('chain'));
    expect(await told(commit(table, [replace(jars, jar('b', 1, 5)), ...late]))).toBeInstanceOf(Stale);
    expect(await told(commit(table, [take('b', 11), ...late]))).toBeInstanceOf(Stale);
    expect([await sweets('chain'), await sweets('b')]).toEqual([11, 10]);
  });

  test('send their list back to its reads when they cannot be made anew', async () => {
    await fill('chain', 'b');
    const renew = () => Promise.reject(new Stale('Jar'));
    const late = (await adds('chain')).map((write) => ({ ...write, renew }));
    await commit(table, await adds('chain'));
    expect(await told(commit(table, [take('b'), ...late]))).toBeInstanceOf(Stale);
    expect(await sweets('b')).toBe(10);
  });

  test('are given up after so many others, with pauses that stay short', async () => {
    await fill('chain', 'b');
    const paused: number[] = [];
    const crowded = tampered(table, {
      before: async (sent) => {
        if (sent.name === 'TransactWrite') await commit(table, await adds('chain'));
      },
      pause: async (attempt) => void paused.push(attempt),
    });
    expect(await told(commit(crowded, [take('b'), ...(await adds('chain'))]))).toBeInstanceOf(Stale);
    expect(paused.length).toBeLessThan(32);
    expect(Math.max(...paused)).toBeLessThanOrEqual(4);
    expect(await sweets('b')).toBe(10);
  });
});

describe('an engine that says "not now"', () => {
  test.each([
    ['a conflict', cancelled('None', 'TransactionConflict')],
    ['a conflict of one write', named('TransactionConflictException')],
    ['throttling inside a transaction', cancelled('ThrottlingError', 'None')],
    ['a hot partition inside a transaction', cancelled('None', 'ProvisionedThroughputExceeded')],
    ['throttling', named('ThrottlingException')],
    ['a hot partition', named('ProvisionedThroughputExceededException')],
    ['a limit of requests', named('RequestLimitExceeded')],
    ['a transaction in progress', named('TransactionInProgressException')],
    ['a fault of its own', named('InternalServerError')],
  ])('with %s is asked again, and the work is done once', async (_, error) => {
    await fill('a', 'b');
    const { table: shaky, at, paused } = failing([error, error]);
    await commit(shaky, [take('a'), take('b')]);
    expect([at.sends, paused]).toEqual([3, [1, 2]]);
    expect([await sweets('a'), await sweets('b')]).toEqual([9, 9]);
  });

  test('with a failed condition beside a conflict is asked again: it is never "sold out"', async () => {
    await fill('a', 'b');
    const mixed = cancelled({ Code: 'ConditionalCheckFailed', Item: jar('a', 0) }, 'TransactionConflict');
    const { table: shaky, at } = failing([mixed, mixed]);
    expect(await told(commit(shaky, [take('a'), take('b')]))).toBe('done');
    expect(at.sends).toBe(3);
  });

  test('is believed when it says sold out without a conflict', async () => {
    await fill('a', 'b');
    const mixed = cancelled({ Code: 'ConditionalCheckFailed', Item: jar('a', 0) }, 'TransactionConflict');
    const { table: shaky, at } = failing([mixed]);
    expect(await told(commit(shaky, [take('a', 11), take('b')]))).toMatchObject({ code: 'stock_too_little' });
    expect(at.sends).toBe(2);
  });

  test.each([
    ['conflicts', cancelled('TransactionConflict', 'None')],
    ['throttling', named('ThrottlingException')],
  ])('to the end with %s: the market is too busy, and nothing is written', async (_, error) => {
    await fill('a', 'b');
    const { table: shaky, at, paused } = failing(Array.from({ length: 99 }, () => error));
    const busy = (await told(commit(shaky, [take('a'), take('b')]))) as Problem;
    expect(busy).toMatchObject({ code: 'too_busy', status: 503 });
    expect(at.sends).toBeLessThanOrEqual(8);
    expect(paused).toEqual(Array.from({ length: at.sends - 1 }, (_one, index) => index + 1));
    expect([await sweets('a'), await sweets('b')]).toEqual([10, 10]);
  });

  test('with anything else is not asked again', async () => {
    const { table: shaky, at } = failing([named('ValidationException')]);
    expect(await told(commit(shaky, [take('a'), take('b')]))).toMatchObject({ name: 'ValidationException' });
    expect(at.sends).toBe(1);
  });

  test('three times in ten still counts every sweet once', async () => {
    await fill('a', 'b');
    let seed = 7;
    const chance = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const shaky = tampered(table, {
      before: () => {
        if (chance() < 0.3) throw cancelled('TransactionConflict', 'None');
      },
      pause: noPause,
    });
    const ended = await Promise.all(Array.from({ length: 16 }, () => told(commit(shaky, [take('a'), take('b')]))));
    expect(ended.filter((how) => how === 'done')).toHaveLength(10);
    for (const how of ended.filter((one) => one !== 'done')) expect(how).toMatchObject({ code: 'stock_too_little' });
    expect([await sweets('a'), await sweets('b')]).toEqual([0, 0]);
  });
});

describe('an answer lost after the work was done', () => {
  const losing = () => {
    let lost = false;
    return tampered(table, {
      after: ({ name }: Sent) => {
        if (lost || !['TransactWrite', 'Put', 'Update'].includes(name)) return;
        lost = true;
        throw named('InternalServerError');
      },
      pause: noPause,
    });
  };

  test('is found again by an insert made once: nothing is taken twice', async () => {
    await fill('b');
    expect(await commit(losing(), [insert(jars, jar('a'), true), take('b', 6)])).toMatchObject({ jar: 'a' });
    expect(await sweets('b')).toBe(4);
  });

  test('sends a replacement back to its reads, where it sees what it did', async () => {
    await fill('a');
    expect(await told(commit(losing(), [replace(jars, jar('a', 5, 2)), insert(jars, jar('c'))]))).toBeInstanceOf(Stale);
    expect(await sweets('a')).toBe(5);
  });
});

describe('reading many', () => {
  const keys = ['a', 'x', 'b'].map((name) => ({ pk: `JAR#${name}`, sk: 'JAR' }));
  const leavingOut = (times: number): Table => {
    let left = times;
    const send = async (command: {
      input: { RequestItems: Record<string, { Keys: object[]; ConsistentRead: boolean }> };
    }) => {
      const asked = command.input.RequestItems[table.name] as { Keys: object[]; ConsistentRead: boolean };
      if (left-- <= 0) return (table.client.send as (one: unknown) => Promise<object>)(command);
      const [first, ...rest] = asked.Keys;
      const answer = await getMany(table, jars, [first as never]);
      const Items = answer.flatMap((one) => (one ? [{ ...one, ...(first as object) }] : []));
      return {
        Responses: { [table.name]: Items },
        UnprocessedKeys: rest.length ? { [table.name]: { ...asked, Keys: rest } } : {},
      };
    };
    return { ...table, client: { send: send as never }, pause: noPause };
  };

  test('answers in the order asked, missing ones as undefined', async () => {
    await fill('a', 'b');
    expect((await getMany(table, jars, keys)).map((one) => one?.jar)).toEqual(['a', undefined, 'b']);
    expect(await getMany(table, jars, [])).toEqual([]);
    // A list may name one thing twice, two goods of one shop for example; DynamoDB refuses to be asked so.
    expect((await getMany(table, jars, [...keys, ...keys])).map((one) => one?.jar)).toEqual([
      'a',
      undefined,
      'b',
      'a',
      undefined,
      'b',
    ]);
  });

  test('asks again for what the engine left out', async () => {
    await fill('a', 'b');
    expect((await getMany(leavingOut(2), jars, keys)).map((one) => one?.jar)).toEqual(['a', undefined, 'b']);
  });

  test('gives up when the engine leaves out for ever', async () => {
    const never: Table = {
      ...table,
      pause: noPause,
      client: { send: (async () => ({ Responses: {}, UnprocessedKeys: { [table.name]: { Keys: keys } } })) as never },
    };
    expect(await told(getMany(never, jars, keys))).toMatchObject({ code: 'too_busy' });
  });
});

describe('an item', () => {
  test('comes back as its schema says, without the table’s own keys', async () => {
    await fill('a');
    expect(await get(table, jars, { pk: 'JAR#a', sk: 'JAR' })).toEqual(jar('a'));
  });

  test('that does not fit its schema is a fault, not an answer', async () => {
    const loose = entity({
      type: 'Jar',
      schema: z.object({ jar: z.string(), sweets: z.string() }),
      key: ({ jar: name }) => ({ pk: `JAR#${name}`, sk: 'JAR' }),
    });
    await commit(table, [insert(loose, { jar: 'a', sweets: 'many' })]);
    expect(await told(get(table, jars, { pk: 'JAR#a', sk: 'JAR' }))).toBeInstanceOf(z.ZodError);
  });
});
