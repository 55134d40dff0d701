import { monthEnd, reportingDeadline } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { getSnapshot } from '../../../shared/table/equity/snapshots.ts';
import { cachedFor } from '../../reads/cached-for.ts';
import type { World } from '../../world.ts';

const CLOSED_SECONDS = 60;
export const closedOf = (world: World, cityCode: string, month: string) =>
  cachedFor(world, `reports at the close of ${cityCode} ${month}`, CLOSED_SECONDS, async () => {
    const snapshot = await getSnapshot(world.table, cityCode, month, undefined, 'none');
    if (!snapshot) return null;
    const { merchants, reports } = snapshot.total;
    return { merchants, reports };
  });

export const stateAt = (now: string, month: string, { zone }: City): 'not-over' | 'open' | 'locked' => {
  if (now < monthEnd(month, zone)) return 'not-over';
  return now < reportingDeadline(month, zone) ? 'open' : 'locked';
};
