import { later } from '../../shared/domain/basics/month.ts';
import type { World } from '../world.ts';

/** More than a container needs at once; beyond it everything is read again. */
const MOST = 1000;

/** A value read at most every `seconds`; a failed read is not stored. */
export const cachedFor = <T>(world: World, key: string, seconds: number, read: () => Promise<T>): Promise<T> => {
  const now = world.now();
  const known = world.cache.get(key);
  if (known && now < known.until) return known.value as Promise<T>;
  const value = read();
  if (world.cache.size > MOST) world.cache.clear();
  world.cache.set(key, { until: later(now, seconds * 1000), value });
  value.catch(() => world.cache.delete(key));
  return value;
};
