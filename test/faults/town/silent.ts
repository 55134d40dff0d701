import type { World } from '../../../functions/world.ts';

const nothing = () => {};
/** Neither logs nor metrics. */
export const silent = {
  logger: { info: nothing, warn: nothing, error: nothing } as World['logger'],
  metrics: { addMetric: nothing, addDimension: nothing, publishStoredMetrics: nothing } as unknown as World['metrics'],
};
