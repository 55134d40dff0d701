import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildDemo } from '../../infra/local/demo/build.ts';
import { hangPictures } from '../../infra/local/demo/pictures/hanging.ts';
import { partOf } from '../../infra/local/demo/places.ts';
import { MARKET_DB } from '../../infra/local/engine/load-table.ts';
import { folderFiles } from '../../infra/local/files.ts';
import {
  child,
  filesIn,
  type Grow,
  type Growing,
  growInChild,
  wordsOf,
} from '../../infra/local/first-start/growing.ts';
import { previewOf } from '../../infra/local/first-start/preview.ts';
import { SECRET, TABLE } from '../../infra/local/local-world.ts';
import { type Market, startMarket } from '../../infra/local/market.ts';
import { MemoryTable } from '../../infra/local/memory/memory-table.ts';
import { parsedOnce } from '../../infra/local/memory/parsed.ts';
import { keysOf, signToken } from '../../infra/local/sign-in/tokens.ts';
import { Category } from '../../shared/domain/basics/category.ts';
import { signerOf } from '../../shared/domain/basics/keys/signature.ts';
import { newestStandard } from '../../shared/domain/ranking/policy/policy.ts';
import { agenciesOfCity } from '../../shared/table/agencies.ts';
import { offersOfCategory } from '../../shared/table/catalogue/products.ts';
import { ordersOfAgency } from '../../shared/table/orders/orders.ts';
import { getPaper } from '../../shared/table/papers.ts';
import { proofsOfCity } from '../../shared/table/targets/purchase-proofs.ts';

const small = { cities: partOf(0.05, ['35.73', '18.71']), months: 2 };
const until = '2026-11-13T12:34:56.000Z';
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

let folder: string;
let market: Market | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'first-'));
});
afterEach(async () => {
  await market?.stop();
  market = undefined;
  await rm(folder, { recursive: true, force: true });
});

type Rest = Partial<Parameters<typeof startMarket>[0]>;
const start = async (grow: Grow, rest: Rest = {}): Promise<Market> => {
  market = await startMarket({ port: 0, folder, site: join(folder, 'site'), logger: quiet, grow, ...rest });
  return market;
};
const textOf = async (url: string) => {
  const answer = await fetch(url);
  return { status: answer.status, text: await answer.text() };
};
const ORIGIN = 'http://localhost:3000';

describe('a first start', () => {
  // What fails to load is compiled while the market runs, and lies in its memory: nobody would be told.
  test('compiles whatever a market loads, in a process that ends', async () => {
    const words = [fileURLToPath(new URL('../../infra/local/compile.ts', import.meta.url))];
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };
    await promisify(execFile)(process.execPath, words, { env });
    expect(await readdir(join(folder, 'compiled'))).toHaveLength(1);
  });

  test('ends with a whole market, its people and nothing half done beside it', async () => {
    const lines: string[] = [];
    const { url } = await start(growInChild(small), { progress: (line) => lines.push(line) });
    const { items } = JSON.parse((await textOf(`${url}/api/cities`)).text);
    expect(items.map(({ cityCode }: { cityCode: string }) => cityCode)).toEqual(['18.71', '35.73']);
    const goods = JSON.parse((await textOf(`${url}/api/cities/35.73/products`)).text);
    expect(goods.items.length).toBeGreaterThan(0);
    expect(await readFile(join(folder, 'people.json'), 'utf8')).toContain('"sari"');
    expect((await readdir(folder)).filter((name) => name.startsWith('draft-'))).toEqual([]);
    expect(lines.at(-1)).toMatch(/pesanan/);
  });

  test('gives every good its picture behind the open market, going on after a stop in the middle', async () => {
    const { url, engineEndpoint, world } = await start(
      growInChild({ cities: partOf(0.02, ['18.71', '35.73']), months: 1 }),
    );
    const offers = (category: string) => offersOfCategory(world.table, '18.71', category, { limit: 100 });
    const photos = async () =>
      (await Promise.all(Category.options.map(offers))).flatMap(({ items }) => items.map(({ photo }) => photo));
    expect((await photos()).filter(Boolean)).toEqual([]);
    const first = hangPictures(folder, engineEndpoint);
    await expect.poll(async () => (await photos()).some(Boolean)).toBe(true);
    first?.kill('SIGKILL');
    const second = hangPictures(folder, engineEndpoint);
    if (second) expect(await once(second, 'exit')).toEqual([0, null]);
    const hung = await photos();
    expect(hung).not.toContain(undefined);
    expect((await fetch(`${url}${hung[0]}`)).headers.get('content-type')).toBe('image/jpeg');
    expect(hangPictures(folder, engineEndpoint)).toBeUndefined();
    // A city of an older standard decided for the newest one, for the next month, once.
    const rules = JSON.parse((await textOf(`${url}/api/cities/35.73/ranking-policy`)).text);
    expect(rules.planned).toMatchObject([{ ratingFloor: newestStandard('35.73').ratingFloor }]);
    expect(rules.inForce.ratingFloor).toBeLessThan(rules.planned[0].ratingFloor);
    expect(rules.announcements).toMatchObject([{ policyVersion: rules.planned[0].version }]);
    // What an office received lies in a picture among its papers.
    const offices = await agenciesOfCity(world.table, '18.71', { limit: 100 });
    const orders = await Promise.all(
      offices.items.map(({ agencyId }) => ordersOfAgency(world.table, agencyId, { limit: 30 })),
    );
    const received = orders.flatMap(({ items }) => items.find(({ state }) => state === 'received') ?? []);
    expect(received.length).toBeGreaterThan(0);
    for (const { orderId } of received)
      expect(await getPaper(world.table, orderId, 'foto')).toMatchObject({ content: { photos: [{ side: 'buyer' }] } });
    // A civil servant showed two receipts, each once, that do not look alike; the city took the first.
    const proofs = await Promise.all(
      (['accepted', 'waiting'] as const).map((state) => proofsOfCity(world.table, '35.73', state, { limit: 9 })),
    );
    expect(proofs.map(({ items }) => items.map(({ likeProof }) => likeProof))).toEqual([[null], [null]]);
  });

  test('that was killed in the middle begins again cleanly', async () => {
    const growing = growInChild(small)({ folder, until, origin: ORIGIN, report: () => {} });
    await expect.poll(growing.livedUntil).toBeDefined();
    growing.stop();
    await expect(growing.grown).rejects.toThrow('npm start');
    expect(existsSync(join(folder, 'built.json'))).toBe(false);
    const { url } = await start(growInChild(small));
    expect((await textOf(`${url}/api/cities/35.73`)).status).toBe(200);
  });

  test('ends with the process that began it, however that ends', async () => {
    const orphan = fork(child, wordsOf(folder, until, small, ORIGIN), { stdio: 'ignore' });
    await once(orphan, 'message');
    orphan.disconnect();
    expect(await once(orphan, 'exit')).toEqual([1, null]);
    expect(existsSync(join(folder, MARKET_DB))).toBe(false);
  });

  test('says what to mend when its folder is none', async () => {
    const growing = growInChild(small)({ folder: '/dev/null', until, origin: ORIGIN, report: () => {} });
    await expect(growing.grown).rejects.toThrow(/^\/dev\/null.* tidak bisa ditulis/);
  });
});

describe('a market that grows', () => {
  /** A province that stays at a day for as long as the test looks at it. */
  const held = async (livedUntil: string | undefined, look: (url: string) => Promise<void>): Promise<void> => {
    let let_go = () => {};
    const grown = new Promise<void>((resolve) => {
      let_go = resolve;
    });
    const asked: Growing['ask'] = async ({ routeKey }) => ({ statusCode: 200, body: `"${routeKey}"` });
    let url = '';
    const started = start(() => ({ grown, livedUntil: () => livedUntil, ask: asked, stop: () => {} }), {
      onListening: (at) => {
        url = at;
      },
    });
    await expect.poll(() => url && fetch(`${url}/persiapan.json`).then(({ status }) => status)).toBe(200);
    await look(url);
    let_go();
    await started;
    expect((await fetch(`${url}/persiapan.json`)).status).toBe(404);
  };

  test('asks for patience before its first day, signs people in, and comes again by itself', async () => {
    await held(undefined, async (url) => {
      const { status, text } = await textOf(`${url}/`);
      expect([status, text]).toEqual([503, expect.stringContaining('http-equiv="refresh"')]);
      expect(text).toContain('Pasar contoh sedang disiapkan');
      expect((await textOf(`${url}/api/cities`)).status).toBe(503);
      expect((await textOf(`${url}/masuk/.well-known/openid-configuration`)).status).toBe(200);
      expect((await textOf(`${url}/persiapan.css`)).status).toBe(200);
    });
  });

  test('can be looked at, tells its month on every page, and refuses what would change it in a sentence', async () => {
    await held('2026-05-03T16:40:00.000Z', async (url) => {
      expect(JSON.parse((await textOf(`${url}/persiapan.json`)).text)).toEqual({
        sentence: 'Pasar contoh sedang disiapkan … bulan Mei 2026',
      });
      expect(await textOf(`${url}/api/cities`)).toEqual({ status: 200, text: '"GET /cities"' });
      const token = await signToken(await keysOf(folder, `${url}/masuk`), 'rina');
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const refused = await fetch(`${url}/api/orders`, { method: 'POST', headers, body: '{}' });
      expect([refused.status, refused.headers.get('content-type'), refused.headers.get('retry-after')]).toEqual([
        503,
        'application/problem+json',
        '5',
      ]);
      expect(await refused.json()).toMatchObject({ code: 'too_busy', title: expect.stringContaining('disiapkan') });
      expect((await textOf(`${url}/persiapan.js`)).text).toContain('location.reload');
    });
  });
});

const signs = { signer: signerOf(SECRET), origin: ORIGIN };

describe('the preview', () => {
  test('answers as the market will, and changes nothing of the year', async () => {
    const memory = new MemoryTable(TABLE);
    const table = { client: memory.client, name: memory.name, pause: async () => undefined, parsed: parsedOnce() };
    const files = folderFiles(filesIn(folder));
    await buildDemo({ table, secret: SECRET, files, ...signs, until, dir: folder, report: () => {} }, small);
    const whole = () => JSON.stringify([...memory.all()]);
    const before = whole();
    const ask = previewOf(table, folder, () => until);
    const get = async (routeKey: string, pathParameters: object) => {
      const path = routeKey.slice(4);
      const http = { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' };
      const requestContext = { requestId: 'r', routeKey, stage: 'api', http };
      const raw = { rawPath: `/api${path}`, rawQueryString: '', isBase64Encoded: false };
      const event = { version: '2.0', routeKey, headers: {}, pathParameters, requestContext, ...raw };
      const { statusCode, body } = (await ask(event, {})) as { statusCode: number; body: string };
      return { statusCode, body: JSON.parse(body) };
    };
    const list = await get('GET /cities/{city}/products', { city: '35.73' });
    expect([list.statusCode, list.body.items?.length > 0], JSON.stringify(list.body)).toEqual([200, true]);
    const month = await get('GET /cities/{city}/snapshots', { city: '35.73' });
    expect(month.body.items[0]).toMatchObject({ month: '2026-10' });
    expect(whole()).toBe(before);
  });
});
