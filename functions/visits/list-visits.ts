import { visitingSeat } from '../../shared/domain/visits/moves.ts';
import type { VisitCard } from '../../shared/domain/visits/visit.ts';
import { getMerchants } from '../../shared/table/register/merchants.ts';
import { getShopPlaces } from '../../shared/table/visits/shop-places.ts';
import { visitTasksOfShop } from '../../shared/table/visits/tasks.ts';
import { photosOfVisit } from '../../shared/table/visits/visit-photos.ts';
import { sortOfVisit, visitsOfCity, visitsOfVisitor } from '../../shared/table/visits/visits.ts';
import { expectCity, requireFieldReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { pageWithin } from '../http/shops-within.ts';
import { expectVisit, makesVisit, plansVisit, readsVisit } from '../http/visit-access.ts';
import { picturesOf } from '../reads/picture-links.ts';
import type { World } from '../world.ts';

export const listVisits = endpoint('GET /cities/{city}/visits', async ({ params, query, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  const districts = requireFieldReader(caller, cityCode);
  const { state, ...paging } = query;
  const list = `visits ${cityCode} ${state} ${districts ?? ''}`;
  return page(world, list, paging, (request) =>
    pageWithin<VisitCard>(
      world,
      districts,
      request,
      (wider) => visitsOfCity(world.table, cityCode, state, wider),
      sortOfVisit,
    ),
  );
});

/** What visits need of their shops: where they are, and their phone for who goes there. */
const shopsOf = async ({ table }: World, merchantIds: readonly string[]) => {
  const [shops, places] = await Promise.all([
    getMerchants(table, merchantIds, { consistent: false }),
    getShopPlaces(table, merchantIds),
  ]);
  return merchantIds.map((_, at) => ({
    address: shops[at]?.address ?? '',
    phone: shops[at]?.phone ?? null,
    place: places[at]?.place ?? null,
  }));
};

/** Whoever was put out of the office they were sent by finds nothing of it any more. */
export const listMyVisits = endpoint('GET /me/visits', async ({ query, caller }, world) => {
  const { state, ...paging } = query;
  const { items, next } = await page(world, `my visits ${state} ${caller.person}`, paging, (request) =>
    visitsOfVisitor(world.table, caller.person, state, request),
  );
  const own = items.filter((visit) => visitingSeat(caller, visit) !== undefined);
  const shops = await shopsOf(
    world,
    own.map(({ merchantId }) => merchantId),
  );
  return { items: own.flatMap((visit, at) => (shops[at] ? [{ ...visit, shop: shops[at] }] : [])), next };
});

export const readVisit = endpoint('GET /visits/{visitId}', async ({ params, caller }, world) => {
  const visit = await expectVisit(world, caller, params.visitId, readsVisit);
  const [[shop], photos, tasks] = await Promise.all([
    shopsOf(world, [visit.merchantId]),
    photosOfVisit(world.table, visit.visitId),
    visitTasksOfShop(world.table, visit.merchantId),
  ]);
  const acts = plansVisit(caller, visit) || makesVisit(caller, visit);
  return {
    ...visit,
    shop: { address: shop?.address ?? '', phone: acts ? (shop?.phone ?? null) : null, place: shop?.place ?? null },
    tasks: tasks.filter(({ visitId }) => visitId === visit.visitId),
    pictures: picturesOf(world, visit.visitId, photos),
  };
});
