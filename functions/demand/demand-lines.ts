import { planLinesByCategory } from '../../shared/table/demand.ts';
import { expectCity } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';

type AskedLines = Pick<Ask<'GET /cities/{city}/demand/{year}/lines'>, 'params' | 'query'>;

export const linesPage = async ({ params, query }: AskedLines, world: World) => {
  const { cityCode } = await expectCity(world, params.city);
  const { category, month, ...paging } = query;
  const of = { cityCode, year: params.year };
  return page(world, `demand ${cityCode} ${params.year} ${category} ${month ?? ''}`, paging, (request) =>
    planLinesByCategory(world.table, of, { category: category === 'none' ? null : category, month }, request),
  );
};

export const listDemandLines = endpoint('GET /cities/{city}/demand/{year}/lines', linesPage);
