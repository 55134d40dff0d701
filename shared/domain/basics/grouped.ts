/**
 * Things by what `keyOf` says of each, in the order they came: `Map.groupBy` for what pages carry too, since phones of before
 * 2024 have none.
 */
export const grouped = <T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
};
