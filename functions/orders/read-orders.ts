import { dayOf, daysBetween } from '../../shared/domain/basics/month.ts';
import { caseOf } from '../../shared/domain/orders/dispute-case.ts';
import { requireParty } from '../../shared/domain/orders/order-parties.ts';
import { isFinal } from '../../shared/domain/orders/order-states.ts';
import { Problem } from '../../shared/problem.ts';
import { disputesOfCity } from '../../shared/table/orders/disputes.ts';
import {
  getOrder,
  type OfficeCard,
  ordersOfAgency,
  ordersOfMerchant,
  ordersOfPerson,
  unfinishedOfAgency,
} from '../../shared/table/orders/orders.ts';
import { expectAgency, expectCity, requireCityReader, requireSeller } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { calledIn } from '../reads/called-in.ts';

export const readOrder = endpoint('GET /orders/{orderId}', async ({ params, caller }, { table }) =>
  requireParty(await getOrder(table, params.orderId), caller),
);

export const listMyOrders = endpoint('GET /me/orders', ({ query, caller }, world) =>
  page(world, `orders of ${caller.person}`, query, (request) => ordersOfPerson(world.table, caller.person, request)),
);

export const listMerchantOrders = endpoint(
  'GET /merchants/{merchantId}/orders',
  async ({ params, query, caller }, world) => {
    const { merchantId } = params;
    requireSeller(caller, merchantId);
    const { state, ...paging } = query;
    return page(world, `orders of ${merchantId} ${state ?? ''}`, paging, (request) =>
      ordersOfMerchant(world.table, merchantId, state, request),
    );
  },
);

export const listDisputes = endpoint('GET /cities/{city}/disputes', async ({ params, query, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  return page(world, `disputes of ${cityCode}`, query, (request) => disputesOfCity(world.table, cityCode, request));
});

/** The admin who rules and the inspectorate that looks on read the same; whoever needs to call a side is one of its people. */
export const readDispute = endpoint('GET /cities/{city}/disputes/{orderId}', async ({ params, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  const order = await getOrder(world.table, params.orderId);
  const found = order?.cityCode === cityCode ? caseOf(order) : undefined;
  if (!found)
    throw new Problem('order_not_found', 'Pesanan ini tidak dipersoalkan di kota ini. Periksa lagi tautannya.');
  return found;
});

export const listAgencyOrders = endpoint(
  'GET /agencies/{agencyId}/orders',
  async ({ params, query, caller }, world) => {
    const { agencyId, cityCode } = await expectAgency(world, params.agencyId, caller, [
      'buyer',
      'approver',
      'treasurer',
    ]);
    const { unfinished, ...paging } = query;
    const read = unfinished ? unfinishedOfAgency : ordersOfAgency;
    const { items, next } = await page(world, `orders of ${agencyId} ${unfinished ?? ''}`, paging, (request) =>
      read(world.table, agencyId, request),
    );
    const { zone } = await expectCity(world, cityCode);
    const today = dayOf(world.now(), zone);
    const daysOpen = ({ state, placedAt }: OfficeCard) =>
      isFinal(state) ? null : daysBetween(dayOf(placedAt, zone), today);
    const people = await calledIn(
      world,
      cityCode,
      items.flatMap(({ buyer }) => buyer ?? []),
    );
    const shown = items.map(({ buyer, ...card }) => ({
      ...card,
      daysOpen: daysOpen(card),
      orderedBy: (buyer && people[buyer]?.name) || null,
    }));
    return { items: shown, next };
  },
);
