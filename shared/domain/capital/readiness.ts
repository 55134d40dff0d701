import * as z from 'zod';
import { Day } from '../basics/month-schema.ts';
import { rupiah } from '../basics/wording.ts';
import { Need, type Scheme } from './bank.ts';
import { type NeedCode, needNames, SALES_MONTHS } from './needs.ts';

/** What the market knows of a shop that a bank asks about. Nothing else is looked at, and nothing is weighed. */
export const MarketFacts = z
  .object({
    since: Day.describe('On the market since the city verified it'),
    monthsListed: z.int().describe('Whole months since then'),
    monthsSold: z.int().describe('Of the last twelve whole months those with a received order'),
    nib: z.boolean(),
    npwp: z.boolean(),
  })
  .meta({ id: 'MarketFacts' });
export type MarketFacts = z.infer<typeof MarketFacts>;

/** One thing a scheme asks for: whether the market has it, has it not, or never keeps it. */
export const ReadinessLine = z
  .object({
    need: Need.or(z.literal('time')),
    name: z.string(),
    state: z.enum(['there', 'missing', 'bring']).describe('There, not yet there, or to be brought to the bank'),
    detail: z.string(),
  })
  .meta({ id: 'ReadinessLine' });
export type ReadinessLine = z.infer<typeof ReadinessLine>;

type Told = Pick<ReadinessLine, 'state' | 'detail'>;
const bring: Told = { state: 'bring', detail: 'Siapkan sendiri. Pasar Rata tidak menyimpannya.' };
const known: Partial<Record<NeedCode, (facts: MarketFacts) => Told>> = {
  nib: ({ nib }) =>
    nib
      ? { state: 'there', detail: 'Tercatat di data toko Anda.' }
      : { state: 'missing', detail: 'Belum tercatat. Urus gratis di oss.go.id, lalu isi di data toko.' },
  npwp: ({ npwp }) =>
    npwp
      ? { state: 'there', detail: 'Tercatat di data toko Anda.' }
      : { state: 'missing', detail: 'Belum tercatat. Isi di data toko bila sudah punya.' },
  sales: ({ monthsSold }) =>
    monthsSold >= SALES_MONTHS
      ? {
          state: 'there',
          detail: `Ada penjualan pada ${monthsSold} dari 12 bulan terakhir. Bank membacanya dengan izin Anda.`,
        }
      : {
          state: 'missing',
          detail: `Baru ada penjualan pada ${monthsSold} bulan. Catatan penjualan di luar Pasar Rata bawa sendiri.`,
        },
};

const timeLine = ({ monthsInBusiness }: Scheme, { monthsListed }: MarketFacts): ReadinessLine => ({
  need: 'time',
  name: `Usaha berjalan ${monthsInBusiness} bulan`,
  ...(monthsListed >= monthsInBusiness
    ? { state: 'there', detail: `Toko Anda ${monthsListed} bulan di Pasar Rata.` }
    : {
        state: 'missing',
        detail: `Toko Anda baru ${monthsListed} bulan di Pasar Rata. Bila usahanya lebih lama, bawa buktinya ke bank.`,
      }),
});

type Limits = { readonly code: string; readonly npwpAboveRupiah: number };

/**
 * What a scheme asks for and what of it the market has: facts in words, no verdict. Whether credit is given is the bank's to
 * say, and whoever else judges that needs a licence (POJK 29/2024, 19/2025).
 */
export const readinessOf = (scheme: Scheme, facts: MarketFacts, bands: readonly Limits[]): ReadinessLine[] => {
  const band = bands.find(({ code }) => code === scheme.kur);
  const lines = scheme.needs.map((need): ReadinessLine => {
    const above =
      need === 'npwp' && band && scheme.upToRupiah > band.npwpAboveRupiah
        ? `, untuk pinjaman di atas ${rupiah(band.npwpAboveRupiah)}`
        : '';
    return { need, name: needNames[need] + above, ...(known[need]?.(facts) ?? bring) };
  });
  return [...(scheme.monthsInBusiness > 0 ? [timeLine(scheme, facts)] : []), ...lines];
};
