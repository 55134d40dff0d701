import { streamMonth } from '../../functions/equity/close/stream-month.ts';
import { makeWorld } from '../../functions/world.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { testClock, testWorld } from '../engine.ts';
import { count, type Print, print, ratio, table } from './kit/figures.ts';
import {
  city,
  cityItems,
  fill,
  lastStandingItems,
  MONTH,
  merchantItems,
  standingItems,
  withoutStream,
} from './kit/seeds.ts';

const MERCHANTS = Number(process.env['BENCH_MERCHANTS'] ?? 20_000);
const REPEATS = Number(process.env['BENCH_REPEATS'] ?? 5);

type Command = { readonly constructor: { readonly name: string }; readonly input: object };
type Cost = { readonly wall: number; readonly cpu: number };

const cost = async (work: () => Promise<unknown>): Promise<Cost> => {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1000 };
};

/** Keeps the commands in order, and how far time and CPU were when the last batch of standings had been read. */
const recorder = ({ client }: Pick<Table, 'client'>) => {
  const commands: Command[] = [];
  let passesBegan = 0;
  let at: { wall: number; cpu: NodeJS.CpuUsage } = { wall: 0, cpu: { user: 0, system: 0 } };
  const send = async (command: Command) => {
    commands.push(command);
    const answer = await client.send(command as never);
    if (command.constructor.name === 'BatchGetCommand') {
      passesBegan = commands.length;
      at = { wall: performance.now(), cpu: process.cpuUsage() };
    }
    return answer;
  };
  const passes = (): Cost => {
    const { user, system } = process.cpuUsage(at.cpu);
    return { wall: performance.now() - at.wall, cpu: (user + system) / 1000 };
  };
  return { client: { send } as unknown as Table['client'], commands, passes, began: () => passesBegan };
};

/** The same reads of whole items and entries, as if nobody had said what is needed of them. */
const whole = (command: Command): Command => {
  const {
    ProjectionExpression: _part,
    ExpressionAttributeNames: names,
    RequestItems: asked,
    ...rest
  } = command.input as {
    ProjectionExpression?: string;
    ExpressionAttributeNames?: Record<string, string>;
    RequestItems?: Record<string, { Keys: object[]; ConsistentRead: boolean }>;
  };
  const keys = Object.entries(names ?? {}).filter(([name]) => name === '#p' || name === '#s');
  const items = Object.entries(asked ?? {}).map(([table, { Keys, ConsistentRead }]) => [
    table,
    { Keys, ConsistentRead },
  ]);
  const Same = command.constructor as unknown as new (input: object) => Command;
  return new Same({
    ...rest,
    ...(names ? { ExpressionAttributeNames: Object.fromEntries(keys) } : {}),
    ...(asked ? { RequestItems: Object.fromEntries(items) } : {}),
  });
};

export const run = async (print: Print): Promise<void> => {
  const base = await testWorld({ now: testClock('2026-12-11T02:00:00.000Z').now });
  await withoutStream(base.table);
  await fill(base.table, 1, cityItems);
  await fill(base.table, MERCHANTS, (serial) =>
    [merchantItems, lastStandingItems, standingItems].flatMap((items) => items(serial)),
  );
  const replay = async (commands: readonly Command[]) => {
    for (const command of commands) await base.table.client.send(command as never);
  };
  const ours = { whole: [] as Cost[], passes: [] as Cost[] };
  const raw = { whole: [] as Cost[], passes: [] as Cost[] };
  const full = { whole: [] as Cost[], passes: [] as Cost[] };
  const requests = { whole: 0, passes: 0 };
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const { client, commands, passes, began } = recorder(base.table);
    const world = makeWorld({ ...base, client, tableName: base.table.name, secret: 'bench' });
    ours.whole.push(await cost(() => streamMonth(world, city(), MONTH)));
    ours.passes.push(passes());
    const queries = commands.slice(began());
    [requests.whole, requests.passes] = [commands.length, queries.length];
    raw.whole.push(await cost(() => replay(commands)));
    raw.passes.push(await cost(() => replay(queries)));
    full.whole.push(await cost(() => replay(commands.map(whole))));
    full.passes.push(await cost(() => replay(queries.map(whole))));
  }
  const row = (name: string, part: 'whole' | 'passes') => {
    const of = (costs: readonly Cost[], what: keyof Cost) => Math.min(...costs.map((one) => one[what]));
    const [wall, cpu] = [of(ours[part], 'wall'), of(ours[part], 'cpu')];
    const against = (costs: readonly Cost[]) => [
      of(costs, 'wall').toFixed(0),
      ratio(of(costs, 'wall') / wall),
      of(costs, 'cpu').toFixed(0),
      ratio(of(costs, 'cpu') / cpu),
    ];
    const ofOurs = [requests[part], wall.toFixed(0), cpu.toFixed(0)];
    return [name, ...ofOurs, ...against(full[part]), ...against(raw[part])];
  };
  const against = (what: string) => [`${what}, ms`, 'speed ÷ it', 'CPU ms', 'CPU ÷ ours'];
  const head = [
    'snapshot of a city',
    'reads',
    'ms',
    'CPU ms',
    ...against('whole pages raw'),
    ...against('same reads raw'),
  ];
  const rows = [row('both passes over the lists', 'passes'), row('with control totals from the register', 'whole')];
  print(table(head, rows));
  print(`${count(MERCHANTS)} merchants, the fastest of ${REPEATS}, in turns.`);
};

if (import.meta.main) await run(print);
