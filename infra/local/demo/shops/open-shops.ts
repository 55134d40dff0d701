import { followMerchants } from '../../../../functions/catalogue/follow-merchants.ts';
import { addDays, addMonths, type Instant, monthOf } from '../../../../shared/domain/basics/month.ts';
import { chanceOf } from '../chance.ts';
import { adminOf, type Scene, type Shop, todayIn } from '../city.ts';
import { setWays } from '../payments/shop-ways.ts';
import { setDelivery } from './delivery.ts';
import { offersOf } from './goods.ts';
import type { PlannedShop } from './plan-shops.ts';

/** Villages by district, read once from the city's own list. */
export type Villages = ReadonlyMap<string, readonly string[]>;

const flaws = [
  { field: 'address', reason: 'Alamat belum menyebut RT dan RW.' },
  { field: 'nik', reason: 'NIK tidak sesuai dengan foto KTP.' },
  { field: 'name', reason: 'Nama usaha berbeda dengan papan nama di lokasi.' },
] as const;

/** Puts a shop's way into the register on the agenda: application, decision, offers, and what becomes of it. */
export const openShop = (scene: Scene, planned: PlannedShop, villages: Villages): void => {
  const { agenda, market, plan, span } = scene;
  const { id, owner, decision, registersOn } = planned;
  const chance = chanceOf('opening', id);
  const shop: Shop = { ...planned, merchantId: '', open: false, since: null, products: [], ways: null };
  scene.shops.push(shop);
  const admin = adminOf(plan);
  const of = () => ({ params: { merchantId: shop.merchantId } });
  const add = (step: string, day: string, minute: number, run: (at: Instant) => Promise<unknown>) =>
    agenda.add(`${id}/${step}`, day, minute, id, async (at) => {
      await run(at);
    });

  add('register', registersOn, chance.whole(480, 1200), async (at) => {
    const village = chance.pick(villages.get(planned.district) ?? []);
    const body = { ...planned.application, village, another: true } as never;
    shop.merchantId = (await market.ask('POST /merchants', owner, at, { body, key: `demo/${id}` })).merchantId;
  });
  const decidedOn = addDays(registersOn, chance.whole(1, 3));
  const verify = (day: string) => {
    add('verify', day, chance.whole(540, 660), (at) =>
      market.ask('POST /merchants/{merchantId}/verify', admin, at, of()),
    );
    add('offer', day, chance.whole(720, 800), (at) => offerAll(scene, shop, at));
  };
  if (decision === 'pending') return;
  if (decision === 'returned' || decision === 'mended')
    add('return', decidedOn, chance.whole(540, 660), (at) =>
      market.ask('POST /merchants/{merchantId}/return', admin, at, {
        ...of(),
        body: { reasons: [decision === 'mended' ? flaws[0] : chance.pick(flaws)] },
      }),
    );
  else verify(decidedOn);
  if (decision === 'mended') {
    const mendedOn = addDays(decidedOn, chance.whole(1, 9));
    const address = `${planned.application['address']}, RT ${chance.whole(1, 9)} RW ${chance.whole(1, 9)}`;
    add('mend', mendedOn, chance.whole(480, 1100), (at) =>
      market.ask('PATCH /merchants/{merchantId}', owner, at, { ...of(), body: { address } }),
    );
    verify(addDays(mendedOn, chance.whole(1, 3)));
  }
  if (decision === 'suspended' || decision === 'suspended-for-a-month') {
    const suspendedOn = `${addMonths(span.running, -3)}-15`;
    // Nobody is suspended before the shop is open.
    if (suspendedOn <= addDays(decidedOn, 1)) return;
    add('suspend', suspendedOn, 600, (at) => suspend(scene, shop, at));
    if (decision === 'suspended-for-a-month') add('lift', addDays(suspendedOn, 33), 600, (at) => lift(scene, shop, at));
  }
};

const offerAll = async (scene: Scene, shop: Shop, at: Instant): Promise<void> => {
  const offers = offersOf(scene.plan, shop.category, shop.district, chanceOf('offers', shop.id));
  for (const [number, offered] of offers.entries()) {
    const { productId, priceRupiah } = await scene.market.ask('POST /merchants/{merchantId}/products', shop.owner, at, {
      params: { merchantId: shop.merchantId },
      body: offered.offer,
      key: `demo/${shop.id}/${number}`,
    });
    shop.products.push({ ...offered, productId, priceRupiah });
  }
  await setWays(scene, shop, at);
  await setDelivery(scene, shop, at);
  shop.open = true;
  shop.since = monthOf(at, scene.city.zone);
};

/** The catalogue follows a shop's status through the bus; the bus is silent while the province is built. */
const follow = ({ market }: Scene, { merchantId }: Shop, at: Instant): Promise<void> =>
  market.at(at, () => followMerchants(() => market.world)({ detail: { merchantId } } as never));

const suspend = async (scene: Scene, shop: Shop, at: Instant): Promise<void> => {
  shop.open = false;
  await scene.market.ask('POST /merchants/{merchantId}/suspend', adminOf(scene.plan), at, {
    params: { merchantId: shop.merchantId },
    body: { reason: 'Barang yang dikirim berulang kali tidak sesuai pesanan.' },
  });
  await follow(scene, shop, at);
};

const lift = async (scene: Scene, shop: Shop, at: Instant): Promise<void> => {
  const params = { merchantId: shop.merchantId };
  await scene.market.ask('POST /merchants/{merchantId}/verify', adminOf(scene.plan), at, { params });
  await follow(scene, shop, at);
  shop.open = true;
};

/** Now and then a shop closes for some days, changes a price, or counts its shelf. */
export const runShop = (scene: Scene, shop: Shop, month: string): void => {
  const { agenda, market } = scene;
  const chance = chanceOf('running', shop.id, month);
  const day = addDays(`${month}-01`, chance.whole(0, 27));
  const [closes, reprices] = [chance.happens(0.03), chance.happens(0.04)];
  const add = (step: string, run: (at: Instant) => Promise<unknown>) =>
    agenda.add(`${shop.id}/${month}/${step}`, day, chance.whole(420, 480), shop.id, async (at) => {
      if (shop.open) await run(at);
    });
  if (closes)
    add('pause', (at) => {
      const pausedUntil = addDays(todayIn(scene, at), chance.whole(3, 12));
      const params = { merchantId: shop.merchantId };
      return market.ask('PATCH /merchants/{merchantId}', shop.owner, at, { params, body: { pausedUntil } });
    });
  if (reprices)
    add('price', async (at) => {
      const product = chance.pick(shop.products);
      product.priceRupiah = Math.ceil((product.priceRupiah * 1.06) / 500) * 500;
      await market.ask('PATCH /merchants/{merchantId}/products/{productId}', shop.owner, at, {
        params: { merchantId: shop.merchantId, productId: product.productId },
        body: { priceRupiah: product.priceRupiah },
      });
    });
};
