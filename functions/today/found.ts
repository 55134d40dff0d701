import type { Waiting } from '../../shared/contract/today.ts';

/** So many are counted, and so many shown: what waits for longest comes first. */
export const COUNTED = 50;

export type Found = { readonly items: readonly Waiting[]; readonly more: boolean };
type Page<T> = { readonly items: readonly T[]; readonly next?: unknown };

export const found = <T>({ items, next }: Page<T>, show: (item: T) => Waiting, waits = (_: T) => true): Found => {
  const waiting = items.filter(waits);
  return { items: waiting.slice(0, COUNTED).map(show), more: next !== undefined || waiting.length > COUNTED };
};
