import type { World } from '../../../functions/world.ts';

const nothing = () => {};
/** Says nothing. */
export const silent = {
  logger: { info: nothing, warn: nothing, error: nothing } as World['logger'],
};
