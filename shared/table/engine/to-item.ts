import type * as z from 'zod';
import { carded, type Item } from './card.ts';
import type { Entity } from './table.ts';

/** The item as stored: its keys, its lists, its type, its values. */
export const toItem = <S extends z.ZodObject>(kind: Entity<S>, value: z.infer<S>): Item => {
  const [list1, list2, due] = [kind.list1?.(value), kind.list2?.(value), kind.due?.(value)];
  return {
    ...kind.key(value),
    ...(list1 ? { l1pk: list1.pk, l1sk: list1.sk } : {}),
    ...(list2 ? { l2pk: list2.pk, l2sk: list2.sk } : {}),
    ...(due ? { dpk: due.pk, dsk: due.sk } : {}),
    type: kind.type,
    ...carded(value, kind),
  };
};
