import { type Driver, driver, mustSend } from './kit/driver.ts';
import { inParallel, median, type Print, print, ratio, sum, table } from './kit/figures.ts';
import { type Server, startServer } from './kit/market-server.ts';
import { cpuMs } from './kit/processes.ts';
import { type Left, type Raw, rawTransactions } from './kit/raw-transactions.ts';
import { cart, type Office, officer, openCity, openOffice, openStalls, type Stall } from './kit/stalls.ts';
import { CITY } from './kit/where.ts';

const WARM = 20;
/** V8 compiles what is called often once more; after so many orders it has. */
const THOUSAND = Number(process.env['BENCH_WARM'] ?? 1000);
const ORDERS = Number(process.env['BENCH_ORDERS'] ?? 100);
const REPEATS = Number(process.env['BENCH_REPEATS'] ?? 3);
/** So many that nobody has more open orders than people have. */
const BUYERS = 300;
/** Buyers and approvers of the office, each asked for less than one person may. */
const OFFICERS = 8;

/** Published figures of the peers, measured on another machine of 2 cores. */
const peers = [
  ['Vendure 3.7.3, SQLite or PostgreSQL (published)', '1 and 8', '107–250', '–', '–', '–', '–', '–'],
  ['Medusa 2.21.0, PostgreSQL (published)', '1 and 8', '700–1400', '–', '–', '–', '–', '–'],
];

/** Answers the id of what it placed. */
type Buy = (driver: Driver, serial: number) => Promise<string>;

type Way = {
  readonly name: string;
  readonly atOnce: number;
  /** Orders before those that are measured, of the server and of the floor alike. */
  readonly warm: number;
  readonly buy: Buy;
  /** What each of its transactions must move beside what it puts: its shelves, its budget line or the buyer's open orders. */
  readonly transactions: readonly number[];
};

/** From a cart that is in the browser to orders placed: the ways a market places one. */
const ways = ({ tokenOf }: Server, stalls: readonly Stall[], office: Office): Way[] => {
  const stallOf = (serial: number) => stalls[serial % stalls.length] as Stall;
  const post = (lines: number): Buy => {
    return async (to, serial) =>
      idIn(
        await mustSend(
          to,
          'POST',
          '/orders',
          await tokenOf(`buyer-${serial % BUYERS}`),
          bodyOf(stallOf(serial), lines),
        ),
      );
  };
  const bodyOf = (stall: Stall, lines: number, of?: Office) =>
    JSON.stringify(cart(stall, lines, new Date().toISOString(), of));
  const browse: Buy = async (to, serial) => {
    const { merchantId, productIds } = stallOf(serial);
    await mustSend(to, 'GET', `/cities/${CITY}/products?limit=50`);
    await mustSend(to, 'GET', `/merchants/${merchantId}/products/${productIds[0]}`);
    return post(1)(to, serial);
  };
  const approved: Buy = async (to, serial) => {
    const body = bodyOf(stallOf(serial), 1, office);
    const [buyer, approver] = [officer('buyer', serial % OFFICERS), officer('approver', serial % OFFICERS)];
    const orderId = idIn(await mustSend(to, 'POST', '/orders', await tokenOf(buyer), body));
    await mustSend(to, 'POST', `/orders/${orderId}/approve`, await tokenOf(approver));
    return orderId;
  };
  const one = { name: 'one product, personal', warm: WARM, buy: post(1), transactions: [2] };
  return [
    { ...one, name: 'one product, a server’s first hundreds', atOnce: 1 },
    { ...one, atOnce: 1, warm: THOUSAND },
    { ...one, atOnce: 8 },
    { name: 'five products of a shop', atOnce: 1, warm: WARM, buy: post(5), transactions: [6] },
    // Approving refuses with it a shop that was suspended and a role that was taken away.
    {
      name: 'an office: budget line taken, then approved',
      atOnce: 1,
      warm: WARM,
      buy: approved,
      transactions: [2, 2],
    },
    { name: 'list of 50, product page, one product', atOnce: 1, warm: WARM, buy: browse, transactions: [2] },
  ];
};

type Measured = Awaited<ReturnType<typeof measure>>;
type Floor = { readonly raw: Raw; readonly leftBy: (orderId: string) => Promise<Left> };

const idIn = (placed: string): string => JSON.parse(placed).orders[0].orderId;

/** Longer than what follows gathers. */
const GATHERED_MS = 2000;

type Followed = { readonly atOnce: number; readonly followedMs: number };
/** CPU ms of each of so many runs, by process: from the first request until the stream has published the last order, where it does. */
const cpuOf = async (
  pids: readonly number[],
  { atOnce, followedMs }: Followed,
  work: (serial: number) => Promise<unknown>,
) => {
  const before = pids.map((pid) => cpuMs(pid));
  await inParallel(Array(ORDERS).keys(), atOnce, work);
  await new Promise((resolve) => setTimeout(resolve, followedMs));
  return pids.map((pid, index) => (cpuMs(pid) - (before[index] ?? 0)) / ORDERS);
};

/** An order by server and engine; its floor by this process and the engine, in turns: what else runs falls on both. */
const measure = async (
  { url, pid, engine }: Server,
  { raw, leftBy }: Floor,
  { atOnce, warm, buy, transactions }: Way,
  followedMs: number,
) => {
  const to = driver(url, atOnce);
  const order = (serial: number) => buy(to, serial);
  const left: Left = await leftBy(await order(0));
  const least = async (serial: number) => {
    for (const counters of transactions) await raw(left, serial, counters);
  };
  for (const work of [order, least]) await inParallel(Array(warm).keys(), atOnce, work);
  const [server, database, floor]: [number[], number[], number[]] = [[], [], []];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const [own = 0, stored = 0] = await cpuOf([pid, engine.pid], { atOnce, followedMs }, order);
    server.push(own);
    database.push(stored);
    floor.push(sum(await cpuOf([process.pid, engine.pid], { atOnce, followedMs }, least)));
  }
  to.close();
  const both = median(server.map((own, repeat) => own + (database[repeat] ?? 0)));
  return { both, server: median(server), engine: median(database), floor: median(floor) };
};

export const run = async (print: Print): Promise<void> => {
  const server = await startServer();
  await openCity(server.as);
  const stalls = await openStalls(server.as, { shops: 20, products: 5, stock: 100_000 });
  const office = await openOffice(server.as, new Date().toISOString(), OFFICERS);
  const floor = await rawTransactions(server);
  const all = ways(server, stalls, office);
  const measured = [];
  for (const way of all) measured.push(await measure(server, floor, way, GATHERED_MS));
  await server.stopFollowing();
  const rows = [];
  for (const [index, way] of all.entries()) {
    const [whole, alone] = [measured[index] as Measured, await measure(server, floor, way, 0)];
    const figures = [whole.both, whole.server, whole.engine, whole.floor].map((ms) => ms.toFixed(2));
    rows.push([way.name, way.atOnce, ...figures, ratio(alone.both / alone.floor), ratio(whole.both / whole.floor)]);
  }
  await server.stop();
  const head = [
    'CPU ms',
    'of it server',
    'of it engine',
    'floor, CPU ms',
    'request alone ÷ floor',
    'ratio (goal ≤ 2.0)',
  ];
  print(table(['an order, cart to placed', 'at once', ...head], [...rows, ...peers]));
  print(
    `Median of ${REPEATS} × ${ORDERS} orders after ${WARM} unmeasured, from the second row on of a server that placed ${THOUSAND} before; what follows an order is in it, and not in the request alone, ` +
      'which is measured afterwards, with the stream at rest, against a floor of its own. ' +
      'Floor: one transaction (an office: two) by the same client on the same engine, in turns with the orders, that puts ' +
      'the same items with the same list entries (the order and the payment that follows it) and moves as many counters.',
  );
};

if (import.meta.main) await run(print);
