import * as z from 'zod';

/** From how many shops a sum comes, and what the two that gave most to it gave: may it be public? */
export const Givers = z.object({ shops: z.int().min(0), topTwoRupiah: z.int().min(0) });
export type Givers = z.infer<typeof Givers>;
export const NO_GIVERS: Givers = { shops: 0, topTwoRupiah: 0 };

/** Who gave nothing to a sum hides nobody else in it. */
export const giversCounter = () => {
  let [shops, second, largest] = [0, 0, 0];
  return {
    add: (rupiah: number): void => {
      if (rupiah > 0) shops += 1;
      [second, largest] = [Math.max(second, Math.min(largest, rupiah)), Math.max(largest, rupiah)];
    },
    end: (): Givers => ({ shops, topTwoRupiah: second + largest }),
  };
};
