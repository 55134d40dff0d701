import type { Table } from '../../../shared/table/engine/table.ts';
import type { Item } from './item.ts';

/** More than a month's requests touch; beyond it everything is parsed again. */
const MOST = 20_000;

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  Object.freeze(value);
  return value;
};

/**
 * Each version of an item is parsed once: the memory table answers the very item it keeps, until another takes its place. What
 * came of it is shared by all who read it, so it is frozen: whoever writes into it meets an error, and never another's request.
 */
export const parsedOnce = (): NonNullable<Table['parsed']> => {
  let known = new Map<Item, Map<unknown, unknown>>();
  return <T>(item: Item, parse: (item: Item) => T): T => {
    const values = known.get(item) ?? new Map<unknown, unknown>();
    if (values.has(parse)) return values.get(parse) as T;
    const value = frozen(parse(item));
    values.set(parse, value);
    if (known.size >= MOST) known = new Map();
    known.set(item, values);
    return value;
  };
};
