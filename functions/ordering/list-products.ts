import type { ProductCard } from '../../shared/domain/product.ts';
import type { Stretched } from '../../shared/table/reads.ts';
import { listPlainly } from '../catalogue/list-products.ts';
import { page } from '../cursor.ts';
import { type Ask, endpoint } from '../endpoint.ts';
import { expectCity } from '../expect.ts';
import type { World } from '../world.ts';
import type { Asked } from './decide.ts';
import { showList } from './show-list.ts';

type Query = Ask<'GET /cities/{city}/products'>['query'];

const fairly = async (world: World, cityCode: string, { limit, cursor, text: _, ...query }: Query) => {
  const city = await expectCity(world, cityCode);
  const asked: Asked = { ...query, category: query.category as NonNullable<Query['category']> };
  const list = `fair ${city.cityCode} ${JSON.stringify(asked)}`;
  let ordering: Awaited<ReturnType<typeof showList>>['ordering'] | undefined;
  const { items, next } = await page(
    world,
    list,
    { limit, cursor },
    async (stretch): Promise<Stretched<ProductCard>> => {
      const shown = await showList(world, city, asked, stretch);
      ordering = shown.ordering;
      return shown;
    },
  );
  return { items, next, ...(ordering ? { ordering } : {}) };
};

/** A category is ordered fairly and explained; a search and the whole catalogue are plain lists. */
export const listProducts = endpoint('GET /cities/{city}/products', ({ params, query }, world) =>
  query.category !== undefined && query.text === undefined
    ? fairly(world, params.city, query)
    : listPlainly(world, params.city, query),
);
