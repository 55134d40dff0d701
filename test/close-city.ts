import { type Close, closeCity as closeOpened } from '../functions/equity/close/close-city.ts';
import { openRange } from '../functions/equity/close/open-month.ts';
import type { Files } from '../functions/files.ts';
import { rangesOf } from '../functions/reads/register.ts';
import type { World } from '../functions/world.ts';
import type { Snapshot } from '../shared/domain/equity/snapshot/snapshot.ts';

/** A city's part of the state machine in one run: its register in ranges, each opened, then the close. */
export const closeCity = async (world: World, files: Files, cityCode: string, close: Close): Promise<Snapshot> => {
  for (const range of await rangesOf(world, cityCode)) await openRange(world, cityCode, range, close.month);
  return closeOpened(world, files, cityCode, close);
};
