import { beforeEach, describe, expect, test } from 'vitest';
import { type Clock, testClock, testWorld } from '../engine.ts';
import { marketOf, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../market.ts';
import { isWrite, tampered } from '../table/clients.ts';

const CITY = '35.73';
let clock: Clock;
let town: Town;

beforeEach(async () => {
  clock = testClock('2026-11-10T09:00:00.000+07:00');
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
});

const decides = (shop: Shop, what: 'verify' | 'return' | 'suspend') => {
  const params = { merchantId: shop.merchantId };
  const admin = town.as(town.adminOf(CITY));
  if (what === 'verify') return admin('POST /merchants/{merchantId}/verify', { params });
  if (what === 'suspend')
    return admin('POST /merchants/{merchantId}/suspend', { params, body: { reason: 'Barang tiruan' } });
  return admin('POST /merchants/{merchantId}/return', {
    params,
    body: { reasons: [{ field: 'nik', reason: 'Buram' }] },
  });
};
const changes = ({ merchantId, owner }: Shop, body: object, headers?: Record<string, string>) =>
  town.as(owner)('PATCH /merchants/{merchantId}', {
    params: { merchantId },
    body: body as never,
    ...(headers ? { headers } : {}),
  });
const register = async (status: string) =>
  (
    await town.as(town.adminOf(CITY))('GET /cities/{city}/register', {
      params: { city: CITY },
      query: { status: status as 'pending' },
    })
  ).items.map(({ merchantId }) => merchantId);

describe('an application', () => {
  test('returned with a reason per field goes back to the city when it is mended', async () => {
    const shop = await town.applies(CITY);
    expect(await register('pending')).toEqual([shop.merchantId]);
    expect(await decides(shop, 'return')).toMatchObject({
      status: 'returned',
      reasons: [{ field: 'nik', reason: 'Buram' }],
    });
    expect(await register('returned')).toEqual([shop.merchantId]);
    expect(await changes(shop, { nik: '3573024508800007' })).toMatchObject({
      status: 'pending',
      reasons: [],
      nik: '••••••••••••0007',
    });
    expect((await decides(shop, 'verify')).history.map(({ status }) => status)).toEqual([
      'pending',
      'returned',
      'pending',
      'verified',
    ]);
    expect([await register('pending'), await register('verified')]).toEqual([[], [shop.merchantId]]);
  });

  test('is decided once: a second click finds it decided, another decision finds it moved on', async () => {
    const shop = await town.applies(CITY);
    const first = await decides(shop, 'verify');
    expect(await decides(shop, 'verify')).toEqual(first);
    expect((await refusedWithoutTrace(town.world, () => decides(shop, 'return'))).code).toBe('merchant_moved_on');
    const other = await town.applies(CITY);
    expect((await refusedWithoutTrace(town.world, () => decides(other, 'suspend'))).code).toBe('merchant_moved_on');
  });

  test('is nobody’s business until it is verified', async () => {
    const { merchantId } = await town.applies(CITY);
    for (const key of ['GET /merchants/{merchantId}', 'GET /merchants/{merchantId}/products'] as const)
      expect((await town.ask(key, undefined, { params: { merchantId } })).status).toBe(404);
    expect((await town.as()('GET /cities/{city}/merchants', { params: { city: CITY } })).items).toEqual([]);
  });

  test('verified by two officers at once opens one standing', async () => {
    const shop = await town.applies(CITY);
    const answers = await Promise.all([decides(shop, 'verify'), decides(shop, 'verify')]);
    expect(answers.map(({ version }) => version)).toEqual([2, 2]);
    const { items } = await town.as(town.adminOf(CITY))('GET /cities/{city}/standings/{month}', {
      params: { city: CITY, month: '2026-11' },
    });
    expect(items).toHaveLength(1);
  });
});

describe('a verified shop', () => {
  test('changes how it is reached and when it is open, not who and where it is', async () => {
    const shop = await town.opens(CITY);
    expect(await changes(shop, { phone: '0813 0000 1111', pausedUntil: '2026-11-20' })).toMatchObject({
      phone: '+6281300001111',
      pausedUntil: '2026-11-20',
    });
    for (const field of [
      { name: 'Lain' },
      { nik: '3573024508800007' },
      { district: `${CITY}.03` },
      { category: 'batik' },
      { ownerName: 'Budi' },
    ])
      expect((await refusedWithoutTrace(town.world, () => changes(shop, field))).code).toBe('not_allowed');
  });

  test('paused takes orders again the day after, by the clock of its city', async () => {
    const shop = await town.opens(CITY);
    const nasi = await town.offers(shop);
    await changes(shop, { pausedUntil: '2026-11-20' });
    clock.set('2026-11-20T23:59:59.999+07:00');
    expect((await refusalOf(town.buys('ani', nasi))).code).toBe('merchant_closed');
    clock.pass(1);
    expect((await town.buys('ani', nasi)).state).toBe('placed');
  });

  test('suspended sells nothing and keeps its orders to finish', async () => {
    const shop = await town.opens(CITY);
    const nasi = await town.offers(shop);
    const order = await town.buys('ani', nasi);
    await decides(shop, 'suspend');
    expect((await refusalOf(town.buys('budi', nasi))).code).toBe('merchant_closed');
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    expect((await town.receives('ani', order)).state).toBe('received');
  });

  test('changed by two at once keeps both changes, or tells the one who did not see the other', async () => {
    const shop = await town.opens(CITY);
    await Promise.all([changes(shop, { address: 'Jl. Baru 2' }), changes(shop, { description: 'Pedas' })]);
    const file = await town.as(shop.owner)('GET /merchants/{merchantId}/file', {
      params: { merchantId: shop.merchantId },
    });
    expect(file).toMatchObject({ address: 'Jl. Baru 2', description: 'Pedas', version: 4 });
    const seen = { 'if-match': '"4"' };
    const ended = await Promise.allSettled([
      changes(shop, { address: 'Jl. A' }, seen),
      changes(shop, { address: 'Jl. B' }, seen),
    ]);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a write that comes too late', () => {
  test('is made again from its reads, and counts both', async () => {
    const shop = await town.opens(CITY);
    let meddled = false;
    const table = tampered(town.world.table, {
      before: async (sent) => {
        if (meddled || !isWrite(sent)) return;
        meddled = true;
        await changes(shop, { description: 'Sela' });
      },
    });
    const late = await marketOf({ ...town.world, table }).as(shop.owner)('PATCH /merchants/{merchantId}', {
      params: { merchantId: shop.merchantId },
      body: { address: 'Jl. Telat 1' },
    });
    expect(late).toMatchObject({ address: 'Jl. Telat 1', description: 'Sela', version: 4 });
  });

  test('again and again is told so, and nothing of it is written', async () => {
    const shop = await town.opens(CITY);
    let times = 0;
    const table = tampered(town.world.table, {
      before: async (sent) => {
        if (!isWrite(sent)) return;
        times += 1;
        await changes(shop, { description: `Sela ${times}` });
      },
      pause: async () => {},
    });
    const refused = await refusalOf(
      marketOf({ ...town.world, table }).as(shop.owner)('PATCH /merchants/{merchantId}', {
        params: { merchantId: shop.merchantId },
        body: { address: 'Jl. Telat 1' },
      }),
    );
    expect(refused).toMatchObject({ status: 409, code: 'changed_meanwhile' });
    expect(times).toBeLessThanOrEqual(10);
    const file = await town.as(shop.owner)('GET /merchants/{merchantId}/file', {
      params: { merchantId: shop.merchantId },
    });
    expect(file).toMatchObject({ address: 'Jl. Ijen 1', description: `Sela ${times}` });
  });

  test('is too busy when the engine is, with a time to come back, and nothing written', async () => {
    const shop = await town.opens(CITY);
    const nasi = await town.offers(shop);
    const { named } = await import('../table/clients.ts');
    const table = tampered(town.world.table, {
      before: (sent) => {
        if (isWrite(sent)) throw named('ThrottlingException');
      },
      pause: async () => {},
    });
    const body = town.cart([{ product: nasi, quantity: 1 }]);
    const answer = await marketOf({ ...town.world, table }).ask('POST /orders', 'ani', { body });
    expect([answer.status, (answer.body as { code: string }).code, answer.headers['retry-after']]).toEqual([
      503,
      'too_busy',
      '2',
    ]);
    expect((await town.shelfOf(nasi))?.free).toBe(10);
  });
});
