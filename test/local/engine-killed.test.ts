import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entryOf } from '../../functions/ranking/ledger/order-entry.ts';
import type { World } from '../../functions/world.ts';
import { documentClient } from '../../functions/world.ts';
import { createTable, type Engine, localClient, startEngine } from '../../infra/local/engine/engine.ts';
import { MARKET_DB } from '../../infra/local/engine/load-table.ts';
import { marketConsumers } from '../../infra/local/events/consumers.ts';
import { type StreamReader, streamReader } from '../../infra/local/events/stream.ts';
import { monthOf } from '../../shared/domain/basics/month.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { sameEntry } from '../../shared/domain/ranking/ledger/ledger-entry.ts';
import { liveBinsOf } from '../../shared/table/equity/live-months.ts';
import { getLedgerEntry } from '../../shared/table/ranking/ledgers.ts';
import { testWorld } from '../engine.ts';
import type { Trade } from '../faults/kill-child.ts';
import { everything, townOf } from '../market.ts';
import { enginePid } from './engine-pid.ts';

const TABLE = 'killed';
const DEATHS = 2;
const ORDERS_BETWEEN = 5;
const SALES_BETWEEN = 1;
const trading = fileURLToPath(new URL('../faults/kill-child.ts', import.meta.url));

let folder: string;
let engine: Engine;
let world: World;
let stream: StreamReader;
let trade: Trade;
let trader: ChildProcess;
const answered = new Set<string>();
const received = new Set<string>();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-'));
  engine = await startEngine({ file: join(folder, MARKET_DB) });
  const client = localClient(engine.endpoint);
  await createTable(client, TABLE);
  const pause = (attempt: number) => new Promise<void>((resolve) => setTimeout(resolve, 5 * attempt));
  world = await testWorld({ table: { client: documentClient(client), name: TABLE, pause } });
  const { consume } = marketConsumers(() => world);
  stream = await streamReader({ client, engine, tableName: TABLE, folder, consume, pauseMs: 20 });
  const town = await townOf(world);
  await town.founds('35.73');
  const shop = await town.opens('35.73');
  const { merchantId, productId } = await town.offers(shop, { amount: 1000 });
  const goods = [{ merchantId, productId, owner: shop.owner }];
  trade = { endpoint: engine.endpoint, table: TABLE, round: 1, open: [], goods, deliverOn: town.tomorrow() };
});
afterEach(async () => {
  trader.kill('SIGKILL');
  await stream.stop();
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Buyers and a seller in a process of their own, who do not stop for a missing engine. */
const startTrading = (): void => {
  trader = spawn(process.execPath, [trading, JSON.stringify(trade)], { stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: trader.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    const told = JSON.parse(line) as { answered?: string; received?: string };
    if (told.answered) answered.add(told.answered);
    if (told.received) received.add(told.received);
  });
};
/** Some are sold meanwhile: a process that starts fast places its first orders all at once. */
const moreOrders = async () => {
  const before = [answered.size + ORDERS_BETWEEN, received.size + SALES_BETWEEN] as const;
  await expect.poll(() => answered.size).toBeGreaterThan(before[0]);
  await expect.poll(() => received.size).toBeGreaterThan(before[1]);
};

// Killing an engine of DYNAMODB_ENDPOINT is not ours to do.
describe.skipIf(process.env.DYNAMODB_ENDPOINT)('an engine killed while orders run', () => {
  test('keeps none of them from the ledger and from the month so far', async () => {
    stream.start();
    startTrading();
    for (let death = 1; death <= DEATHS; death++) {
      await moreOrders();
      process.kill(await enginePid(join(folder, MARKET_DB)), 'SIGKILL');
      await expect.poll(() => engine.restarts()).toBe(death);
    }
    await moreOrders();
    trader.kill('SIGKILL');
    await expect.poll(() => stream.drain()).toBe(0);

    const items = await everything(world);
    const of = <T>(type: string) => items.filter((item) => item['type'] === type) as unknown as T[];
    const orders = of<Order>('Order');
    expect(orders.length).toBeGreaterThanOrEqual(answered.size);
    let entered = 0;
    for (const order of orders) {
      const entry = await entryOf(world, order, undefined, async () => 'meeting-food');
      if (!entry) continue;
      entered += 1;
      const kept = await getLedgerEntry(world.table, order.merchantId, order.orderId);
      expect(kept && sameEntry(kept, entry), order.orderId).toBe(true);
    }
    expect(entered).toBeGreaterThan(ORDERS_BETWEEN / 2);
    const bins = await liveBinsOf(world.table, ['35.73'], monthOf(world.now(), 'Asia/Jakarta'));
    const live = [...bins.values()].reduce((sum, { total }) => sum + total, 0n);
    const sold = of<{ turnoverRupiah: number }>('Standing').reduce(
      (sum, { turnoverRupiah }) => sum + turnoverRupiah,
      0,
    );
    expect(live).toBe(BigInt(sold));
    expect(sold).toBeGreaterThan(0);
    expect(existsSync(join(folder, 'dead-letters.jsonl'))).toBe(false);
  });
});
