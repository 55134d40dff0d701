import type { Category } from '../../../shared/domain/basics/category.ts';
import { dayOf } from '../../../shared/domain/basics/month.ts';
import type { OfferInput } from '../../../shared/domain/equity/attainable/inputs.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { offersOf, requestOf } from '../../../shared/domain/ranking/list/offered.ts';
import type { RankingPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { failuresOf } from '../../../shared/domain/ranking/rule/gate.ts';
import { lineOf, priceLine } from '../../../shared/domain/ranking/rule/price-line.ts';
import { getShopFacts } from '../../../shared/table/register/merchants.ts';
import { inBatches } from '../../reads/in-batches.ts';
import { rowsFor } from '../../reads/lists/offers.ts';
import type { World } from '../../world.ts';

export type Kept = { readonly ledger: CityLedger; readonly policy: RankingPolicy };
export type Numbered = (ownerId: string) => number;

/** A category's offers above the line for anyone they deliver to, and since when their owners may sell. */
export const offersIn = async (
  world: World,
  city: City,
  { ledger, policy }: Kept,
  category: Category,
  numberOf: Numbered,
) => {
  const { byCategory } = await rowsFor(world, city, ledger, { category });
  const rows = byCategory.flatMap(({ offered }) => offered);
  const wish = { category };
  const today = dayOf(world.now(), city.zone);
  const offers = offersOf(rows, wish, { today, cityCode: city.cityCode, free: new Map() });
  const request = requestOf(wish, city.cityCode);
  const line = priceLine(offers, policy.tolerancePercent);
  const passed = new Set(
    offers
      .filter((offer) => failuresOf(offer, request, lineOf(offer, line, policy.tolerancePercent), policy).length === 0)
      .map(({ offerId }) => offerId),
  );
  const above = rows.filter(({ product }) => passed.has(product.productId));
  const shops = [...new Set(above.map(({ product }) => product.merchantId))];
  const facts = await inBatches(shops, (batch) => getShopFacts(world.table, batch, { consistent: false }));
  const verified = new Map(shops.map((shop, at) => [shop, facts[at]?.verifiedAt]));
  return above.map(({ product, ownerId }) => ({
    verifiedAt: verified.get(product.merchantId),
    offer: {
      owner: numberOf(ownerId),
      category,
      areas: product.deliversTo,
      mostUnits: product.perDay ?? null,
      leastUnits: product.minQuantity,
    } satisfies OfferInput,
  }));
};
