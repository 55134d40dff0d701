import type { World } from '../../world.ts';

/** The id of an order's review, which cannot be worked out from the order's, nor the order's from it. */
export const reviewIdOf = ({ keyedIds }: Pick<World, 'keyedIds'>, orderId: string): string =>
  keyedIds.derived('rev', 'review', orderId);
