import type { Day, Instant } from '../../../../shared/domain/basics/month.ts';
import type { ChosenDelivery } from '../../../../shared/domain/deliveries/order-delivery.ts';
import type { Order } from '../../../../shared/domain/orders/order.ts';
import type { ProblemCode } from '../../../../shared/problem.ts';
import { chanceOf } from '../chance.ts';
import type { Office, Scene, Shop, ShopProduct } from '../city.ts';
import { Refusal } from '../market.ts';
import { phoneOf } from '../names.ts';
import { chosenDelivery } from '../shops/delivery.ts';
import { budgetLineFor } from './offices.ts';

/** What a buyer takes as an answer and goes elsewhere; anything else is a mistake of the demo. */
const taken: readonly ProblemCode[] = [
  'stock_too_little',
  'capacity_too_little',
  'budget_too_little',
  'merchant_closed',
  'not_delivered_there',
  'amount_over_policy',
  'too_many_open_orders',
];

/** Why an office takes goods that stand below the line. */
const reasons: readonly string[] = [
  'Hanya usaha ini yang sanggup mengantar sebanyak itu pada hari acara.',
  'Usaha terdekat; ongkos antar dari yang lain lebih besar daripada selisihnya.',
  'Mutunya sudah diperiksa pada pesanan sebelumnya.',
];

export type CartLine = { readonly product: ShopProduct; readonly quantity: number };
export type Cart = {
  readonly key: string;
  readonly at: Instant;
  readonly buyer: { readonly person: string; readonly name: string };
  readonly office: Office | undefined;
  readonly purpose: string;
  readonly room?: string;
  readonly shops: readonly { readonly shop: Shop; readonly lines: readonly CartLine[] }[];
  readonly deliverOn: Day;
  readonly district: string;
  /** How it comes, where that is not the shop’s usual way. */
  readonly delivery?: ChosenDelivery;
};

const bodyOf = (cart: Cart, choice: { choice?: { reason: string } }) => {
  const { buyer, office, shops, deliverOn, district, purpose, room } = cart;
  const category = shops[0]?.shop.category ?? 'meeting-food';
  return {
    shops: shops.map(({ shop, lines }) => ({
      merchantId: shop.merchantId,
      delivery:
        cart.delivery ??
        chosenDelivery(
          shop,
          district,
          lines.reduce((sum, { product, quantity }) => sum + product.priceRupiah * quantity, 0),
        ),
      lines: lines.map(({ product: { productId, priceRupiah }, quantity }) => ({
        productId,
        quantity,
        priceRupiah,
        ...choice,
      })),
    })),
    deliverOn,
    deliverTo: { address: office?.name ?? `Rumah ${buyer.name}`, district },
    contact: { name: buyer.name, phone: phoneOf(buyer.person) },
    ...(office
      ? {
          agency: {
            agencyId: office.agencyId,
            purpose,
            eventDate: deliverOn,
            budgetCode: budgetLineFor(category),
            ...(room === undefined ? {} : { room }),
          },
        }
      : {}),
  };
};

/** Places a cart; none where its buyer was told why it cannot be and went elsewhere. `refused` hears the reason. */
export const placeOrders = async (
  { market }: Scene,
  cart: Cart,
  refused: (code: ProblemCode) => void = () => undefined,
): Promise<readonly Order[]> => {
  const { key, at, buyer, office } = cart;
  const place = (choice: Parameters<typeof bodyOf>[1]) =>
    market.ask('POST /orders', buyer.person, at, { body: bodyOf(cart, choice), key: `demo/${key}` });
  try {
    const { orders } = await place({}).catch((error) => {
      if (!(error instanceof Refusal) || error.code !== 'reason_required') throw error;
      // Told that it stands below the line, an office that wants it all the same says why.
      return place({ choice: { reason: chanceOf('reason', key).pick(reasons) } });
    });
    return orders;
  } catch (error) {
    // In the last days of December an office buys for the next year or not at all.
    const yearIsOver = office !== undefined && (error as Refusal).code === 'date_not_possible';
    if (!(error instanceof Refusal) || !(yearIsOver || taken.includes(error.code))) throw error;
    refused(error.code);
    return [];
  }
};
