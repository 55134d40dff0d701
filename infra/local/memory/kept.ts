import type { Item } from './item.ts';

/** One version of an item as the table keeps it: here, or on the shelf, of which it then knows the place. */
export class Kept {
  item: Item | undefined;
  /** Where it begins on the shelf and how long it is there, bytes; before it was ever laid down it is nowhere. */
  at = -1;
  bytes = 0;
  /** Another version took its place: nobody asks for this one any more. */
  gone = false;
  constructor(item: Item) {
    this.item = item;
  }
}

/** Where a table keeps what it has no room for. */
export type Shelf = {
  /** Takes a version that is new. */
  readonly keep: (kept: Kept) => void;
  /** The item, here or fetched. */
  readonly item: (kept: Kept) => Item;
  /** The same for who goes through everything: what was fetched is not kept for the next. */
  readonly looked: (kept: Kept) => Item;
  /** Lays down what nobody asked for since the rest before the last. */
  readonly rest: () => void;
};

const here = ({ item }: Kept): Item => item as Item;
/** All of it stays in memory. */
export const noShelf: Shelf = {
  keep: () => undefined,
  item: here,
  looked: here,
  rest: () => undefined,
};
