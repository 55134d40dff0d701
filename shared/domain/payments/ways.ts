import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { Rupiah } from '../basics/money.ts';
import { rupiah } from '../basics/wording.ts';
import { DistrictCode } from '../places/region.ts';

/** How the money goes from the buyer to the shop. */
export const PaymentWay = z.enum(['cod', 'qris', 'transfer', 'treasury']).meta({ id: 'PaymentWay' });
export type PaymentWay = z.infer<typeof PaymentWay>;

/** The most cash on delivery a shop may offer: what a courier carries safely, and a newcomer can lose. */
const COD_MAX_RUPIAH = 5_000_000;

/** Which ways a shop takes. An office always pays through its treasurer, to the shop's account. */
export const PaymentWays = z
  .strictObject({
    cod: z
      .strictObject({
        mostRupiah: Rupiah.min(1).max(COD_MAX_RUPIAH).describe('Most one order may cost to be paid in cash'),
        districts: z
          .array(DistrictCode)
          .max(80)
          .describe('Where cash is taken; empty means wherever the shop delivers'),
      })
      .nullable(),
    qris: z.string().max(600).nullable().describe('The payload of the shop’s static QRIS, checked whole'),
    transfer: z.boolean().describe('To the account of the shop’s registration'),
  })
  .meta({ id: 'PaymentWays' });
export type PaymentWays = z.infer<typeof PaymentWays>;

export const NO_WAYS: PaymentWays = { cod: null, qris: null, transfer: false };

/** The ways as everybody may see them: to whom a QRIS pays, but neither its payload nor an account number. */
export const ShownWays = PaymentWays.omit({ qris: true })
  .extend({ qris: z.object({ name: z.string(), nmid: z.string() }).nullable(), version: z.int() })
  .meta({ id: 'ShownWays' });
export type ShownWays = z.infer<typeof ShownWays>;

/** What decides whether an order may be paid in a way. */
export type WayFacts = {
  readonly ways: PaymentWays;
  readonly office: boolean;
  readonly totalRupiah: number;
  readonly district: string;
  /** The buyer comes to the shop. */
  readonly pickedUp?: boolean | undefined;
  /** Until when this buyer may not choose cash in this city; null when they may. */
  readonly codClosedUntil: string | null;
};

const notOffered = (sentence: string): Problem =>
  new Problem('way_not_offered', sentence, [{ pointer: '/way', detail: 'Pilih cara bayar lain.' }]);

const requireCod = ({ ways: { cod }, totalRupiah, district, pickedUp, codClosedUntil }: WayFacts): void => {
  if (cod === null) throw notOffered('Toko ini tidak menerima bayar di tempat. Pilih cara bayar lain.');
  if (codClosedUntil !== null)
    throw new Problem(
      'cod_closed',
      `Bayar di tempat tertutup bagi Anda sampai ${codClosedUntil} karena dua kiriman tidak dibayar. Pilih cara bayar lain.`,
      [{ pointer: '/way', detail: `Terbuka lagi setelah ${codClosedUntil}.` }],
    );
  if (totalRupiah > cod.mostRupiah)
    throw notOffered(
      `Bayar di tempat hanya sampai ${rupiah(cod.mostRupiah)}; pesanan ini ${rupiah(totalRupiah)}. Pilih cara bayar lain.`,
    );
  if (!pickedUp && cod.districts.length > 0 && !cod.districts.includes(district))
    throw notOffered('Toko ini tidak menerima bayar di tempat di kecamatan Anda. Pilih cara bayar lain.');
};

/** Refuses a way that this shop does not take for this order, or that this buyer has lost, in words. */
export const requireWay = (way: PaymentWay, facts: WayFacts): void => {
  if (facts.office !== (way === 'treasury'))
    throw notOffered(
      facts.office
        ? 'Pesanan dinas dibayar lewat bendahara.'
        : 'Hanya pesanan dinas yang dibayar lewat bendahara. Pilih cara bayar lain.',
    );
  if (way === 'cod') requireCod(facts);
  if (way === 'qris' && facts.ways.qris === null) throw notOffered('Toko ini belum punya QRIS. Pilih cara bayar lain.');
  if (way === 'transfer' && !facts.ways.transfer)
    throw notOffered('Toko ini tidak menerima transfer. Pilih cara bayar lain.');
};
