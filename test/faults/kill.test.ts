import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentClient, makeWorld, type World } from '../../functions/world.ts';
import { createTable, type Engine, localClient, startEngine } from '../../infra/local/engine/engine.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { everything, townOf } from '../market.ts';
import { randomOf } from './chance/random.ts';
import { checkBooks } from './invariants/end-invariants.ts';
import type { Trade } from './kill-child.ts';
import { ledgerOf } from './town/ledger.ts';
import { silent } from './town/silent.ts';

const TABLE = 'kill';
const ROUNDS = 5;
const child = fileURLToPath(new URL('./kill-child.ts', import.meta.url));
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const random = randomOf(7);

let folder = '';
let engine: Engine;
let goods: Trade['goods'] = [];
let deliverOn = '';
/** Keys sent, and what was answered to them, over all rounds. */
const sent = new Set<string>();
const answered = new Map<string, readonly string[]>();

const worldOn = ({ endpoint }: Engine): World =>
  makeWorld({ ...silent, client: documentClient(localClient(endpoint)), tableName: TABLE, secret: 'only for tests' });

/** The engine of our file, found by the file's unique name, so that no other is ever hit. */
const engineId = async (): Promise<number> => {
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const words = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    if (words.includes(join(folder, 'market.db')) && words.includes('dynoxide')) return Number(id);
  }
  throw new Error('the engine was not found');
};

const open = () => [...sent].filter((key) => !answered.has(key));
const startTrading = (round: number): ChildProcess => {
  const trade: Trade = { endpoint: engine.endpoint, table: TABLE, round, open: open(), goods, deliverOn };
  const trader = spawn(process.execPath, [child, JSON.stringify(trade)], { stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: trader.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    const told = JSON.parse(line) as { sent?: string; answered?: string; orders?: string[] };
    if (told.sent) sent.add(told.sent);
    if (told.answered) answered.set(told.answered, told.orders ?? []);
  });
  return trader;
};
/** Waits closely, so that the kill that follows falls anywhere between two answers. */
const answers = (wanted: number) => expect.poll(() => answered.size, { interval: 5 }).toBeGreaterThanOrEqual(wanted);
const killed = (trader: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    trader.once('close', () => resolve());
    trader.kill('SIGKILL');
  });

const checkTable = async (): Promise<readonly Order[]> => {
  const items = await everything(worldOn(engine));
  const ledger = ledgerOf({ all: () => items });
  checkBooks({
    ledger,
    violated: (what) => {
      throw new Error(what);
    },
  });
  const orders = ledger.all('Order');
  for (const { given, taken, free } of ledger.all('Stock')) {
    expect(taken + free).toBe(given);
    expect(free).toBeGreaterThanOrEqual(0);
  }
  for (const { version, history } of orders) expect(history).toHaveLength(version);
  const made = Map.groupBy(orders, ({ buyerName }) => buyerName);
  for (const [key, of] of made) expect(of, `${key} made more than one order`).toHaveLength(1);
  // What was answered is there: no acknowledged write is ever lost.
  for (const [key, ids] of answered) expect((made.get(key) ?? []).map(({ orderId }) => orderId)).toEqual(ids);
  return orders;
};

describe('a process killed at random points', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pasar-kill-'));
    engine = await startEngine({ file: join(folder, 'market.db') });
    await createTable(localClient(engine.endpoint), TABLE);
    const town = await townOf(worldOn(engine));
    await town.founds('35.73');
    const shops = [await town.opens('35.73'), await town.opens('35.73', { nik: '3573024508800002' })];
    const offered = [
      await town.offers(shops[0] as never, { amount: 1000 }),
      await town.offers(shops[0] as never, { supply: 'capacity', amount: 1000 }),
      await town.offers(shops[1] as never, { amount: 30 }),
    ];
    goods = offered.map(({ merchantId, productId }) => ({
      merchantId,
      productId,
      owner: shops.find((shop) => shop.merchantId === merchantId)?.owner ?? '',
    }));
    deliverOn = town.tomorrow();
  });
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('leaves nothing half done, loses nothing it answered, and doubles nothing when asked again', async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const before = answered.size;
      const trader = startTrading(round);
      await answers(before + 5);
      await later(random.int(250));
      await killed(trader);
      await checkTable();
    }
    expect((await checkTable()).length).toBeGreaterThan(ROUNDS);
  });

  test('finds everything again after the engine itself was killed', async () => {
    const trader = startTrading(ROUNDS + 1);
    const before = answered.size;
    await answers(before + 10);
    process.kill(await engineId(), 'SIGKILL');
    // It comes back by itself, at its address, with its file.
    await expect.poll(() => engine.restarts()).toBe(1);
    await expect.poll(() => engine.answers()).toBe(true);
    await killed(trader);
    await checkTable();
    // The last keys are sent again by the next process, and make nothing twice.
    const unknown = open();
    const next = startTrading(ROUNDS + 2);
    await expect.poll(() => unknown.filter((key) => !answered.has(key))).toEqual([]);
    await killed(next);
    await checkTable();
  });
});
