import { dayOf } from '../../shared/domain/basics/month.ts';
import { daysWaiting } from '../../shared/domain/payments/payment-clock.ts';
import { inOfficeOrder } from '../../shared/domain/spending/office-orders.ts';
import { spentBy } from '../../shared/domain/spending/office-year.ts';
import { getPlanSummary } from '../../shared/table/demand.ts';
import { paymentsOfAgency } from '../../shared/table/payments/payments.ts';
import { getProcurement } from '../../shared/table/spending/procurements.ts';
import { shopYearsOf } from '../../shared/table/spending/purchases.ts';
import { expectCity, expectReadableAgency, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { officePage } from '../reads/offices/office-page.ts';
import { citySpending, knownOf, ruleOf, toldRule } from './city-spending.ts';

/** So many shops of an office are told one by one. */
const MOST_SHOPS = 100;
const OFFICE = ['buyer', 'approver', 'treasurer'] as const;

export const readCitySpending = endpoint(
  'GET /cities/{city}/spending/{year}',
  async ({ params, query, caller }, world) => {
    const city = await expectCity(world, params.city);
    requireCityReader(caller, city.cityCode);
    const { offices, ...told } = await citySpending(world, city, params.year);
    const { order, ...asked } = query;
    const list = `spending ${city.cityCode} ${params.year} ${order}`;
    return {
      ...told,
      officeCount: offices.length,
      ...(await officePage(world, list, inOfficeOrder(offices, order), asked)),
    };
  },
);

export const readOfficeSpending = endpoint(
  'GET /agencies/{agencyId}/spending/{year}',
  async ({ params, caller }, world) => {
    const { year } = params;
    const { agencyId, name, cityCode } = await expectReadableAgency(world, params.agencyId, caller, OFFICE);
    const city = await expectCity(world, cityCode);
    const at = world.now();
    const [rows, procurement, plan] = await Promise.all([
      shopYearsOf(world.table, agencyId, year),
      getProcurement(world.table, agencyId, year),
      getPlanSummary(world.table, agencyId, year),
    ]);
    const known = await knownOf(world, city, year, rows);
    const most = rows.toSorted((one, other) => (BigInt(one.deliveredRupiah) < BigInt(other.deliveredRupiah) ? 1 : -1));
    return {
      city: cityCode,
      year,
      at,
      rule: toldRule(ruleOf(year)),
      procurement: procurement ?? null,
      office: { agencyId, name, ...spentBy([{ rows, procurement, markedSmallRupiah: plan?.smallRupiah }], known) },
      shops: most.slice(0, MOST_SHOPS).map((row) => ({ ...row, scale: known.scaleOf(row.merchantId) })),
      shopCount: rows.length,
    };
  },
);

/** The city sees who waits and for how much, never what was bought. */
export const listWaitingPayments = endpoint(
  'GET /agencies/{agencyId}/waiting-payments',
  async ({ params, query, caller }, world) => {
    const { agencyId, cityCode } = await expectReadableAgency(world, params.agencyId, caller, []);
    const { zone } = await expectCity(world, cityCode);
    const today = dayOf(world.now(), zone);
    const waiting = await page(world, `waiting payments ${agencyId}`, query, (request) =>
      paymentsOfAgency(world.table, agencyId, 'waiting', request),
    );
    const items = waiting.items.map((payment) => ({
      ...payment,
      handedOverOn: dayOf(payment.handedOverAt ?? payment.placedAt, zone),
      days: daysWaiting(payment, today, zone) ?? 0,
    }));
    return { ...waiting, items };
  },
);
