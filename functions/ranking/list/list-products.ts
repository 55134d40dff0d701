import { dayOf } from '../../../shared/domain/basics/month.ts';
import { searchWords } from '../../../shared/domain/basics/words/search-words.ts';
import type { ProductCard } from '../../../shared/domain/catalogue/product.ts';
import { requireListedDay } from '../../../shared/domain/orders/delivery-day.ts';
import type { Page } from '../../../shared/table/engine/pages.ts';
import { expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { page } from '../../http/page.ts';
import { decide } from '../../reads/lists/decide.ts';
import { showList } from './show-list.ts';

/** Every list a buyer sees is ranked and explained: a category, a search, a district, the whole city. */
export const listProducts = endpoint('GET /cities/{city}/products', async ({ params, query, address }, world) => {
  const city = await expectCity(world, params.city);
  const { limit, cursor, ...wish } = query;
  // A later page goes on in the decision of the first, whose day was possible then.
  if (wish.deliverOn !== undefined && cursor === undefined)
    requireListedDay(wish.deliverOn, { city, today: dayOf(world.now(), city.zone) });
  if (wish.text !== undefined && searchWords(wish.text).length === 0) return { items: [], next: null };
  const list = `fair ${city.cityCode} ${JSON.stringify(wish)}`;
  let ranking: Awaited<ReturnType<typeof showList>>['ranking'] | undefined;
  const read = async (request: { limit: number; after: string | undefined }): Promise<Page<ProductCard>> => {
    const shown = await showList(world, city, () => decide(world, city, wish), { ...request, address });
    ranking = shown.ranking;
    return shown;
  };
  const { items, next } = await page(world, list, { limit, cursor }, read);
  return { items, next, ...(ranking ? { ranking } : {}) };
});
