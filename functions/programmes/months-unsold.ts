import { monthOf } from '../../shared/domain/basics/month.ts';
import type { City } from '../../shared/domain/places/city.ts';
import type { Enrolment } from '../../shared/domain/programmes/enrolment.ts';
import { monthsUnsoldOf } from '../../shared/domain/ranking/support/support.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { getStandings } from '../../shared/table/equity/standings.ts';
import { shopsOfOwner } from '../../shared/table/register/merchants.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';

const OWNERS_AT_ONCE = 8;

/** For how many whole months each owner has sold nothing, through whichever shop: as the list of whom to visit counts it. */
export const monthsUnsoldBy = async (
  { table, now }: World,
  { zone }: City,
  enrolments: readonly Enrolment[],
): Promise<ReadonlyMap<string, number>> => {
  const month = monthOf(now(), zone);
  const found = new Map<string, number>();
  await inParallel(new Set(enrolments.map(({ ownerId }) => ownerId)), OWNERS_AT_ONCE, async (ownerId) => {
    const shops = await everyEntry((after) => shopsOfOwner(table, ownerId, { limit: 100, after }));
    const ids = shops.slice(0, 100).map(({ merchantId }) => merchantId);
    const standings = (await getStandings(table, ids, month)).filter((one) => one !== undefined);
    const unsold = standings.map(({ turnoverRupiah, monthsUnsold, rollingRupiah }) => ({
      unsold: turnoverRupiah > 0 ? 0 : monthsUnsold,
      soldInYear: rollingRupiah > 0,
    }));
    found.set(ownerId, unsold.length === 0 ? 0 : monthsUnsoldOf(unsold));
  });
  return found;
};
