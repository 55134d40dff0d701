import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  above,
  anyOf,
  atLeast,
  atMost,
  below,
  counted,
  existsNot,
  type FieldChanges,
  hasAtMost,
  is,
  isAbsent,
  isThere,
  type Test,
} from '../../shared/table/engine/fields.ts';
import { getMany } from '../../shared/table/engine/reads.ts';
import { Stale } from '../../shared/table/engine/retries.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { check, commit, remove, update, upsert } from '../../shared/table/engine/writes.ts';
import { freshTable } from '../engine.ts';

const key = { pk: 'SHELF#1', sk: 'SHELF' };

let table: Table;
beforeEach(async () => {
  table = await freshTable();
});
const stored = async () => {
  const [item] = await getMany(table, { schema: z.looseObject({}) }, [key]);
  const { pk: _, sk: __, ...fields } = item ?? {};
  return fields;
};
const change = (changes: FieldChanges) => commit(table, [upsert('Shelf', key, changes)]);
const holds = (...tests: Test[]): Promise<boolean> =>
  commit(table, [
    check('Shelf', key, ...tests),
    update('Other', { pk: 'OTHER', sk: 'OTHER' }, { set: { seen: 1 } }),
  ]).then(
    () => true,
    (error) => {
      expect(error).toBeInstanceOf(Stale);
      return false;
    },
  );

describe('a change of fields', () => {
  test('brings an item into being with its type, and changes one that is there', async () => {
    await change({ set: { day: '2026-11-27' }, add: { free: 3 } });
    expect(await stored()).toEqual({ type: 'Shelf', day: '2026-11-27', free: 3 });
    await change({ set: { day: '2026-11-28' }, add: { free: -1 } });
    expect(await stored()).toEqual({ type: 'Shelf', day: '2026-11-28', free: 2 });
  });

  test('sets once where nothing is', async () => {
    await change({ setOnce: { since: 'monday' } });
    await change({ setOnce: { since: 'friday' } });
    expect(await stored()).toEqual({ type: 'Shelf', since: 'monday' });
  });

  test('sets what is left after another field, as that was before the change', async () => {
    await change({ setRest: { free: { of: 10, less: 'taken' } }, add: { taken: 4 } });
    expect(await stored()).toEqual({ type: 'Shelf', free: 10, taken: 4 });
    await change({ setRest: { free: { of: 10, less: 'taken' } } });
    expect(await stored()).toEqual({ type: 'Shelf', free: 6, taken: 4 });
  });

  test('moves texts between sets, and clears what is named', async () => {
    await change({ add: { shops: new Set(['a', 'b']) }, set: { ttl: 1 } });
    await change({ takeOut: { shops: new Set(['a']) }, add: { left: new Set(['a']) }, clear: ['ttl'] });
    expect(await stored()).toEqual({ type: 'Shelf', shops: new Set(['b']), left: new Set(['a']) });
    await change({ takeOut: { shops: new Set(['b']) } });
    expect(await stored()).not.toHaveProperty('shops');
  });

  test('takes fields whose names DynamoDB keeps for itself', async () => {
    await change({ set: { name: 'Rak', order: 1 }, add: { size: 2 }, when: [isAbsent('values')] });
    expect(await stored()).toEqual({ type: 'Shelf', name: 'Rak', order: 1, size: 2 });
  });

  test('is refused whole where one test does not hold', async () => {
    await change({ add: { free: 1 } });
    const refused = change({ add: { free: -1 }, set: { day: 'x' }, when: [atLeast('free', 1), isThere('day')] });
    await expect(refused).rejects.toBeInstanceOf(Stale);
    expect(await stored()).toEqual({ type: 'Shelf', free: 1 });
  });
});

describe('a test of an item', () => {
  test('compares a field, and never holds where there is none', async () => {
    await change({ set: { free: 5, inner: { version: 2 } } });
    const tests = [is('free', 5), atLeast('free', 5), atMost('free', 5), below('free', 6), above('free', 4)];
    for (const one of [...tests, is('inner.version', 2)]) expect(await holds(one)).toBe(true);
    for (const one of [is('free', 4), atLeast('free', 6), atMost('free', 4), below('free', 5), above('free', 5)])
      expect(await holds(one)).toBe(false);
    for (const one of [atLeast('gone', 0), atMost('gone', 9), is('gone', 0), is('inner.gone', 0)])
      expect(await holds(one)).toBe(false);
  });

  test('holds with all others, and in a choice by one', async () => {
    await change({ add: { free: 1 } });
    expect(await holds(anyOf(is('free', 0), is('free', 1)), isAbsent('taken'))).toBe(true);
    expect(await holds(anyOf(is('free', 0), is('free', 1)), isThere('taken'))).toBe(false);
  });

  test('knows how many texts a set has, also where there is none', async () => {
    expect(await holds(hasAtMost('shops', 0))).toBe(true);
    await change({ add: { shops: new Set(['a', 'b']) } });
    expect([await holds(hasAtMost('shops', 2)), await holds(hasAtMost('shops', 1))]).toEqual([true, false]);
  });

  test('keeps an item from being taken away', async () => {
    await change({ set: { version: 2 } });
    await expect(commit(table, [remove('Shelf', key, is('version', 1))])).rejects.toBeInstanceOf(Stale);
    await commit(table, [remove('Shelf', key, is('version', 2))]);
    expect(await holds(existsNot)).toBe(true);
  });
});

describe('counters', () => {
  const count = (by: number) => change(counted({ members: { by, most: 2, least: 1 }, admins: { by: 0, most: 0 } }));

  test('stay within their bounds, each on the way to it', async () => {
    await count(1);
    await count(1);
    await expect(count(1)).rejects.toBeInstanceOf(Stale);
    await count(-1);
    await expect(count(-1)).rejects.toBeInstanceOf(Stale);
    expect(await stored()).toEqual({ type: 'Shelf', members: 1 });
  });
});
