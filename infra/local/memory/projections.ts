import { type IndexName, indexes } from '../../../shared/table/engine/schema.ts';
import { type Bindings, found, nameOf, once, path, reader, toTheEnd, unknown, type Values } from './expression.ts';
import type { Item } from './item.ts';

/** `pk, #a, #b.#c`: the named attributes alone, at most one level deep. A map of which nothing is named or there is gone. */
export const projectionOf = once((text) => {
  const read = reader(text);
  const wanted = [path(read.next())];
  while (read.take(',')) wanted.push(path(read.next()));
  if (wanted.some((parts) => parts.length > 2)) throw unknown(`a path so deep: ${text}`);
  return toTheEnd(read, (item: Values, bound: Bindings): Values => {
    const shown: Record<string, unknown> = {};
    for (const parts of wanted) {
      const value = found(item, parts, bound);
      const [first = '', second] = parts.map((part) => nameOf(part, bound));
      if (value === undefined) continue;
      shown[first] = second === undefined ? value : { ...(shown[first] as Values | undefined), [second]: value };
    }
    return shown;
  });
});

export const indexNames = Object.keys(indexes) as IndexName[];
const shownIn = (index: IndexName): readonly string[] => {
  const { partition, sort, shown } = indexes[index];
  return ['pk', 'sk', partition, sort, ...shown];
};
const namesShown = new Map(indexNames.map((index) => [index, shownIn(index)]));
/** What an index shows of an item, when it is in the index at all. */
export const shownOf = (item: Item, index: IndexName): Item => {
  const shown: Record<string, unknown> = {};
  for (const name of namesShown.get(index) ?? []) if (item[name] !== undefined) shown[name] = item[name];
  return shown;
};
