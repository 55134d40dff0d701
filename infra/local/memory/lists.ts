import { type IndexName, indexes } from '../../../shared/table/engine/schema.ts';
import type { Item } from './item.ts';
import type { Kept } from './kept.ts';
import { indexNames } from './projections.ts';
import { Sorted } from './sorted.ts';

/** What one write did to one item. */
export type Change = { readonly key: string; readonly before: Item | undefined; readonly after: Item | undefined };
/** The same with the version that the lists come to show. */
export type Shown = Change & { readonly kept: Kept | undefined };

export type Partitions = Map<string, Sorted<Kept>>;
export const copied = (map: Partitions): Partitions =>
  new Map([...map].map(([pk, list]) => [pk, new Sorted([...list.entries])]));

/** The indexes of a table: what each partition of each lists, in order. */
export class Lists {
  readonly #lists: Readonly<Record<IndexName, Partitions>>;
  constructor(from?: Lists) {
    this.#lists = Object.fromEntries(
      indexNames.map((index) => [index, from ? copied(from.#lists[index]) : new Map()]),
    ) as Record<IndexName, Partitions>;
  }
  of(index: IndexName): Partitions {
    return this.#lists[index];
  }
  follow({ key, before, after, kept }: Shown): void {
    for (const index of indexNames) {
      const { partition, sort } = indexes[index];
      const list = this.#lists[index];
      const [oldPk, oldSk] = [before?.[partition] as string | undefined, before?.[sort] as string | undefined];
      const [newPk, newSk] = [after?.[partition] as string | undefined, after?.[sort] as string | undefined];
      const moved = oldPk !== newPk || oldSk !== newSk;
      if (moved && oldPk !== undefined && oldSk !== undefined) list.get(oldPk)?.delete(oldSk, key);
      if (kept && newPk !== undefined && newSk !== undefined) {
        const entries = list.get(newPk) ?? new Sorted<Kept>();
        list.set(newPk, entries);
        entries.set(newSk, key, kept);
      }
    }
  }
}
