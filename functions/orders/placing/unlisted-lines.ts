import { dayOf } from '../../../shared/domain/basics/month.ts';
import { goodsOf } from '../../../shared/domain/catalogue/goods.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { type Cart, sentLines } from '../../../shared/domain/orders/placing/cart.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { provinceOf } from '../../../shared/domain/places/region.ts';
import { offeredAs } from '../../../shared/domain/ranking/list/choice.ts';
import { type Unlisted, unlisted } from '../../../shared/domain/ranking/rule/unlisted.ts';
import { getBelowFloor, getLines } from '../../../shared/table/catalogue/price-lines.ts';
import { cachedFor } from '../../reads/cached-for.ts';
import { ceilingsFor } from '../../reads/ceilings.ts';
import { openChoice } from '../../reads/choice-tokens.ts';
import type { World } from '../../world.ts';

/** Lines are drawn again every quarter of an hour. */
const LINE_SECONDS = 30;

/** The line of goods like a product; undefined where the market has not looked yet. */
const lineFor = (world: World, cityCode: string, product: Product) => {
  const named = { province: provinceOf(cityCode), category: product.category, goods: goodsOf(product), cityCode };
  return cachedFor(world, `line ${cityCode} ${named.category} ${named.goods}`, LINE_SECONDS, async () => {
    const [line] = await getLines(world.table, [named]);
    if (!line || line.evidence.source === 'few') return undefined;
    return { medianRupiah: line.evidence.medianRupiah, lineRupiah: line.lineRupiah };
  });
};

/** What a list would have said of each product of a cart that carries no choice token, or one of another price. */
export const unlistedOf = async (
  world: World,
  { cityCode, zone }: City,
  cart: Cart,
  products: ReadonlyMap<string, Product>,
): Promise<ReadonlyMap<string, Unlisted>> => {
  const unlistedLines = sentLines(cart).flatMap(({ productId, choice }) => {
    const product = products.get(productId);
    const token = choice?.token === undefined ? undefined : openChoice(world, choice.token, productId);
    return product && (token === undefined || token.offered !== offeredAs(product)) ? product : [];
  });
  if (unlistedLines.length === 0) return new Map();
  const day = dayOf(world.now(), zone);
  const [ceilings, low, lines] = await Promise.all([
    ceilingsFor(world, { cityCode }),
    cachedFor(world, `below floor ${cityCode}`, LINE_SECONDS, () => getBelowFloor(world.table, cityCode)),
    Promise.all(unlistedLines.map((product) => lineFor(world, cityCode, product))),
  ]);
  const belowFloor = new Set(low);
  return new Map(
    unlistedLines.map((product, index) => [
      product.productId,
      unlisted(product, { line: lines[index], ceilings, belowFloor, day }),
    ]),
  );
};
