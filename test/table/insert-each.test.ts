import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { insertEach } from '../../shared/table/engine/insert-each.ts';
import { getMany } from '../../shared/table/engine/reads.ts';
import { entity, type Table } from '../../shared/table/engine/table.ts';
import { commit, insert } from '../../shared/table/engine/writes.ts';
import { freshTable } from '../engine.ts';
import { named, noPause, tampered, watched } from './clients.ts';

const Jar = z.object({ jar: z.string(), sweets: z.int(), note: z.string().optional() });
const jars = entity({
  type: 'Jar',
  schema: Jar,
  key: ({ jar }: Pick<z.infer<typeof Jar>, 'jar'>) => ({ pk: `JAR#${jar}`, sk: 'JAR' }),
});
const jar = (name: string, sweets = 10) => ({ jar: name, sweets, note: undefined });
const several = (count: number) => Array.from({ length: count }, (_, at) => jar(`j${at}`));
const namesOf = (some: readonly { jar: string }[]) => some.map((one) => one.jar);

let table: Table;
beforeEach(async () => {
  table = await freshTable();
});
const sweets = async (...names: string[]) =>
  (
    await getMany(
      table,
      jars,
      names.map((name) => jars.key(jar(name))),
    )
  ).map((one) => one?.sweets);

/** Says of some insertions of each batch that the engine had too much to do, although it was never asked. */
const leavingOut = (times: number, code = 'ThrottlingError'): Table => {
  let left = times;
  const send = async (command: { input: { Statements: object[] } }) => {
    if (left-- <= 0) return (table.client.send as (one: unknown) => Promise<object>)(command);
    const [first, ...rest] = command.input.Statements;
    const some = new (command.constructor as new (input: object) => typeof command)({ Statements: [first] });
    const { Responses } = (await (table.client.send as (one: unknown) => Promise<object>)(some)) as {
      Responses: object[];
    };
    return { Responses: [...Responses, ...rest.map(() => ({ Error: { Code: code, Message: 'not now' } }))] };
  };
  return { ...table, client: { send: send as never }, pause: noPause };
};

describe('inserting many', () => {
  test('goes 25 to a call, and answers nobody when nothing was there', async () => {
    const seen = watched(table);
    expect(await insertEach(seen, jars, several(60))).toEqual([]);
    expect(seen.sent.map(({ name }) => name)).toEqual(Array(3).fill('BatchExecuteStatement'));
    expect(await sweets('j0', 'j59', 'j60')).toEqual([10, 10, undefined]);
    expect(await insertEach(seen, jars, [])).toEqual([]);
    expect(seen.sent).toHaveLength(3);
  });

  test('leaves what was there as it was, and says who it is', async () => {
    await commit(table, [insert(jars, jar('j1', 3))]);
    await commit(table, [insert(jars, jar('j30', 4))]);
    expect(namesOf(await insertEach(table, jars, several(40)))).toEqual(['j1', 'j30']);
    expect(await sweets('j0', 'j1', 'j30', 'j39')).toEqual([10, 3, 4, 10]);
  });

  test('of two who insert the same at once makes each once: what one made, the other met', async () => {
    const halves = await Promise.all([insertEach(table, jars, several(50)), insertEach(table, jars, several(50))]);
    expect(new Set(halves.flatMap(namesOf)).size).toBe(50);
    expect(halves.flat()).toHaveLength(50);
  });

  test('asks again for what the engine did not come to', async () => {
    expect(await insertEach(leavingOut(2), jars, several(5))).toEqual([]);
    expect(await sweets('j0', 'j1', 'j2', 'j3', 'j4')).toEqual(Array(5).fill(10));
  });

  test('is too busy when the engine never comes to it', async () => {
    const busy = insertEach(leavingOut(99), jars, several(30));
    await expect(busy).rejects.toMatchObject({ code: 'too_busy' });
  });

  test('ends at what will never pass', async () => {
    const refused = insertEach(leavingOut(1, 'ValidationError'), jars, several(3));
    await expect(refused).rejects.toThrow('the table refused an item: ValidationError not now');
  });

  test('meets its own when the answer was lost', async () => {
    let lost = false;
    const losing = tampered(table, {
      after: () => {
        if (lost) return;
        lost = true;
        throw named('InternalServerError');
      },
      pause: noPause,
    });
    expect(namesOf(await insertEach(losing, jars, several(3)))).toEqual(['j0', 'j1', 'j2']);
    expect(await sweets('j0', 'j1', 'j2')).toEqual([10, 10, 10]);
  });
});
