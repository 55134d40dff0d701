import { type Driver, driver, mustSend } from './driver.ts';
import { inParallel, median, type Print, print, table } from './figures.ts';
import { type Server, startServer } from './market-server.ts';
import { cpuMs } from './processes.ts';
import { CITY, cart, type Office, openCity, openOffice, openStalls, type Stall } from './stalls.ts';

const WARM = 20;
const ORDERS = 200;
const REPEATS = 3;

/** Published figures of the peers, measured on another machine of 2 cores (QUALITY.md, facts/anchors.md §2.1). */
const peers = [
  ['Vendure 3.7.3, SQLite or PostgreSQL (published)', '1 and 8', '107–250', '–', '–'],
  ['Medusa 2.21.0, PostgreSQL (published)', '1 and 8', '700–1400', '–', '–'],
];

type Buy = (driver: Driver, serial: number) => Promise<unknown>;

/** From a cart that is in the browser to orders placed: the ways a market places one. */
const ways = ({ tokenOf }: Server, stalls: readonly Stall[], office: Office): [string, number, Buy][] => {
  const stallOf = (serial: number) => stalls[serial % stalls.length] as Stall;
  const post = (lines: number): Buy => {
    return async (to, serial) =>
      mustSend(to, 'POST', '/orders', await tokenOf(`buyer-${serial % 50}`), bodyOf(stallOf(serial), lines));
  };
  const bodyOf = (stall: Stall, lines: number, of?: Office) =>
    JSON.stringify(cart(stall, lines, new Date().toISOString(), of));
  const browse: Buy = async (to, serial) => {
    const { merchantId, productIds } = stallOf(serial);
    await mustSend(to, 'GET', `/cities/${CITY}/products?limit=50`);
    await mustSend(to, 'GET', `/merchants/${merchantId}/products/${productIds[0]}`);
    await post(1)(to, serial);
  };
  const approved: Buy = async (to, serial) => {
    const body = bodyOf(stallOf(serial), 1, office);
    const placed = JSON.parse(await mustSend(to, 'POST', '/orders', await tokenOf('office-buyer'), body));
    const path = `/orders/${placed.orders[0].orderId}/approve`;
    await mustSend(to, 'POST', path, await tokenOf('office-approver'));
  };
  return [
    ['one product, personal', 1, post(1)],
    ['one product, personal', 8, post(1)],
    ['five products of a shop', 1, post(5)],
    ['an office: budget line taken, then approved', 1, approved],
    ['list of 50, product page, one product', 1, browse],
  ];
};

/** CPU ms an order of server and engine, from the first request until the stream has published the last order. */
const measure = async ({ url, pid, engine }: Server, atOnce: number, buy: Buy) => {
  const to = driver(url, atOnce);
  const batch = (orders: number) => inParallel(Array(orders).keys(), atOnce, (serial) => buy(to, serial));
  await batch(WARM);
  const [server, database] = [[] as number[], [] as number[]];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const before = [cpuMs(pid), cpuMs(engine.pid)] as const;
    await batch(ORDERS);
    await new Promise((resolve) => setTimeout(resolve, 750));
    server.push((cpuMs(pid) - before[0]) / ORDERS);
    database.push((cpuMs(engine.pid) - before[1]) / ORDERS);
  }
  to.close();
  const both = median(server.map((own, repeat) => own + (database[repeat] ?? 0)));
  return [both, median(server), median(database)].map((ms) => ms.toFixed(2));
};

export const run = async (print: Print): Promise<void> => {
  const server = await startServer();
  await openCity(server.as);
  const stalls = await openStalls(server.as, { shops: 20, products: 5, stock: 100_000 });
  const office = await openOffice(server.as, new Date().toISOString());
  const rows = [];
  for (const [name, atOnce, buy] of ways(server, stalls, office))
    rows.push([name, atOnce, ...(await measure(server, atOnce, buy))]);
  await server.stop();
  print(table(['an order, cart to placed', 'at once', 'CPU ms', 'of it server', 'of it engine'], [...rows, ...peers]));
  print(`Median of ${REPEATS} × ${ORDERS} orders after ${WARM} unmeasured; the stream's publishing is in it.`);
};

if (import.meta.main) await run(print);
