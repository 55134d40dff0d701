import { byText } from '../../shared/domain/basics/sort.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { drawsOf } from '../../shared/domain/ranking/rule/draw.ts';
import type { Drawn } from '../reads/lists/decide.ts';
import type { World } from '../world.ts';

export type Seller = { readonly merchantId: string; readonly name: string; readonly district: string };

/** Sellers in the order of a list, each once: the order of its decision, which anybody can draw again. */
const sellersIn = ({ ranked, rows }: Drawn): Seller[] => {
  const sellers = new Map<string, Seller>();
  for (const { offer } of ranked) {
    const product = rows.get(offer.offerId)?.product;
    if (!product || sellers.has(product.merchantId)) continue;
    const { merchantId, merchantName, district } = product;
    sellers.set(merchantId, { merchantId, name: merchantName, district });
  }
  return [...sellers.values()];
};

/**
 * Shops in the order of a list, and after them the others, who sell nothing now, as the key of the list's day draws them: no name and
 * no id that somebody chose stands first, nor does anybody for ever.
 */
export const inTurn = (world: World, city: City, drawn: Drawn, others: readonly Seller[]): Seller[] => {
  const first = sellersIn(drawn);
  const selling = new Set(first.map(({ merchantId }) => merchantId));
  const { whole } = drawsOf(world.dayKey(city.cityCode, drawn.decision.drawnOn));
  const rest = others
    .filter(({ merchantId }) => !selling.has(merchantId))
    .map((shop) => ({ shop, lot: whole(shop.merchantId) }))
    .sort((a, b) => byText(a.lot, b.lot));
  return [...first, ...rest.map(({ shop }) => shop)];
};
