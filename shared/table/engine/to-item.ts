import type * as z from 'zod';
import { type Item, putCarded } from './card.ts';
import type { Entity } from './table.ts';

/** The item as stored: its keys, its lists, its type, its values. */
export const toItem = <S extends z.ZodObject>(kind: Entity<S>, value: z.infer<S>): Item => {
  const [list1, list2, due] = [kind.list1?.(value), kind.list2?.(value), kind.due?.(value)];
  const item: Item = { ...kind.key(value) };
  if (list1) [item['l1pk'], item['l1sk']] = [list1.pk, list1.sk];
  if (list2) [item['l2pk'], item['l2sk']] = [list2.pk, list2.sk];
  if (due) [item['dpk'], item['dsk']] = [due.pk, due.sk];
  item['type'] = kind.type;
  return putCarded(item, value, kind);
};
