import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../../shared/contract.ts';
import { addDays } from '../../../../shared/domain/basics/month.ts';
import type { PaymentWay } from '../../../../shared/domain/basics/payment-way.ts';
import { day } from '../../../../shared/domain/basics/wording.ts';
import { type WayFacts, wayRefused, waysTaken } from '../../../../shared/domain/payments/way-rule.ts';
import type { Call } from '../../../entry/client.ts';
import type { City } from '../../../kit/places.ts';
import { dateIn, today } from '../../../kit/today.ts';
import { type Cart, shopsOf, sumOf } from '../cart.ts';
import { type Coming, waysOf as deliveriesOf } from '../terms.ts';
import type { Delivery } from './delivery.ts';
import type { Draft } from './draft.ts';
import type { Wish } from './wish.ts';

type Ways = Output<'GET /merchants/{merchantId}/payment-ways'>;
/** What shops said when they were asked; null where one could not be asked, absent while nobody knows. */
type Heard<T> = ReadonlyMap<string, T | null>;

/** So many days before the one that is proposed may be chosen too. */
const EARLIER = 7;

const askEach = async <T>(ids: readonly string[], ask: (id: string) => Promise<T>): Promise<Heard<T>> =>
  new Map(await Promise.all(ids.map(async (id) => [id, await ask(id).catch(() => null)] as const)));

/** A browser may hold an answer for half a minute; whoever is about to order wants the newest. */
const headers = { 'cache-control': 'no-cache' };

/** The days on which each shop can deliver what the cart wants of it. */
const askDays = (call: Call, cart: Cart, proposed: string, now: string): Promise<Heard<readonly string[]>> => {
  const shops = new Map(shopsOf(cart).map(({ merchantId, lines }) => [merchantId, lines]));
  const early = addDays(proposed, -EARLIER);
  return askEach([...shops.keys()], async (merchantId) => {
    const goods = (shops.get(merchantId) ?? []).map(({ productId, quantity }) => `${productId}.${quantity}`).join();
    const query = { goods, from: early > now ? early : now };
    return (await call('GET /merchants/{merchantId}/delivery-days', { params: { merchantId }, query, headers })).days;
  });
};

/** What was heard before stands where a shop cannot be asked now: the same is chosen, and the same order sent again. */
const keeping =
  <T>(now: Heard<T>) =>
  (before: Heard<T>): Heard<T> =>
    new Map([...now].map(([id, one]) => [id, one ?? before.get(id) ?? null]));

/** What is chosen for one shop, and among what. */
export type ShopChoice = {
  readonly merchantId: string;
  readonly day: string;
  /** Null where the shop could not be asked: the market has the last word. */
  readonly days: readonly string[] | null;
  readonly way: PaymentWay | undefined;
  readonly ways: readonly { readonly way: PaymentWay; readonly refused: string | null }[];
  /** Whether the shop said yet which ways it takes. */
  readonly told: boolean;
  /** To whom a QRIS of the shop pays. */
  readonly qrisName: string | undefined;
  readonly totalRupiah: number;
};

/** The proposed day where the shop can keep it, else the next one it can, else its last. */
const dayOf = (days: readonly string[] | null, wanted: string | undefined, proposed: string): string => {
  if (days === null) return wanted ?? proposed;
  if (wanted !== undefined && days.includes(wanted)) return wanted;
  return days.find((day) => day >= proposed) ?? days.at(-1) ?? proposed;
};

type Facts = Omit<WayFacts<Ways>, 'ways'>;
/** The ways of one shop, none while it could not be asked. */
const waysOf = (ways: Ways | null | undefined, facts: Facts): ShopChoice['ways'] => {
  if (facts.office) return [{ way: 'treasury', refused: null }];
  if (!ways) return [];
  return waysTaken(false, ways).map((way) => ({ way, refused: wayRefused(way, { ...facts, ways })?.sentence ?? null }));
};

type Asked = { readonly cart: Cart; readonly draft: Draft; readonly how: readonly Coming[] };
/** What each shop of the cart is asked for, and a way to ask the shops again. */
export const useShopChoices = (
  call: Call,
  signedIn: boolean,
  { cityCode, zone }: City,
  { cart, draft, how }: Asked,
): { readonly choices: readonly ShopChoice[]; readonly ready: boolean; readonly again: () => void } => {
  const [days, setDays] = useState<Heard<readonly string[]>>(new Map());
  const [ways, setWays] = useState<Heard<Ways>>(new Map());
  const [closed, setClosed] = useState<string | null>(null);
  const { deliverOn, office, delivery } = draft;
  const wanted = cart.lines.map(({ productId, quantity }) => `${productId}.${quantity}`).join();
  const ask = () => void askDays(call, cart, deliverOn, today(cityCode)).then((now) => setDays(keeping(now)));
  useEffect(ask, [wanted, deliverOn]);
  const shops = shopsOf(cart);
  const ids = shops.map(({ merchantId }) => merchantId).join();
  useEffect(() => {
    const ask = (merchantId: string) => call('GET /merchants/{merchantId}/payment-ways', { params: { merchantId } });
    void askEach(ids.split(','), ask).then(setWays);
  }, [ids]);
  useEffect(() => {
    if (!signedIn) return;
    const params = { city: cityCode };
    void call('GET /cities/{city}/cash-on-delivery', { params }).then(
      ({ closedUntil }) => setClosed(closedUntil && day(dateIn(zone, closedUntil))),
      () => {},
    );
  }, [signedIn]);
  const choices = shops.map(({ merchantId, lines }): ShopChoice => {
    const coming = how.find((one) => one.merchantId === merchantId);
    const totalRupiah = sumOf(lines) + (coming?.fee ?? 0);
    const possible = waysOf(ways.get(merchantId), {
      office: office !== undefined,
      totalRupiah,
      district: delivery.district ?? '',
      pickedUp: coming?.pickUp ?? false,
      codClosedUntil: closed,
    });
    const open = possible.filter(({ refused }) => refused === null).map(({ way }) => way);
    const asked = draft.pays?.[merchantId];
    return {
      merchantId,
      totalRupiah,
      ways: possible,
      days: days.get(merchantId) ?? null,
      day: dayOf(days.get(merchantId) ?? null, draft.days?.[merchantId], deliverOn),
      way: asked && open.includes(asked) ? asked : open[0],
      told: Boolean(ways.get(merchantId)),
      qrisName: ways.get(merchantId)?.qris?.name,
    };
  });
  return {
    choices,
    again: ask,
    ready: shops.every(({ merchantId }) => days.has(merchantId) && ways.has(merchantId)),
  };
};

/** The draft with every day and way as the page shows them. */
export const withChoices = (draft: Draft, choices: readonly ShopChoice[]): Draft => ({
  ...draft,
  days: Object.fromEntries(choices.map(({ merchantId, day }) => [merchantId, day])),
  pays: Object.fromEntries(choices.flatMap(({ merchantId, way }) => (way ? [[merchantId, way]] : []))),
});

/** What stands on the page, as it is sent. */
export const wishOf = (
  { delivery, deliverOn, office }: Draft,
  how: readonly Coming[],
  choices: readonly ShopChoice[],
): Wish => ({
  delivery: delivery as Delivery,
  deliverOn,
  office,
  ways: deliveriesOf(how),
  shops: Object.fromEntries(choices.map(({ merchantId, day, way }) => [merchantId, { day, way }])),
});
