import { addDays, type Day, type Instant, weekdayOf } from '../../../../shared/domain/basics/month.ts';
import { firstDeliveryDay } from '../../../../shared/domain/catalogue/delivery-days.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { type Office, type Scene, type Shop, type ShopProduct, todayIn } from '../city.ts';
import { personName } from '../names.ts';
import { seasonOf } from '../places.ts';
import { placeOrders } from './cart.ts';
import { drawsOf } from './draws.ts';
import { purposes, rooms } from './offices.ts';
import { EVENING, liveOrder } from './order-life.ts';

/** The first people of Malang, as whom one can sign in. */
const knownPeople: Record<string, { person: string; name: string }> = {
  'warga-mlg-00': { person: 'rina', name: 'Rina Kusuma' },
  'asn-mlg-00': { person: 'hendra', name: 'Hendra Wijaya' },
};

const weekdays = [0, 1.3, 1.3, 1.3, 1.2, 1.1, 0.55, 0.35] as const;

/** Puts a day's carts on the agenda: how many follows from the season and from how many shops there are to buy from. */
export const shopToday = (scene: Scene, day: Day): void => {
  const { plan, shops } = scene;
  const open = shops.filter((shop) => shop.open);
  if (open.length === 0) return;
  const chance = chanceOf('day', plan.cityCode, day);
  const weekday = weekdayOf(day);
  const mean =
    (plan.orders / 30) * seasonOf(day.slice(0, 7)) * (weekdays[weekday] ?? 1) * (open.length / plan.merchants) ** 0.6;
  const carts = Math.floor(mean / ORDERS_PER_CART + chance.random());
  const draws = drawsOf(open);
  for (let number = 0; number < carts; number++) planCart(scene, day, number, draws);
};

/** Some carts hold several shops, each of which gets an order of its own. */
const ORDERS_PER_CART = 1.25;
/** 20:59: nothing is ordered for today later. */
const LAST_MINUTE = 1259;

const planCart = (scene: Scene, day: Day, number: number, draws: ReturnType<typeof drawsOf>): void => {
  const { plan, agenda, offices } = scene;
  const id = `${plan.cityCode}/${day}/${number}`;
  const chance = chanceOf('cart', id);
  const working = weekdayOf(day) <= 5;
  const office = working && chance.happens(0.52) ? chance.weighed(offices, ({ weight }) => weight) : undefined;
  const kind = office ? 'office' : 'person';
  const first = draws.first(kind, chance.random());
  if (!first) return;
  const more = chance.happens(office ? 0.25 : 0.15) ? draws.second(kind, first, chance.random()) : undefined;
  const chosen = more ? [first, more] : [first];
  const minute = office ? chance.whole(480, 930) : Math.min(chance.whole(400, 1290), LAST_MINUTE);
  const lanes = chosen.map((shop) => shop.id);
  agenda.add(`${id}/place`, day, minute, lanes, (at) => placeCart(scene, { id, office, chosen, chance, at, minute }));
};

type Cart = {
  readonly id: string;
  readonly office: Office | undefined;
  readonly chosen: readonly Shop[];
  readonly chance: Chance;
  readonly at: Instant;
  readonly minute: number;
};

const buyerOf = ({ plan }: Scene, { office, chance }: Cart): { person: string; name: string } => {
  if (office) return { person: office.buyer, name: office.buyerName };
  const id = `${chance.happens(0.55) ? 'asn' : 'warga'}-${plan.short}-${String(chance.whole(0, plan.people - 1)).padStart(2, '0')}`;
  return knownPeople[id] ?? { person: id, name: personName(chanceOf('buyer', id)).name };
};

const linesOf = ({ office, chance }: Cart, { products }: Shop) =>
  chance.some(products, chance.happens(0.3) ? 2 : 1).map((product) => {
    const quantity = Math.ceil(chance.around(office ? product.office : product.person, office ? 0.45 : 0.6));
    return { product, quantity: Math.max(quantity, product.offer.minQuantity ?? 1) };
  });

/** The first day on or after which every maker in the cart can deliver. */
const deliveryDay = (products: readonly ShopProduct[], today: Day, leave: number): Day => {
  const makers = products.map(({ offer }) => ({ leadDays: offer.leadDays ?? 0, closedDays: offer.closedDays ?? [] }));
  const leads = makers.map((maker) => firstDeliveryDay(maker, today));
  let day = [addDays(today, leave), ...leads].reduce((a, b) => (a > b ? a : b));
  while (makers.some(({ closedDays }) => closedDays.includes(weekdayOf(day)))) day = addDays(day, 1);
  return day;
};

const placeCart = async (scene: Scene, cart: Cart): Promise<void> => {
  const { city } = scene;
  const { id, office, chance, at, chosen } = cart;
  const buyer = buyerOf(scene, cart);
  const today = todayIn(scene, at);
  const shops = chosen.map((shop) => ({ shop, lines: linesOf(cart, shop) }));
  const products = shops.flatMap(({ lines }) => lines.map(({ product }) => product));
  // An office leaves time for the approval; a person wants it today or soon, but not of a shop that has closed for today.
  const soonest = cart.minute < EVENING ? 0 : 1;
  const leave = office ? chance.whole(4, 9) : Math.max(soonest, chance.whole(0, 2));
  const deliverOn = deliveryDay(products, today, leave);
  const category = chosen[0]?.category ?? 'meeting-food';
  const district = office?.district ?? chance.pick(city.districts).code;
  const orders = await placeOrders(
    scene,
    {
      key: id,
      at,
      buyer,
      office,
      shops,
      deliverOn,
      district,
      purpose: office ? chance.pick(purposes[category]) : '',
      ...(office && category === 'meeting-food' ? { room: chance.pick(rooms) } : {}),
    },
    (code) => code === 'stock_too_little' && restock(scene, cart, shops),
  );
  for (const [index, order] of orders.entries()) {
    const shop = chosen[index] as Shop;
    liveOrder(scene, { order, shop, office, name: `${id}/${index}`, placedMinute: cart.minute });
  }
};

/** Told that somebody wanted more than there was, the owner fills the shelf again the next morning. */
const restock = (
  scene: Scene,
  { id, at }: Cart,
  shops: readonly { shop: Shop; lines: { product: ShopProduct }[] }[],
): void => {
  const tomorrow = addDays(todayIn(scene, at), 1);
  for (const { shop, lines } of shops)
    for (const { product } of lines.filter(({ product: { offer } }) => offer.supply === 'stock'))
      scene.agenda.add(`${id}/stock/${product.productId}`, tomorrow, 430, shop.id, async (when) => {
        const { merchantId, owner } = shop;
        await scene.market.ask('PUT /merchants/{merchantId}/products/{productId}/stock', owner, when, {
          params: { merchantId, productId: product.productId },
          body: { amount: product.offer.amount * 2 },
        });
      });
};
