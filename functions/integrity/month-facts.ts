import { addMonths, type Month, monthEnd, monthStart } from '../../shared/domain/basics/month.ts';
import { type MonthFacts, WINDOW_MONTHS } from '../../shared/domain/integrity/facts.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { type LedgerState, LedgerState as StateFile } from '../../shared/domain/ranking/ledger/ledger-state.ts';
import { agenciesOfCity } from '../../shared/table/agencies.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { cancellationsByBuyer } from '../../shared/table/orders/buyer-cancellations.ts';
import { getLedgerPointer } from '../../shared/table/ranking/ledgers.ts';
import { ledgerBuyer } from '../reads/buyers/ledger-buyer.ts';
import { getPacked } from '../reads/packed-files.ts';
import type { World } from '../world.ts';
import { pricesOf } from './like-prices.ts';
import { purchasesOf } from './purchases.ts';
import { reportsOf } from './reports.ts';
import { shopLinksOf } from './shop-links.ts';
import { visitsMade } from './visits-made.ts';

const stateOf = async ({ table, files }: World, { cityCode }: City): Promise<LedgerState | undefined> => {
  const pointer = await getLedgerPointer(table, cityCode);
  return pointer && StateFile.parse(await getPacked(files, pointer.stateKey));
};

/** The orders that are looked at: accepted in the month; those of offices in two months more. */
const wanted = ({ entries }: LedgerState, { zone }: City, month: Month, offices: ReadonlySet<string>): string[] => {
  const [first, begin, end] = [
    monthStart(addMonths(month, 1 - WINDOW_MONTHS), zone),
    monthStart(month, zone),
    monthEnd(month, zone),
  ];
  return entries.flatMap(({ orderId, state, at, buyer = '' }) =>
    state === 'accepted' && at < end && at >= (offices.has(buyer) ? first : begin) ? [orderId] : [],
  );
};

/**
 * Everything a month is looked at by, from what the market has: the ledger's file names the orders, orders and shops are
 * read in batches, reports stream by. Nothing of it is kept.
 */
export const monthFacts = async (world: World, city: City, month: Month): Promise<MonthFacts> => {
  const { cityCode } = city;
  const agencies = await everyEntry((after) => agenciesOfCity(world.table, cityCode, { limit: 1000, after }));
  const offices = new Map(agencies.map(({ agencyId, name }) => [agencyId, name]));
  const known = new Set([...offices.keys()].map((agencyId) => ledgerBuyer(world, cityCode, agencyId)));
  const state = await stateOf(world, city);
  const ownerOf = new Map(
    state?.clusters.flatMap(({ ownerId, shopIds }) => shopIds.map((id) => [id, ownerId] as const)),
  );
  const orderIds = state ? wanted(state, city, month, known) : [];
  const purchases = await purchasesOf(world, city, orderIds, { month, ownerOf });
  const [shops, prices, reports, cancelled, visits] = await Promise.all([
    shopLinksOf(world, city, purchases, ownerOf),
    pricesOf(world, city, purchases, { month, ownerOf }),
    reportsOf(world, city, month, ownerOf),
    cancellationsByBuyer(world.table, cityCode, monthEnd(month, city.zone)),
    visitsMade(world, city, month, ownerOf),
  ]);
  return {
    month,
    purchases,
    prices,
    shops,
    offices,
    reports,
    visits,
    cancelled: [...cancelled].map(([buyer, ids]) => ({ buyer, orderIds: ids })),
  };
};
