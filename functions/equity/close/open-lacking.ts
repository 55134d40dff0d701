import { type Month, monthEnd } from '../../../shared/domain/basics/month.ts';
import { monthsInYear } from '../../../shared/domain/equity/standing/carried.ts';
import type { CarryingMonth, EarlierMonth } from '../../../shared/domain/equity/standing/earlier-month.ts';
import { openGone, openStanding } from '../../../shared/domain/equity/standing/open-standing.ts';
import type { Standing } from '../../../shared/domain/equity/standing/standing.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { leftBy, wasActive } from '../../../shared/domain/register/merchant-moves.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { openStandingOnce, openStandings } from '../../../shared/table/equity/standings.ts';
import type { RegisteredShop } from '../../../shared/table/register/merchants.ts';
import { inParallel } from '../../reads/in-parallel.ts';
import { isLate, laterMonths } from '../../reads/months/late-month.ts';
import type { World } from '../../world.ts';
import { WRITES_AT_ONCE } from './set-right.ts';

export type Known = {
  readonly merchant: RegisteredShop | undefined;
  /** The month itself, when it is open. */
  readonly open: CarryingMonth | undefined;
  readonly months: readonly EarlierMonth[];
  /** The version of the month before, read before `months`; null when it was written since, undefined when it has none. */
  readonly from: number | null | undefined;
};

/** A month for anyone who was in the register in it; for anyone who left within the twelve months, its place in those. */
export const opening = (
  merchant: RegisteredShop,
  month: Month,
  city: City,
  { months, from }: Pick<Known, 'months' | 'from'>,
): Standing | undefined => {
  const carried = typeof from === 'number' ? { carriedFrom: from } : {};
  if (wasActive(merchant, month, city.zone)) {
    const left = leftBy(merchant, monthEnd(month, city.zone));
    return { ...openStanding(merchant, month, months), ...carried, left };
  }
  return monthsInYear(month, months).length > 0 ? { ...openGone(merchant, month, months), ...carried } : undefined;
};

/**
 * Opens a month for those who lack it, and answers who had one after all. In time many go in one call, because each month
 * stands for itself; later ones ask, in the same write, for a look at the months after them.
 */
export const openLacking = async (
  world: World,
  city: City,
  month: Month,
  lacking: readonly Standing[],
): Promise<Standing[]> => {
  if (!isLate(world, city, month)) return openStandings(world.table, lacking, city.shards);
  const existing: Standing[] = [];
  await inParallel(lacking, WRITES_AT_ONCE, async (standing) => {
    const writes = [openStandingOnce(standing, city.shards), ...(await laterMonths(world, city, standing))];
    if (await commit(world.table, writes)) existing.push(standing);
  });
  return existing;
};
