import { DAY_MS, type Day, dayOf, type Instant, later, monthStart } from '../../../../shared/domain/basics/month.ts';
import { nearestDay } from '../../../../shared/domain/catalogue/delivery-days.ts';
import { firstDayAt } from '../../../../shared/domain/orders/delivery-day.ts';
import type { Order } from '../../../../shared/domain/orders/order.ts';
import { adminOf, type Office, type Scene, type Shop, type ShopProduct } from '../city.ts';
import { placeOrders } from '../orders/cart.ts';
import { type Move, type Placed, play } from '../orders/moves.ts';

type Hand = 'buyer' | 'shop' | 'approver' | 'treasurer' | 'city';
type Told = { readonly order: Order; readonly shop: Shop; readonly day: Day };
/** A step of a story, so many hours before now. */
export type Beat = {
  readonly hours: number;
  readonly step: Move['step'];
  readonly by?: Hand;
  readonly body?: (told: Told) => object;
  readonly params?: object;
  readonly run?: (scene: Scene, told: Told, at: Instant) => Promise<unknown>;
};
/** One order that stands somewhere on its way when the building ends: who ordered, where, when, and what happened since. */
export type Story = {
  readonly name: string;
  /** Which of the stories it is: each takes other goods, and another number of them. */
  readonly turn: number;
  readonly shop: Shop;
  readonly buyer: { readonly person: string; readonly name: string };
  readonly office?: Office;
  readonly purpose?: string;
  readonly hours: number;
  readonly beats: readonly Beat[];
};

/** The longest story begins so many hours ago. */
const LONGEST = 170;
const HOUR_MS = DAY_MS / 24;
const AFTER_MIDNIGHT_MS = 20 * 60_000;

/**
 * The instant so many hours before now. In the first days of a month the stories move together, so that nothing of them
 * falls into a month that is closed.
 */
export const hoursBefore = ({ span, city }: Pick<Scene, 'span' | 'city'>, hours: number): Instant => {
  const room = Date.parse(span.until) - Date.parse(monthStart(span.running, city.zone)) - AFTER_MIDNIGHT_MS;
  return later(span.until, -hours * Math.min(HOUR_MS, Math.max(room, 0) / LONGEST));
};

/** The day and the minute of it that the agenda keeps; its seconds are added there, so a minute is left for them. */
export const dayAndMinute = ({ city: { zone } }: Pick<Scene, 'city'>, at: Instant): { day: Day; minute: number } => {
  const day = dayOf(at, zone);
  const midnight = Date.parse(monthStart(day.slice(0, 7), zone)) + (Number(day.slice(8)) - 1) * DAY_MS;
  return { day, minute: Math.max(0, Math.floor((Date.parse(at) - midnight) / 60_000) - 1) };
};

const handOf = ({ plan }: Scene, { shop, buyer, office }: Story, by: Hand): string => {
  if (by === 'shop') return shop.owner;
  if (by === 'city') return adminOf(plan);
  return (by === 'buyer' ? undefined : office?.[by]) ?? buyer.person;
};

/** No shop asks more for bringing. */
const DEAREST_FEE = 8_000;
/** Stories of one person at one shop that are open in cash at once. */
const CASH_ORDERS = 4;
const goodsFor = ({ products }: Shop, turn: number, most: number): ShopProduct | undefined => {
  const first = turn % Math.max(products.length, 1);
  const inTurn = [...products.slice(first), ...products.slice(0, first)];
  return (
    inTurn.find(({ offer, priceRupiah }) => (offer.minQuantity ?? 1) * priceRupiah + DEAREST_FEE <= most) ?? inTurn[0]
  );
};

/** Puts a story on the agenda. A shop that cannot take the order has none: the buyer went elsewhere. */
export const tellStory = (scene: Scene, story: Story): void => {
  const { shop, buyer, office, beats, purpose = '' } = story;
  const name = `story/${story.name}`;
  const placed = dayAndMinute(scene, hoursBefore(scene, story.hours));
  // The goods are asked for on the day the story brings them.
  const brought = beats.find(({ step }) => step === 'deliver')?.hours ?? 0;
  const wished = dayAndMinute(scene, hoursBefore(scene, brought)).day;
  scene.agenda.add(name, placed.day, placed.minute, shop.id, async (at) => {
    // A person who pays in cash takes no more than the shop lets be paid so, and has several such orders there.
    const ceiling = office ? undefined : shop.ways?.cod?.maxRupiah;
    const cash = ceiling === undefined ? Number.POSITIVE_INFINITY : ceiling / CASH_ORDERS;
    const product = goodsFor(shop, story.turn, cash);
    if (!product) return;
    const { offer } = product;
    const days = { leadDays: offer.leadDays ?? 0, closedDays: offer.closedDays ?? [] };
    const first = nearestDay(days, firstDayAt(scene.city, at), placed.day);
    const many = office ? Math.ceil((product.office * (2 + (story.turn % 3))) / 8) : Math.ceil(product.person / 2);
    const wanted = Math.max(many + (story.turn % 2), 2);
    const quantity = Math.max(
      offer.minQuantity ?? 1,
      Math.min(wanted, Math.floor((cash - DEAREST_FEE) / product.priceRupiah)),
    );
    const [order] = await placeOrders(scene, {
      key: name,
      at,
      buyer,
      office,
      purpose,
      deliverOn: wished > first ? wished : first,
      shops: [{ shop, lines: [{ product, quantity }] }],
      district: office?.district ?? shop.district,
    });
    if (!order) return;
    const whole: Placed = { order, shop, office, name, placedMinute: placed.minute };
    play(scene, whole, movesOf(scene, story, order));
  });
};

const movesOf = (scene: Scene, story: Story, order: Order): Move[] =>
  story.beats.map(({ hours, step, by = 'buyer', body, params, run }) => {
    const when = dayAndMinute(scene, hoursBefore(scene, hours));
    const told = { order, shop: story.shop, day: when.day };
    return {
      step,
      by: handOf(scene, story, by),
      ...when,
      ...(params ? { params } : {}),
      ...(body ? { body: body(told) } : {}),
      ...(run ? { run: (at: Instant) => run(scene, told, at) } : {}),
    };
  });
