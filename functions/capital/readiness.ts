import { addMonths, dayOf, monthsBetween, type Zone } from '../../shared/domain/basics/month.ts';
import { type MarketFacts, readinessOf } from '../../shared/domain/capital/readiness.ts';
import { kurBandsOn } from '../../shared/rules/kur-bands.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { pastMonths } from '../../shared/table/equity/standings.ts';
import { paymentsOfMerchant } from '../../shared/table/payments/payments.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { expectCity, expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { banksOn } from './banks.ts';

/** Months looked back on, the running one not among them. */
const YEAR = 12;

/** What the market knows of a shop that banks ask about. */
const factsOf = async ({ table, now }: World, merchant: MerchantRecord, zone: Zone): Promise<MarketFacts> => {
  const { merchantId, verifiedAt, registeredAt, nib, npwp } = merchant;
  const [since, today] = [dayOf(verifiedAt ?? registeredAt, zone), dayOf(now(), zone)];
  const months = Array.from({ length: YEAR }, (_, at) => addMonths(today.slice(0, 7), at - YEAR));
  const past = await pastMonths(table, [merchantId], months);
  const listed = monthsBetween(since.slice(0, 7), today.slice(0, 7)) - (since.slice(8) > today.slice(8) ? 1 : 0);
  return {
    since,
    monthsListed: Math.max(0, listed),
    monthsSold: past.filter(({ orders }) => orders > 0).length,
    nib: nib !== undefined,
    npwp: npwp !== undefined,
  };
};

/** What offices received of a shop and have not paid: what a bank that pays ahead asks about. */
const billsOf = async ({ table }: World, merchantId: string, zone: Zone) => {
  const found = await Promise.all(
    (['unpaid', 'not_found'] as const).map((state) =>
      everyEntry((after) => paymentsOfMerchant(table, merchantId, state, { limit: 100, after })),
    ),
  );
  const bills = found.flat().filter(({ agencyId, handedOverAt }) => agencyId !== null && handedOverAt !== null);
  const days = bills.flatMap(({ handedOverAt }) => (handedOverAt ? [dayOf(handedOverAt, zone)] : [])).sort();
  return {
    count: bills.length,
    rupiah: String(bills.reduce((sum, { dueRupiah }) => sum + BigInt(dueRupiah), 0n)),
    oldestOn: days[0] ?? null,
  };
};

export const readCapitalReadiness = endpoint(
  'GET /merchants/{merchantId}/capital-readiness',
  async ({ params, caller }, world) => {
    const merchant = await expectOwnMerchant(world, caller, params.merchantId);
    const { zone } = await expectCity(world, merchant.cityCode);
    const today = dayOf(world.now(), zone);
    const kur = kurBandsOn(today);
    const [facts, banks, bills] = await Promise.all([
      factsOf(world, merchant, zone),
      banksOn(world, merchant.cityCode, today),
      billsOf(world, merchant.merchantId, zone),
    ]);
    const withLines = banks.map((bank) => ({
      ...bank,
      schemes: bank.schemes.map((scheme) => ({ ...scheme, lines: readinessOf(scheme, facts, kur) })),
    }));
    return { facts, kur, banks: withLines, bills };
  },
);
