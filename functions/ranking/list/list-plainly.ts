import { searchWords } from '../../../shared/domain/basics/fold.ts';
import type { ProductCard } from '../../../shared/domain/catalogue/product.ts';
import type { Page } from '../../../shared/table/engine/pages.ts';
import { productsByWord, productsOfPlace } from '../../../shared/table/products.ts';
import { expectCity } from '../../http/access.ts';
import { page } from '../../http/page.ts';
import type { World } from '../../world.ts';

const fits = (
  card: ProductCard,
  wanted: { category?: string | undefined; district?: string | undefined },
  words: readonly string[],
) =>
  (wanted.category === undefined || card.category === wanted.category) &&
  (wanted.district === undefined || card.district === wanted.district) &&
  words.every((beginning) => searchWords(card.name).some((word) => word.startsWith(beginning)));

type Wanted = { category?: string | undefined; district?: string | undefined; text?: string | undefined };

/** The catalogue as it lies in its index, or what a search finds. A category's own page is ordered (functions/ranking). */
export const listPlainly = async (
  world: World,
  cityCode: string,
  { category, district, text, limit, cursor }: Wanted & { limit: number; cursor?: string | undefined },
) => {
  const paging = { limit, cursor };
  const city = await expectCity(world, cityCode);
  const list = `products ${city.cityCode} ${category ?? ''} ${district ?? ''} ${text ?? ''}`;
  const where = { cityCode: city.cityCode, category, district };
  if (text === undefined) return page(world, list, paging, (request) => productsOfPlace(world.table, where, request));
  // The longest word is the rarest: read its entries, keep those that fit the rest.
  const [rarest, ...others] = searchWords(text).sort((a, b) => b.length - a.length);
  if (rarest === undefined) return { items: [], next: null };
  return page(world, list, paging, async (request): Promise<Page<ProductCard>> => {
    const { items, next } = await productsByWord(world.table, city.cityCode, rarest, request);
    const once = new Map(items.map((card) => [card.productId, card]));
    return { items: [...once.values()].filter((card) => fits(card, where, others)), next };
  });
};
