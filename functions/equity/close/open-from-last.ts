import type { Month } from '../../../shared/domain/basics/month.ts';
import { monthsKeptIn } from '../../../shared/domain/equity/standing/carry-over.ts';
import type { LastMonth } from '../../../shared/domain/equity/standing/earlier-month.ts';
import type { Standing } from '../../../shared/domain/equity/standing/standing.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { registeredShops } from '../../../shared/table/register/merchants.ts';
import { inParallel } from '../../reads/in-parallel.ts';
import type { World } from '../../world.ts';
import { opening, openLacking } from './open-lacking.ts';
import { setRight, WRITES_AT_ONCE } from './set-right.ts';

/**
 * Opens the month after one that carries right, for those who lack it, from that one alone. Answers of whom it could not be
 * said: their month keeps nothing yet, or they are not to be found.
 */
export const openFromLast = async (
  world: World,
  city: City,
  month: Month,
  last: ReadonlyMap<string, LastMonth>,
): Promise<string[]> => {
  const merchantIds = [...last.keys()];
  const shops = await registeredShops(world.table, merchantIds);
  const lacking: Standing[] = [];
  const unsaid: string[] = [];
  for (const [at, [merchantId, before]] of [...last].entries()) {
    const [merchant, months] = [shops[at], monthsKeptIn(before)];
    const opened = merchant && months && opening(merchant, month, city, { months, from: before.version });
    if (opened) lacking.push(opened);
    else if (!merchant || !months) unsaid.push(merchantId);
  }
  const existing = await openLacking(world, city, month, lacking);
  // Whoever opened it in between may have known less.
  await inParallel(existing, WRITES_AT_ONCE, async ({ merchantId }) => {
    await setRight(world, city, merchantId, month);
  });
  return unsaid;
};
