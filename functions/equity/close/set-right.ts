import { addMonths, type Month } from '../../../shared/domain/basics/month.ts';
import { carriedOver } from '../../../shared/domain/equity/standing/carry-over.ts';
import type { Standing } from '../../../shared/domain/equity/standing/standing.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { readTogether } from '../../../shared/table/engine/reads.ts';
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { saveStanding, standingOf, standingsBefore } from '../../../shared/table/equity/standings.ts';
import { laterMonths } from '../../reads/months/late-month.ts';
import type { World } from '../../world.ts';

/** Merchants of a page that are written one by one, together. */
export const WRITES_AT_ONCE = 10;

const ATTEMPTS = 5;
/** Sets right what an open month carries over, after a fresh look at it; answers what it is now. */
export const setRight = (world: World, city: City, merchantId: string, month: Month): Promise<Standing> =>
  rerunOnStale(world.table, ATTEMPTS, async () => {
    const reads = { standing: standingOf(merchantId, month), before: standingOf(merchantId, addMonths(month, -1)) };
    // The version of the month before is read first: a change of an older month that comes meanwhile moves it.
    const { standing, before } = await readTogether(world.table, reads);
    if (!standing) throw new Error(`the month ${month} of ${merchantId} was open and is gone`);
    const right = carriedOver(standing, await standingsBefore(world.table, merchantId, month), before?.version);
    if (!right) return standing;
    await commit(world.table, [saveStanding(right, city.shards), ...(await laterMonths(world, city, right))]);
    return right;
  });
