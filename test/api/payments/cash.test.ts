import { beforeAll, describe, expect, test } from 'vitest';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { testClock, testWorld } from '../../engine.ts';
import { everything, type Refusal, refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const clock = testClock();
let town: Town;
let shop: Shop;
let product: Product;
/** Another owner's: one owner's word closes nobody's phone. */
let second: Shop;
let others: Product;
beforeAll(async () => {
  town = await townOf(await testWorld({ now: clock.now }));
  for (const city of [CITY, '35.78']) await town.founds(city);
  shop = await town.opens(CITY);
  product = await town.offers(shop, { amount: 10_000, priceRupiah: 10_000 });
  await takesCash(shop);
  second = await town.opens(CITY, { nik: '3573024508800066', phone: '0812-0000-6600' });
  others = await town.offers(second, { amount: 10_000, priceRupiah: 10_000 });
  await takesCash(second);
});

const takesCash = ({ owner, merchantId }: Shop) =>
  town.as(owner)('PUT /merchants/{merchantId}/payment-ways', {
    params: { merchantId },
    body: { cod: { maxRupiah: 100_000, districts: [] }, qris: null, transfer: false },
  });
const at = ({ orderId }: Pick<Order, 'orderId'>) => ({ params: { orderId } });
type Given = { phone?: string; address?: string; quantity?: number; goods?: Product };
/** Somebody orders in cash, under a phone and an address. */
const orders = async (
  who: string,
  { phone = '0812-3456-7890', address = 'Jl. Ijen 1', quantity = 2, goods }: Given,
) => {
  const cart = town.cart([{ product: goods ?? product, quantity }]);
  const [placed] = await town.places(who, {
    ...cart,
    shops: cart.shops.map((one) => ({ ...one, paymentWay: 'cod' as const })),
    contact: { name: 'Ani', phone },
    deliverTo: { address, district: `${[product, others].includes(goods ?? product) ? CITY : '35.78'}.02` },
  });
  if (!placed) throw new Error('no order');
  return placed;
};
const brings = async (order: Order, by = shop) => {
  await town.moves(by.owner, 'accept', order);
  await town.moves(by.owner, 'deliver', order);
  return order;
};
/** Ordered of the second shop, brought and not paid. */
const refusedThere = async (who: string, given: Given) =>
  refuses(await brings(await orders(who, { ...given, goods: others }), second), second);
const refuses = async (order: Order, by = shop) =>
  town.as(by.owner)('POST /orders/{orderId}/payment/refuse', { ...at(order), body: { reason: 'Tidak mau' } });
const collects = (order: Order) => town.as(shop.owner)('POST /orders/{orderId}/payment/collect', at(order));
const closes = async (asked: Promise<unknown>) => expect(await refusalOf(asked)).toMatchObject({ code: 'cod_closed' });

describe('a phone whose deliveries were refused twice', () => {
  const [phone, spellings] = ['0811-1111-111', ['+62 811 1111 111', '0811.1111.111', '628111111111']];

  test('is closed to the next account that gives it, in any spelling, for ninety days', async () => {
    await refuses(await brings(await orders('akun-satu', { phone })));
    await refusedThere('akun-dua', { phone: spellings[0] as string, address: 'Jl. Lain 9' });
    for (const spelling of [phone, ...spellings]) await closes(orders('akun-tiga', { phone: spelling }));
    const told = await refusalOf(orders('akun-tiga', { phone }));
    expect(told.message).toContain('nomor telepon ini');
    // The address alone, and another phone, close nothing: neighbours share a street.
    await town.moves('akun-empat', 'cancel', await orders('akun-empat', { phone: '0822-2222-222' }));
    const before = clock.now();
    clock.pass(90 * 86_400_000 - 1);
    await closes(orders('akun-tiga', { phone }));
    clock.pass(1);
    await town.moves('akun-tiga', 'cancel', await orders('akun-tiga', { phone }));
    clock.set(before);
  });

  test('is closed to who chooses cash after ordering, too, and says so among the choices', async () => {
    const [order] = await town.places('akun-lima', {
      ...town.cart([{ product, quantity: 1 }]),
      contact: { name: 'Ani', phone },
    });
    if (!order) throw new Error('no order');
    await closes(town.as('akun-lima')('PUT /orders/{orderId}/payment/way', { ...at(order), body: { way: 'cod' } }));
    const { choices } = await town.as('akun-lima')('GET /orders/{orderId}/payment', at(order));
    expect(choices[0]?.refused).toContain('nomor telepon ini');
  });

  test('is opened by no order that a friend brings: only time opens it', async () => {
    const [own, before] = ['0855-5555-555', clock.now()];
    await refuses(await brings(await orders('ganti-satu', { phone: own })));
    await refusedThere('ganti-dua', { phone: own });
    const friendly = await brings(await orders('ganti-tiga', { phone: '0866-6666-666' }));
    await town.receives('ganti-tiga', friendly);
    for (const spelling of [own, '+62 (0)855 5555 555', '00628555555555', '٠٨٥٥٥٥٥٥٥٥٥'])
      await refusalOf(orders('ganti-tiga', { phone: spelling }));
    await closes(orders('ganti-tiga', { phone: own }));
    clock.pass(90 * 86_400_000 - 1);
    await closes(orders('ganti-tiga', { phone: own }));
    clock.pass(1);
    await town.moves('ganti-tiga', 'cancel', await orders('ganti-tiga', { phone: own }));
    clock.set(before);
  });

  test('is closed by no single owner: a shop and two accounts of a friend close no newcomer', async () => {
    const own = '0877-7777-777';
    for (const who of ['teman-satu', 'teman-dua', 'teman-tiga'])
      await refuses(await brings(await orders(who, { phone: own })));
    await town.moves('pendatang', 'cancel', await orders('pendatang', { phone: own }));
    await refusedThere('teman-empat', { phone: own });
    await closes(orders('pendatang', { phone: own }));
  });

  test('closes nothing for who is long known: a stranger’s number is no weapon', async () => {
    const own = '0833-3333-333';
    const known = await brings(await orders('pemilik-nomor', { phone: own }));
    await town.receives('pemilik-nomor', known);
    await collects(known);
    const before = clock.now();
    clock.pass(90 * 86_400_000);
    await refuses(await brings(await orders('usil-satu', { phone: own })));
    await refusedThere('usil-dua', { phone: own });
    await closes(orders('usil-tiga', { phone: own }));
    await town.moves('pemilik-nomor', 'cancel', await orders('pemilik-nomor', { phone: own }));
    clock.set(before);
  });

  test('opens when one was paid after all, or the city finds it unjust, and is another city’s matter', async () => {
    const other = '0844-4444-444';
    await refusedThere('a1', { phone: other });
    const two = await brings(await orders('a2', { phone: other }));
    await refuses(two);
    await refuses(two);
    await closes(orders('a3', { phone: other }));
    const far = await town.opens('35.78');
    await takesCash(far);
    const goods = await town.offers(far, { priceRupiah: 10_000 });
    await town.moves('a3', 'cancel', await orders('a3', { phone: other, goods }));
    await collects(two);
    await town.moves('a3', 'cancel', await orders('a3', { phone: other }));
    const three = await brings(await orders('a4', { phone: other }));
    await refuses(three);
    await closes(orders('a3', { phone: other }));
    await town.as(town.adminOf(CITY))('POST /cities/{city}/cash-on-delivery/{orderId}/strike', {
      params: { city: CITY, orderId: three.orderId },
      body: { reason: 'Ada di rumah' },
    });
    await town.moves('a3', 'cancel', await orders('a3', { phone: other }));
  });

  test('is kept by its hash: no number stands in the table of what was refused', async () => {
    const kept = (await everything(town.world)).filter(({ type }) => type === 'PhoneStanding');
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toMatch(/811111|833333|844444/);
    // A week after it can close nothing more, it goes.
    for (const { ttl, refusals } of kept as unknown as { ttl: number; refusals: { at: string }[] }[])
      expect(ttl * 1000 - Date.parse(refusals.at(-1)?.at ?? '')).toBe(97 * 86_400_000);
  });
});

describe('the ceiling of cash', () => {
  const chooses = (who: string, order: Order) =>
    town.as(who)('PUT /orders/{orderId}/payment/way', { ...at(order), body: { way: 'cod' } });
  const plain = async (who: string, quantity: number) => {
    const order = await town.buys(who, product, quantity);
    return order;
  };

  test('holds for all orders of an evening together, at that shop', async () => {
    const first = await orders('lapar', { quantity: 6 });
    const more = await refusalOf(orders('lapar', { quantity: 5 }));
    expect(more).toMatchObject({ code: 'way_not_offered' });
    expect(more.message).toContain('Rp60.000');
    const second = await orders('lapar', { quantity: 4 });
    const third = await plain('lapar', 1);
    expect(await refusalOf(chooses('lapar', third))).toMatchObject({ code: 'way_not_offered' });
    await town.moves('lapar', 'cancel', second);
    expect((await chooses('lapar', third)).way).toBe('cod');
    await brings(first);
    await town.receives('lapar', first);
    await collects(first);
    await orders('lapar', { quantity: 9 });
  });

  test('holds for carts and choices at once', async () => {
    const waiting = await Promise.all([plain('cepat', 6), plain('cepat', 6), plain('cepat', 6)]);
    const tries = [
      ...waiting.map((order) => chooses('cepat', order)),
      ...[1, 2, 3].map(() => orders('cepat', { quantity: 6 })),
    ];
    const done = await Promise.allSettled(tries);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of done)
      if (one.status === 'rejected')
        expect(['way_not_offered', 'changed_meanwhile']).toContain((one.reason as Refusal).code);
  });
});
