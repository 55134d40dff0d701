import type { World } from '../world.ts';

/** The seed of a series' lot: made of its id by the market's secret, so that nobody chooses it and it is there from the start. */
export const seedOf = ({ keyedIds }: World, seriesId: string): string => keyedIds.derived('lot', 'series', seriesId);
