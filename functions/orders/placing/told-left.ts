import { Problem } from '../../../shared/problem.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { countToday } from '../../../shared/table/people/daily-counts.ts';
import type { World } from '../../world.ts';

const TELL_LEFT = new Set(['stock_too_little', 'capacity_too_little']);
const detail = 'Kurangi jumlahnya.';

/**
 * Places or moves an order, whose refusal says how much is left. Who is refused so often a day asks, and does not order: from then on it is
 * told no more than that it is too little.
 */
export const tellingLeft = async <T>(world: World, person: string, placed: () => Promise<T>): Promise<T> => {
  try {
    return await placed();
  } catch (error) {
    if (!(error instanceof Problem && TELL_LEFT.has(error.code))) throw error;
    if (await isTold(world, person)) throw error;
    throw new Problem(
      error.code,
      `Sisanya kurang dari yang Anda pesan. ${detail}`,
      error.flaws.map(({ pointer }) => ({ pointer, detail })),
    );
  }
};

const isTold = async (world: World, person: string): Promise<boolean> => {
  try {
    await commit(world.table, [countToday('stock-told', person, world.now())]);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'limit_reached') return false;
    throw error;
  }
};
