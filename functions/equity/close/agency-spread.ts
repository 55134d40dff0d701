import { addMonths } from '../../../shared/domain/basics/month.ts';
import type { OfficeInput, Spend } from '../../../shared/domain/equity/snapshot/inputs.ts';
import { MONTHS_BEFORE } from '../../../shared/domain/equity/standing/past-line.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { agenciesOfCity } from '../../../shared/table/agencies.ts';
import { everyPage } from '../../../shared/table/engine/pages.ts';
import { spendingsOf } from '../../../shared/table/equity/spendings.ts';
import { presentLedger } from '../../reads/city-ledger.ts';
import type { World } from '../../world.ts';

type Bought = { readonly ownerId: string; readonly rupiah: number; readonly month: string };
/** What was spent at each owner from `first` on, and whether nothing was in the months before; least first, nameless. */
const spendFrom = (first: string, bought: readonly Bought[]): Spend => {
  const now = new Map<string, number>();
  for (const { ownerId, rupiah, month } of bought)
    if (month >= first) now.set(ownerId, (now.get(ownerId) ?? 0) + rupiah);
  const known = new Set(bought.filter(({ month }) => month < first).map(({ ownerId }) => ownerId));
  return [...now]
    .map(([ownerId, rupiah]): Spend[number] => [rupiah, !known.has(ownerId)])
    .sort((a, b) => a[0] - b[0] || Number(a[1]) - Number(b[1]));
};

/**
 * One office's month and twelve months: an owner's shops are joined before anything is measured. An owner is new to a
 * month by the eleven before it, to the twelve months by the twelve before them.
 */
const spendOfOne = async (
  { table }: World,
  { agencyId, name }: { agencyId: string; name: string },
  month: string,
  ownerOf: ReadonlyMap<string, string>,
): Promise<OfficeInput> => {
  const [yearBegan, yearBefore] = [addMonths(month, -MONTHS_BEFORE), addMonths(month, -MONTHS_BEFORE - 12)];
  const bought: Bought[] = [];
  for await (const spending of spendingsOf(table, agencyId, { first: yearBefore, last: month })) {
    const { merchantId, rupiah, month: when } = spending;
    bought.push({ ownerId: ownerOf.get(merchantId) ?? spending.ownerId, rupiah, month: when });
  }
  const ofYear = bought.filter(({ month: when }) => when >= yearBegan);
  return { agencyId, name, month: spendFrom(month, ofYear), year: spendFrom(yearBegan, bought) };
};

/**
 * Every office of a city that bought in the twelve months. The one table of a close that is held whole: offices are
 * dozens.
 */
export const agencySpends = async (world: World, city: City, month: string): Promise<OfficeInput[]> => {
  // Whose each shop is, as the lists know it. A fault of reading ends this run, and the step is tried again: a published
  // month must not count an owner of two shops twice because a file could not be read for a moment.
  const { ownerOf } = (await presentLedger(world, city)).ledger;
  const offices: OfficeInput[] = [];
  const read = (after: string | undefined) => agenciesOfCity(world.table, city.cityCode, { limit: 1000, after });
  for await (const page of everyPage(read))
    for (const agency of page) offices.push(await spendOfOne(world, agency, month, ownerOf));
  return offices.filter(({ year }) => year.length > 0);
};
