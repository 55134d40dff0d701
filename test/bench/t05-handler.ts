import middy from '@middy/core';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as catalogue from '../../functions/catalogue/api.ts';
import { counted } from '../../functions/counted.ts';
import { serve } from '../../functions/http/serve.ts';
import { jsonLogger } from '../../functions/log.ts';
import * as orders from '../../functions/orders/api.ts';
import { makeWorld, type World } from '../../functions/world.ts';
import { seatOperator } from '../../infra/local/first-operator.ts';
import { contract } from '../../shared/contract.ts';
import { NewOrder } from '../../shared/domain/orders/order.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { testClock, testWorld } from '../engine.ts';
import { eventOf, type Market, marketOf } from '../market.ts';
import { median, type Print, print, quantile, ratio, table } from './kit/figures.ts';
import { cart, openCity, openStalls, type Stall } from './kit/stalls.ts';
import { CITY } from './kit/where.ts';

const WARM = Number(process.env['BENCH_WARM'] ?? 4000);
const RUNS = Number(process.env['BENCH_RUNS'] ?? 20_000);
const LINES = 10;
const ONE_LINE = 'POST an order, 1 line';
const FLOOR = 'its body: JSON.parse and schema, nothing else';

type Work = (event: APIGatewayProxyEventV2) => unknown;
type Asked = Parameters<typeof eventOf>[2];
type Request = { readonly key: string; readonly person?: string; readonly asked: Asked };

type Timed = { readonly name: string } & Readonly<Record<'p50' | 'p99' | 'cpu', number>>;

/** Hot µs of each run, p50 and p99, and CPU µs of a run over all of them (garbage collection included). */
const time = async (name: string, events: APIGatewayProxyEventV2[], work: Work): Promise<Timed> => {
  const times: number[] = [];
  for (const event of events.slice(0, WARM)) await work(event);
  const before = process.cpuUsage();
  for (const event of events.slice(WARM)) {
    const start = performance.now();
    await work(event);
    times.push((performance.now() - start) * 1000);
  }
  const { user, system } = process.cpuUsage(before);
  return { name, p50: median(times), p99: quantile(times, 0.99), cpu: (user + system) / times.length };
};

const eventsOf = ({ key, person, asked }: Request) =>
  Array.from({ length: WARM + RUNS }, () => eventOf(key, person, asked));

/**
 * A client that keeps what the engine answered to a request, and one that answers the same again at once. One call of a
 * kind is answered whatever comes before it; several of a kind in the order they were sent.
 */
const recorder = ({ client }: Table) => {
  let answers = new Map<string, unknown[]>();
  const send = async (command: object) => {
    const answer = await client.send(command as never);
    const { name } = command.constructor;
    answers.set(name, [...(answers.get(name) ?? []), answer]);
    return answer;
  };
  const replay = () => {
    const kept = new Map([...answers].map(([name, all]) => [name, { all, at: 0 }]));
    answers = new Map();
    const again = async (command: object) => {
      const found = kept.get(command.constructor.name);
      if (!found) throw new Error(`the recorded request sent no ${command.constructor.name}`);
      return found.all[found.at++ % found.all.length];
    };
    return { send: again } as unknown as Table['client'];
  };
  return { client: { send } as unknown as Table['client'], replay };
};

/** The requests of the table, and for each a handler whose table answers at once what the engine answered before. */
const requests = async (options: Pick<World, 'logger'>) => {
  const clock = testClock();
  const { table: real } = await testWorld({ now: clock.now });
  const recording = recorder(real);
  const worldOn = (client: Table['client']) =>
    makeWorld({ client, tableName: real.name, secret: 'only for the bench', now: clock.now, ...options });
  const market: Market = marketOf(worldOn(recording.client));
  await seatOperator(market.world.table, 'operator', market.world.now());
  await openCity(market.as);
  const [stall] = (await openStalls(market.as, { shops: 1, products: LINES, stock: 1_000_000 })) as [Stall];
  const place = (lines: number) => ({ body: cart(stall, lines, clock.now()) });
  const orderIds: string[] = [];
  for (let made = 0; made < 2; made++)
    for (const { orderId } of (await market.as('ani')('POST /orders', place(1))).orders) orderIds.push(orderId);
  const [readId = '', acceptId = ''] = orderIds;
  const order = { params: { orderId: readId } };
  const all: Record<string, Request> = {
    'GET a city, kept in memory': { key: 'GET /cities/{city}', asked: { params: { city: CITY } } },
    'GET an order': { key: 'GET /orders/{orderId}', person: 'ani', asked: order },
    'POST accept': {
      key: 'POST /orders/{orderId}/accept',
      person: stall.owner,
      asked: { params: { orderId: acceptId } },
    },
    [ONE_LINE]: { key: 'POST /orders', person: 'ani', asked: place(1) },
    'POST an order, 10 lines': { key: 'POST /orders', person: 'ani', asked: place(LINES) },
  };
  const handlers: { name: string; request: Request; handle: Work }[] = [];
  for (const [name, request] of Object.entries(all)) {
    // What is kept for seconds is kept by now; what the request itself reads is recorded.
    if (request.key.startsWith('GET')) await market.ask(request.key, request.person, request.asked);
    recording.replay();
    await market.ask(request.key, request.person, request.asked);
    const world = { ...worldOn(recording.replay()), cache: market.world.cache };
    const handler = serve(contract, [...orders.endpoints, ...catalogue.endpoints], () => world);
    handlers.push({ name, request, handle: (event) => handler(event, {} as Context) });
  }
  return handlers;
};

/** Lines of the log, which are metrics too, are formatted for real and written nowhere. */
const unwritten = async <T>(work: () => Promise<T>): Promise<T> => {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
};

const measure = async () => {
  const logger = jsonLogger('orders-api');
  const handlers = await requests({ logger });
  const large = eventsOf((handlers.at(-1) as { request: Request }).request);
  const rows = [];
  for (const { name, request, handle } of handlers) {
    const events = eventsOf(request);
    // A replay that does not fit what a request sends would time its refusal.
    const { statusCode, body } = (await handle(events[0] as APIGatewayProxyEventV2)) as {
      statusCode: number;
      body: string;
    };
    if (statusCode >= 400) throw new Error(`${name} answered ${statusCode}: ${body}`);
    rows.push(await time(name, events, handle));
    if (name === ONE_LINE) rows.push(await time(FLOOR, events, ({ body }) => NewOrder.parse(JSON.parse(body ?? ''))));
  }
  const fields = { requestId: 'request-1', status: 201 };
  const bare = middy<APIGatewayProxyEventV2, unknown>().handler(async ({ body }) => JSON.parse(body ?? '')) as unknown;
  const parts: [string, Work][] = [
    ['JSON.parse of 10 lines, nothing else', ({ body }) => JSON.parse(body ?? '')],
    ['… and the contract’s schema, 10 lines', ({ body }) => NewOrder.parse(JSON.parse(body ?? ''))],
    ['middy without middleware, JSON.parse', (event) => (bare as (...all: unknown[]) => unknown)(event, {})],
    [
      'its line of the log, counted too',
      () => logger.info('request', { ...fields, ...counted('POST /orders', { milliseconds: 1.2, fault: false }) }),
    ],
  ];
  for (const [name, work] of parts) rows.push(await time(name, large, work));
  return rows;
};

export const run = async (print: Print): Promise<void> => {
  const rows = await unwritten(measure);
  const cells = rows.map(({ name, ...figures }) => [
    name,
    ...[figures.p50, figures.p99, figures.cpu].map((microseconds) => microseconds.toFixed(1)),
  ]);
  print(table(['request, the table answering at once', 'p50 µs', 'p99 µs', 'CPU µs'], cells));
  const of = (asked: string) => rows.find(({ name }) => name === asked)?.p50 ?? Number.NaN;
  print(`An order of one line ÷ JSON.parse and schema of its body: ${ratio(of(ONE_LINE) / of(FLOOR))} (goal ≤ 10).`);
};

if (import.meta.main) await run(print);
