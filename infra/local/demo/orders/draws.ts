import type { Category } from '../../../../shared/domain/basics/category.ts';
import type { Shop } from '../city.ts';
import { wantedBy } from '../shops/goods.ts';

/** Draws one of some shops, each as likely as its weight, but never the one that was drawn before. */
type Draw = (random: number, but?: Shop) => Shop | undefined;

/** Weights are added up once: each draw then halves its way to a shop, however many there are. */
export const drawOf = (shops: readonly Shop[], weight: (shop: Shop) => number): Draw => {
  const ends = new Float64Array(shops.length);
  let total = 0;
  for (const [at, shop] of shops.entries()) {
    total += weight(shop);
    ends[at] = total;
  }
  const places = new Map(shops.map((shop, at) => [shop, at]));
  const firstBeyond = (sum: number): number => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > sum) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return (random, but) => {
    const left = but && places.get(but);
    if (left === undefined) return shops[firstBeyond(random * total)];
    const [from, to] = [ends[left - 1] ?? 0, ends[left] ?? 0];
    const wanted = random * (total - (to - from));
    return shops[firstBeyond(wanted < from ? wanted : Math.max(to, wanted + (to - from)))];
  };
};

/** A day's shops as its buyers see them: a person draws among all, an office's second shop is of its first one's category. */
export const drawsOf = (open: readonly Shop[]) => {
  const once = <K, T>(make: (key: K) => T) => {
    const made = new Map<K, T>();
    return (key: K): T => {
      const found = made.get(key) ?? make(key);
      made.set(key, found);
      return found;
    };
  };
  const weight = (kind: 'office' | 'person') => (shop: Shop) =>
    shop.pull * (shop.lift ?? 1) * wantedBy[kind][shop.category];
  const all = once((kind: 'office' | 'person') => drawOf(open, weight(kind)));
  const alike = once((category: Category) =>
    drawOf(
      open.filter((shop) => shop.category === category),
      weight('office'),
    ),
  );
  return {
    first: (kind: 'office' | 'person', random: number) => all(kind)(random),
    second: (kind: 'office' | 'person', first: Shop, random: number) =>
      (kind === 'person' ? all(kind) : alike(first.category))(random, first),
  };
};
