import { Problem } from '../../problem.ts';
import type { PaymentWay } from '../basics/payment-way.ts';
import { rupiah } from '../basics/wording.ts';
import type { PaymentWays } from './ways.ts';

/** What a shop takes: as it is stored, or as everybody may see it. */
type AnyWays = Pick<PaymentWays, 'cod' | 'transfer'> & { readonly qris: string | object | null };

/** What decides whether an order may be paid in a way. */
export type WayFacts<Ways extends AnyWays = PaymentWays> = {
  readonly ways: Ways;
  readonly office: boolean;
  readonly totalRupiah: number;
  readonly district: string;
  /** The buyer comes to the shop. */
  readonly pickedUp?: boolean | undefined;
  /** Until when this buyer may not choose cash in this city; null when they may. */
  readonly codClosedUntil: string | null;
  /** It is the phone they gave that was not paid for; themselves nobody knows yet. */
  readonly byPhone?: boolean | undefined;
  /** Cash that this shop already waits for at this buyer's door: the ceiling holds for the sum. */
  readonly openCashRupiah?: number | undefined;
};

type Refused = { readonly code: 'way_not_offered' | 'cod_closed'; readonly sentence: string; readonly detail: string };

const notOffered = (sentence: string): Refused => ({
  code: 'way_not_offered',
  sentence: `${sentence} Pilih cara bayar lain.`,
  detail: 'Pilih cara bayar lain.',
});

const codRefused = ({
  ways: { cod },
  totalRupiah,
  district,
  pickedUp,
  codClosedUntil,
  byPhone,
  openCashRupiah = 0,
}: WayFacts<AnyWays>): Refused | null => {
  if (cod === null) return notOffered('Toko ini tidak menerima bayar di tempat.');
  if (codClosedUntil !== null)
    return {
      code: 'cod_closed',
      sentence: `Bayar di tempat tertutup bagi ${byPhone ? 'nomor telepon ini' : 'Anda'} sampai ${codClosedUntil} karena dua kiriman tidak dibayar. Pilih cara bayar lain.`,
      detail: `Terbuka lagi setelah ${codClosedUntil}.`,
    };
  if (totalRupiah > cod.maxRupiah)
    return notOffered(`Bayar di tempat hanya sampai ${rupiah(cod.maxRupiah)}; pesanan ini ${rupiah(totalRupiah)}.`);
  if (totalRupiah + openCashRupiah > cod.maxRupiah)
    return notOffered(
      `Bayar di tempat hanya sampai ${rupiah(cod.maxRupiah)} di toko ini; pesanan Anda yang lain sudah ${rupiah(openCashRupiah)}.`,
    );
  if (!pickedUp && cod.districts.length > 0 && !cod.districts.includes(district))
    return notOffered('Toko ini tidak menerima bayar di tempat di kecamatan Anda.');
  return null;
};

/**
 * Why a way cannot be chosen for this order, in words: the shop does not take it, or this buyer has lost it. Null when it
 * can. Without a schema, so that the page that asks says the same as the market that decides.
 */
export const wayRefused = (way: PaymentWay, facts: WayFacts<AnyWays>): Refused | null => {
  if (facts.office !== (way === 'treasury'))
    return facts.office
      ? { ...notOffered(''), sentence: 'Pesanan dinas dibayar lewat bendahara.' }
      : notOffered('Hanya pesanan dinas yang dibayar lewat bendahara.');
  if (way === 'cod') return codRefused(facts);
  if (way === 'qris' && facts.ways.qris === null) return notOffered('Toko ini belum punya QRIS.');
  if (way === 'transfer' && !facts.ways.transfer) return notOffered('Toko ini tidak menerima transfer.');
  return null;
};

/** The ways among which a buyer of this shop chooses; one that it takes of nobody is not named. Empty: it said none yet. */
export const waysTaken = (office: boolean, ways: AnyWays): readonly PaymentWay[] => {
  if (office) return ['treasury'];
  const { cod, qris, transfer } = ways;
  return [
    ...(cod ? ['cod' as const] : []),
    ...(qris ? ['qris' as const] : []),
    ...(transfer ? ['transfer' as const] : []),
  ];
};

/** Refuses a way that this shop does not take for this order, or that this buyer has lost. @throws Problem at `pointer` */
export const requireWay = (way: PaymentWay, facts: WayFacts, pointer = '/way'): void => {
  const refused = wayRefused(way, facts);
  if (refused) throw new Problem(refused.code, refused.sentence, [{ pointer, detail: refused.detail }]);
};
