import { driver, mustSend } from './kit/driver.ts';
import { type Print, print, quantile, ratio, table } from './kit/figures.ts';
import { startServer } from './kit/market-server.ts';
import { rawTransactions } from './kit/raw-transactions.ts';
import { cart, openCity, openStalls, type Stall } from './kit/stalls.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);
const LINES = 2;
/** So many that nobody has more open orders than people have. */
const BUYERS = 800;

type Loop = { readonly perSecond: number; readonly p50: number; readonly p95: number };

/** A closed loop: so many workers, each starting again when its last one is done, until the time is over. */
const loop = async (atOnce: number, seconds: number, work: (serial: number) => Promise<unknown>): Promise<Loop> => {
  const times: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  let serial = 0;
  const worker = async () => {
    for (let at = performance.now(); at < end; at = performance.now()) {
      await work(serial++);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const took = (performance.now() - start) / 1000;
  return { perSecond: times.length / took, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
};

export const run = async (print: Print): Promise<void> => {
  const server = await startServer();
  await openCity(server.as);
  const stalls = await openStalls(server.as, { shops: 20, products: LINES, stock: 1_000_000 });
  const floor = await rawTransactions(server);
  const bodies = stalls.map((stall: Stall) => JSON.stringify(cart(stall, LINES, new Date().toISOString())));
  const tokens = await Promise.all(Array.from({ length: BUYERS }, (_, buyer) => server.tokenOf(`buyer-${buyer}`)));
  const first = driver(server.url, 1);
  const placedFirst = await mustSend(first, 'POST', '/orders', tokens[0], bodies[0]);
  first.close();
  const left = await floor.leftBy(JSON.parse(placedFirst).orders[0].orderId);
  const raw = (serial: number) => floor.raw(left, serial, LINES + 1);
  const rows = [];
  for (const atOnce of [1, 8, 32]) {
    const to = driver(server.url, atOnce);
    const order = (serial: number) =>
      mustSend(to, 'POST', '/orders', tokens[serial % tokens.length], bodies[serial % bodies.length]);
    await loop(atOnce, 1, order);
    const before = await loop(atOnce, SECONDS / 2, raw);
    const placed = await loop(atOnce, SECONDS, order);
    const after = await loop(atOnce, SECONDS / 2, raw);
    to.close();
    const alone = (before.perSecond + after.perSecond) / 2;
    const figures = [placed.perSecond.toFixed(0), placed.p50.toFixed(1), placed.p95.toFixed(1)];
    rows.push([atOnce, ...figures, alone.toFixed(0), ratio(placed.perSecond / alone)]);
  }
  await server.stop();
  const peers = [
    ['8: Vendure 3.7.3, SQLite (published)', 9.7, 794, '–', '–', '–'],
    ['8: Medusa 2.21.0 (published)', 1.6, '4600–6300', '–', '–', '–'],
  ];
  const head = ['at once', 'orders/s', 'p50 ms', 'p95 ms', 'engine alone, transactions/s', 'ratio (goal ≥ 0.40)'];
  print(table(head, [...rows, ...peers]));
  print(
    'An order of two products over HTTP; a raw transaction leaves the same items. Driver, server, engine: 2 cores.',
  );
};

if (import.meta.main) await run(print);
