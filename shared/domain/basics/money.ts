import * as z from 'zod';

/** The most one amount may be: Rp 1 trillion. Far above any order, far below 2^53, so sums of a page stay exact. */
export const RUPIAH_MAX = 1_000_000_000_000;

/** Whole rupiah. Single amounts are integers; totals over many are BigInt and travel as decimal strings. */
export const Rupiah = z.int().min(0).max(RUPIAH_MAX).meta({ id: 'Rupiah', example: 18000 });
export type Rupiah = z.infer<typeof Rupiah>;

/** A total over many amounts, as a decimal string: a national year passes 2^53. */
export const RupiahTotal = z
  .string()
  .regex(/^\d{1,30}$/, 'Isi dengan rupiah bulat, tanpa titik.')
  .meta({ id: 'RupiahTotal', example: '10250000' });

export const Quantity = z.int().min(1).max(100_000).meta({ id: 'Quantity', example: 20 });
