/** What the close of a city costs: `node test/bench/close.ts`. Everybody has sold for a year; the engine is not counted. */

import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { closeCity } from '../../functions/equity/close/close-city.ts';
import { openRange } from '../../functions/equity/close/open-month.ts';
import type { Files } from '../../functions/files.ts';
import { rangesOf } from '../../functions/reads/register.ts';
import { makeWorld, type World } from '../../functions/world.ts';
import { addMonths } from '../../shared/domain/basics/month.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { testClock, testWorld } from '../engine.ts';
import { count, inParallel, type Print, print, table } from './kit/figures.ts';
import { cityItems, fill, idOf, MONTH, merchantItems, withoutStream, yearItems } from './kit/seeds.ts';
import { CITY } from './kit/where.ts';

const MERCHANTS = Number(process.env['BENCH_MERCHANTS'] ?? 20_000);
const CLOSE = { month: MONTH, phase: 'final', takenAt: '2026-12-11T02:00:00.000Z' } as const;
const BATCH = 25;

type Command = { readonly constructor: new (input: object) => Command; readonly input: object };
const noFiles: Files = { put: async () => {}, get: async () => undefined };

/** The same world, told of each command; what is kept of them is for who is told to say, because the collector works for it. */
const told = (base: World, tell: (command: Command) => void): World => {
  const send = (command: Command) => {
    tell(command);
    return base.table.client.send(command as never);
  };
  const client = { send } as unknown as Table['client'];
  return makeWorld({ ...base, client, tableName: base.table.name, secret: 'bench' });
};

const open = async (world: World): Promise<void> => {
  for (const range of await rangesOf(world, CITY)) await openRange(world, CITY, range, MONTH);
};

/** As if nobody had opened the next month. */
const unopened = async ({ table: { client, name } }: World): Promise<void> => {
  const sk = `STANDING#${addMonths(MONTH, 1)}`;
  for (let at = 0; at < MERCHANTS; at += BATCH) {
    const keys = Array.from({ length: Math.min(BATCH, MERCHANTS - at) }, (_, one) => idOf('mrc', at + one));
    const requests = keys.map((id) => ({ DeleteRequest: { Key: { pk: `MERCHANT#${id}`, sk } } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [name]: requests } }));
  }
};

const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

export const run = async (print: Print): Promise<void> => {
  const base = await testWorld({ now: testClock('2026-12-01T02:00:00.000Z').now });
  await withoutStream(base.table);
  await fill(base.table, 1, cityItems);
  await fill(base.table, MERCHANTS, (serial) => [merchantItems, yearItems].flatMap((items) => items(serial)));
  const rows: string[][] = [];
  const row = (name: string, commands: number, seconds: number) => {
    const each = (1e6 * seconds) / MERCHANTS;
    rows.push([name, count(commands), seconds.toFixed(1), each.toFixed(0), count(Math.round(MERCHANTS / seconds))]);
    return seconds;
  };
  let sent = 0;
  const world = told(base, () => {
    sent += 1;
  });
  const step = async (name: string, work: () => Promise<unknown>): Promise<number> => {
    const before = sent;
    const seconds = await cpuOf(work);
    return row(name, sent - before, seconds);
  };
  await step('the first opening: a month written for each', () => open(world));
  await unopened(base);
  const same: Command[] = [];
  await open(told(base, (command) => same.push(new command.constructor(command.input))));
  await unopened(base);
  // Two at once, as the opening sends them.
  const replay = () => inParallel(same, 2, (command) => base.table.client.send(command as never));
  row('its commands alone, nothing done with the answers', same.length, await cpuOf(replay));
  await unopened(base);
  await step('the first opening once more, in a process that is warm', () => open(world));
  const again = await step('opening again', () => open(world));
  const closing = await step('closing: control totals, both lists, files', () =>
    closeCity(world, noFiles, CITY, CLOSE),
  );
  row('opening again and closing', 0, again + closing);
  print(table(['the close of a city', 'requests', 'CPU s', 'µs each', 'merchants a second of CPU'], rows));
  print(`${count(MERCHANTS)} merchants, each with twelve months before.`);
};

if (import.meta.main) await run(print);
