import { countSale } from '../../../../functions/centres/count-sales.ts';
import { addDays, type Day, dayOf } from '../../../../shared/domain/basics/month.ts';
import { isOpenOn } from '../../../../shared/domain/centres/schedule-words.ts';
import { STARTING_TERMS } from '../../../../shared/domain/deliveries/terms.ts';
import { adminOf, type Scene, type Shop } from '../city.ts';
import { placeOrders } from '../orders/cart.ts';
import { play } from '../orders/moves.ts';
import { dayAndMinute, hoursBefore } from './story.ts';

type Named = { readonly slug: string; readonly name: string; readonly district: string | undefined };
/** Places people know, the one with the market day first; a city without one has a centre of its own name. */
const known: Readonly<Record<string, readonly [Named, ...Named[]]>> = {
  '18.71': [
    { slug: 'pkor-way-halim', name: 'PKOR Way Halim', district: 'Way Halim' },
    { slug: 'taman-gajah', name: 'Taman Gajah', district: 'Enggal' },
  ],
};
const namesIn = ({ plan, city }: Scene): readonly [Named, ...Named[]] =>
  known[plan.cityCode] ?? [
    { slug: 'sentra-kuliner', name: `Sentra Kuliner ${city.name}`, district: city.districts[0]?.name },
  ];

const schedules = [
  { byDay: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const, opensAt: '08:00', closesAt: '20:00' },
].map((one) => ({ ...one, byDay: [...one.byDay] }));
const FEE_RUPIAH = 2_000;
/** So many shops ask for the few stalls of the day. */
const [ASKING, STALLS] = [9, 6];
const rina = { person: 'rina', name: 'Rina Kusuma' };

/** What happens so many hours before the end, on the city's own lane. */
const then = (scene: Scene, hours: number, name: string, run: (at: string) => Promise<unknown>): void => {
  const { day, minute } = dayAndMinute(scene, hoursBefore(scene, hours));
  scene.agenda.add(`centres/${name}`, day, minute, `city/${scene.plan.cityCode}`, async (at) => void (await run(at)));
};

/** Somebody orders from a shop and fetches it at the centre. */
const fetched = async (scene: Scene, shop: Shop, slug: string, at: string): Promise<void> => {
  const product = shop.products.find(({ offer }) => (offer.minQuantity ?? 1) <= 4);
  const day = dayOf(at, scene.city.zone);
  if (!product || !isOpenOn(schedules, day)) return;
  const [name, lines] = ['centres/fetched', [{ product, quantity: product.offer.minQuantity ?? 2 }]];
  const deliverOn = addDays(day, 2);
  const delivery = { way: 'pick-up' as const, centre: slug, feeRupiah: FEE_RUPIAH };
  const wish = { key: name, at, buyer: rina, office: undefined, purpose: '', deliverOn, district: shop.district };
  const [order] = await placeOrders(scene, { ...wish, shops: [{ shop, lines }], delivery });
  if (!order) return;
  const move = (hours: number) => dayAndMinute(scene, hoursBefore(scene, hours));
  play(scene, { order, shop, office: undefined, name, placedMinute: dayAndMinute(scene, at).minute }, [
    { step: 'accept', by: shop.owner, ...move(163) },
    { step: 'deliver', by: shop.owner, ...move(115) },
    { step: 'receive', by: rina.person, ...move(110), body: {} },
    {
      step: 'receive',
      by: rina.person,
      ...move(109),
      run: (when) => scene.market.at(when, () => countSale(scene.market.world, order.orderId)),
    },
  ]);
};

/** A centre with its market day: shops ask for a stall, the fair rule gives them, one order is fetched there. */
export const tellCentres = (scene: Scene): void => {
  const { market, plan, city } = scene;
  const [{ slug }] = namesIn(scene);
  const admin = adminOf(plan);
  const params = { city: plan.cityCode, slug };
  const askUntil = dayAndMinute(scene, hoursBefore(scene, 48)).day;
  const ofDay = (): typeof params & { day: Day } => ({
    ...params,
    day: addDays(dayOf(scene.span.until, city.zone), 3),
  });
  const open = () => scene.shops.filter((shop) => shop.open && shop.products.length > 0).slice(0, ASKING);
  const sets = async ({ slug, name, district }: Named, at: string): Promise<void> => {
    const body = {
      name,
      description: 'Tempat usaha kecil berjualan bersama.',
      address: 'Jl. Pasar Rata 1',
      district: city.districts.find((one) => one.name === district)?.code ?? '',
      schedules,
      stalls: 20,
      rentRupiah: 5_000,
      pickUp: true,
      rules: ['Bersihkan lapak sebelum pulang.', 'Lapak yang kosong sampai pukul 09.00 diberikan ke yang menunggu.'],
    };
    await market.ask('PUT /cities/{city}/centres/{slug}', admin, at, { params: { ...params, slug }, body });
  };
  then(scene, 166, 'set', async (at) => {
    for (const one of namesIn(scene)) await sets(one, at);
    const day = {
      name: 'Pasar awal bulan',
      opensAt: '08:00',
      closesAt: '14:00',
      stalls: STALLS,
      applyUntil: askUntil,
    };
    await market.ask('PUT /cities/{city}/centres/{slug}/days/{day}', admin, at, { params: ofDay(), body: day });
  });
  then(scene, 165, 'hands', async (at) => {
    const shop = scene.shops.find(({ owner, open }) => owner === 'sari' && open);
    if (!shop) return;
    const terms = { ...(shop.terms ?? STARTING_TERMS), centres: [{ centre: slug, feeRupiah: FEE_RUPIAH }] };
    const of = { params: { merchantId: shop.merchantId }, body: terms };
    await market.ask('PUT /merchants/{merchantId}/delivery-terms', shop.owner, at, of);
    shop.terms = terms;
    await fetched(scene, shop, slug, at);
  });
  then(scene, 150, 'ask', async (at) => {
    for (const { owner, merchantId } of open())
      await market.ask('PUT /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}', owner, at, {
        params: { ...ofDay(), merchantId },
      });
  });
  then(scene, 2, 'draw', async (at) => {
    // In the first days of a month all this happens within one day: then the stalls are given out on the next.
    if (dayOf(at, city.zone) > askUntil)
      await market.ask('POST /cities/{city}/centres/{slug}/days/{day}/draw', admin, at, { params: ofDay() });
  });
};
