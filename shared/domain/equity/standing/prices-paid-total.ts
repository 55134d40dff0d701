import * as z from 'zod';
import { RupiahTotal } from '../../basics/money.ts';
import { plusCounts } from './prices-paid.ts';

/** The same for a place: sums over many shops travel as decimal strings. */
export const PricesPaidTotal = z
  .object({
    comparedRupiah: RupiahTotal,
    referenceRupiah: RupiahTotal,
    ratio: z.number().nullable().describe('Paid over reference; null when nothing was chosen from a fair list'),
    belowLine: z.int().describe('Orders chosen below the line'),
    below: z.record(z.string(), z.int()),
  })
  .meta({ id: 'PricesPaidTotal' });
export type PricesPaidTotal = z.infer<typeof PricesPaidTotal>;

type Sums = { compared: bigint; reference: bigint; below: Record<string, number> };
const published = ({ compared, reference, below }: Sums): PricesPaidTotal => ({
  comparedRupiah: compared.toString(),
  referenceRupiah: reference.toString(),
  ratio: reference === 0n ? null : Math.round((Number(compared) / Number(reference)) * 1e9) / 1e9,
  belowLine: Object.values(below).reduce((sum, count) => sum + count, 0),
  below,
});

/** Adds up the shops of a place. `end` is undefined when none of their sales came from a fair list. */
export const pricesPaidCounter = () => {
  let sums: Sums | undefined;
  return {
    add: (pricesPaid: {
      comparedRupiah: number | string;
      referenceRupiah: number | string;
      below: Record<string, number>;
    }) => {
      const { compared = 0n, reference = 0n, below = {} } = sums ?? {};
      sums = {
        compared: compared + BigInt(pricesPaid.comparedRupiah),
        reference: reference + BigInt(pricesPaid.referenceRupiah),
        below: plusCounts(below, pricesPaid.below),
      };
    },
    end: (): PricesPaidTotal | undefined => sums && published(sums),
  };
};
