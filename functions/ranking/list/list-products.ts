import type { ProductCard } from '../../../shared/domain/catalogue/product.ts';
import type { Page } from '../../../shared/table/engine/pages.ts';
import { expectCity } from '../../http/access.ts';
import { type Ask, endpoint } from '../../http/endpoint.ts';
import { page } from '../../http/page.ts';
import type { World } from '../../world.ts';
import type { Asked } from './decide.ts';
import { listPlainly } from './list-plainly.ts';
import { showList } from './show-list.ts';

type Query = Ask<'GET /cities/{city}/products'>['query'];

const fairly = async (world: World, cityCode: string, { limit, cursor, text: _, ...query }: Query) => {
  const city = await expectCity(world, cityCode);
  const asked: Asked = { ...query, category: query.category as NonNullable<Query['category']> };
  const list = `fair ${city.cityCode} ${JSON.stringify(asked)}`;
  let ranking: Awaited<ReturnType<typeof showList>>['ranking'] | undefined;
  const { items, next } = await page(world, list, { limit, cursor }, async (request): Promise<Page<ProductCard>> => {
    const shown = await showList(world, city, asked, request);
    ranking = shown.ranking;
    return shown;
  });
  return { items, next, ...(ranking ? { ranking } : {}) };
};

/** A category is ordered fairly and explained; a search and the whole catalogue are plain lists. */
export const listProducts = endpoint('GET /cities/{city}/products', ({ params, query }, world) =>
  query.category !== undefined && query.text === undefined
    ? fairly(world, params.city, query)
    : listPlainly(world, params.city, query),
);
