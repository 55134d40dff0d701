import { publicAttainable } from '../../../shared/domain/equity/disclosure/public-attainable.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { getAttainable } from '../../../shared/table/equity/attainables.ts';
import type { World } from '../../world.ts';

/** A city's month with what could have been attained in it, for the city itself. */
export const withAttainable = async ({ table }: World, snapshot: Snapshot): Promise<Snapshot> => {
  const attainable = await getAttainable(table, snapshot.place, snapshot.month);
  return attainable ? { ...snapshot, attainable } : snapshot;
};

/** A month as everybody may see it, with what could have been attained as everybody may. Hidden turnover hides it. */
export const withPublicAttainable = async ({ table }: World, open: Snapshot): Promise<Snapshot> => {
  // Only cities have one: theirs is the market.
  if (open.cities.length > 0) return open;
  const attainable = await getAttainable(table, open.place, open.month);
  const shown = attainable && publicAttainable(attainable, open.total.turnoverRupiah === null);
  return shown ? { ...open, attainable: shown } : open;
};
