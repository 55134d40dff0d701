import type { World } from '../world.ts';

/** So many large immutable things (ledgers, offers, drawn lists) stay in a container's memory. */
const MOST = 40;
const memories = new WeakMap<World, Map<string, Promise<unknown>>>();

/**
 * A value that can never be another one, because its key names its content: read once, kept while there is room, the
 * longest unused one leaving first. A failed read is not kept.
 */
export const cachedByContent = <T>(world: World, key: string, read: () => Promise<T>): Promise<T> => {
  const memory = memories.get(world) ?? new Map<string, Promise<unknown>>();
  memories.set(world, memory);
  const known = memory.get(key) as Promise<T> | undefined;
  const value = known ?? read();
  memory.delete(key);
  memory.set(key, value);
  value.catch(() => memory.delete(key));
  for (const oldest of memory.keys()) {
    if (memory.size <= MOST) break;
    memory.delete(oldest);
  }
  return value;
};
