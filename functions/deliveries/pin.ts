import { createHash } from 'node:crypto';
import type { World } from '../world.ts';

/** What the buyer reads to a courier at the door: four digits made of the order and the market's secret, so none is stored. */
export const pinOf = ({ keyedIds }: World, orderId: string): string => {
  const digest = createHash('sha256')
    .update(keyedIds.derived('pin', 'delivery', orderId))
    .digest();
  return String(digest.readUInt32BE(0) % 10_000).padStart(4, '0');
};
