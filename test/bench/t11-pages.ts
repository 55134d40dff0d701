import type { Item } from '../../shared/table/engine/table.ts';
import { testClock, testWorld } from '../engine.ts';
import { type Market, marketOf } from '../market.ts';
import { count, median, type Print, print, ratio, table } from './kit/figures.ts';
import { lists, seatReaders } from './kit/page-units.ts';
import {
  cityItems,
  fill,
  merchantItems,
  orderItems,
  productItems,
  SHOPS,
  standingItems,
  withoutStream,
} from './kit/seeds.ts';

const SIZES = (process.env['BENCH_ENTRIES'] ?? '1000,100000').split(',').map(Number);
/** Names of the lists to be measured, where not all are: a million entries of one take minutes to write. */
const LISTS = process.env['BENCH_LISTS']?.split(',');
const ROUNDS = 60;
const PAGE = 50;

/** The lists that grow, and the entries that fill each. */
const filled: Record<string, (serial: number) => Item[]> = {
  'products of a city': productItems,
  'orders of a shop': orderItems,
  'standings of a month': standingItems,
};
type Cost = { readonly wall: number; readonly cpu: number };
const middling = (costs: readonly Cost[], what: keyof Cost) => median(costs.map((one) => one[what]));
type Opened = { readonly size: number; readonly market: Market; readonly middle: string | null };

/** A table with so many entries of one list, walked to its middle by cursor. */
const openList = async (list: (typeof lists)[number], size: number): Promise<Opened> => {
  const world = await testWorld({ now: testClock().now });
  await withoutStream(world.table);
  await fill(world.table, 1, cityItems);
  // Goods of a shop that is not there are in no list.
  await fill(world.table, SHOPS, merchantItems);
  await fill(world.table, size, filled[list.name] ?? (() => []));
  await seatReaders(world.table);
  const market = marketOf(world);
  let middle: string | null = null;
  for (let read = 0; read < size / 2; read += 100) {
    const query = { limit: 100, ...(middle === null ? {} : { cursor: middle }) };
    const { status, body } = await market.ask(list.key, list.person, { ...list.asked, query });
    if (status !== 200) throw new Error(`${list.key} answered ${status}: ${JSON.stringify(body)}`);
    middle = (body as { next: string | null }).next;
  }
  return { size, market, middle };
};

const timed = async ({ market }: Opened, { key, person, asked }: (typeof lists)[number], cursor: string | null) => {
  const query = { limit: PAGE, ...(cursor === null ? {} : { cursor }) };
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await market.ask(key, person, { ...asked, query });
  const { user, system } = process.cpuUsage(cpu);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
};

export const run = async (print: Print): Promise<void> => {
  const rows = [];
  for (const list of lists.filter(({ name }) => name in filled && (LISTS?.includes(name) ?? true))) {
    const opened: Opened[] = [];
    for (const size of SIZES) opened.push(await openList(list, size));
    const times = new Map(opened.map((one) => [one, { first: [] as Cost[], middle: [] as Cost[] }]));
    // Sizes take turns, so that what else the machine does falls on all of them alike.
    for (let round = 0; round < ROUNDS; round++)
      for (const [one, { first, middle }] of times) {
        first.push(await timed(one, list, null));
        middle.push(await timed(one, list, one.middle));
      }
    const slowest = (what: keyof Cost): string => {
      const medians = [...times.values()].flatMap(({ first, middle }) =>
        [first, middle].map((one) => middling(one, what)),
      );
      return ratio(Math.max(...medians) / Math.min(...medians));
    };
    const each = (costs: readonly Cost[]) => (['wall', 'cpu'] as const).map((what) => middling(costs, what).toFixed(2));
    for (const [{ size }, { first, middle }] of times)
      rows.push([list.name, count(size), ...each(first), ...each(middle), slowest('wall'), slowest('cpu')]);
  }
  const pages = ['first page, ms', 'CPU ms', 'page in the middle, ms', 'CPU ms'];
  const head = ['list', 'entries', ...pages, 'slowest ÷ fastest of the list', 'by CPU'];
  print(table(head, rows));
  print(`A page of ${PAGE} through the real handlers on the real engine; median of ${ROUNDS}, sizes taking turns.`);
};

if (import.meta.main) await run(print);
