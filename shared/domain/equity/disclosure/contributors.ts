import * as z from 'zod';

/** From how many shops a sum comes, and what the two that gave most to it gave: may it be public? */
export const Contributors = z.object({ shops: z.int().min(0), topTwoRupiah: z.int().min(0) });
export type Contributors = z.infer<typeof Contributors>;
export const NO_CONTRIBUTORS: Contributors = { shops: 0, topTwoRupiah: 0 };

/** Who gave nothing to a sum hides nobody else in it. */
export const contributorsCounter = () => {
  let [shops, second, largest] = [0, 0, 0];
  return {
    add: (rupiah: number): void => {
      if (rupiah > 0) shops += 1;
      [second, largest] = [Math.max(second, Math.min(largest, rupiah)), Math.max(largest, rupiah)];
    },
    end: (): Contributors => ({ shops, topTwoRupiah: second + largest }),
  };
};
