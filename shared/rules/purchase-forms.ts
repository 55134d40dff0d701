import type { Day } from '../domain/basics/month.ts';
import { type Dated, inForce } from './dated.ts';

/** The papers that prove a purchase of an office, by its value. */
export type PurchaseForm = 'bukti-pembelian' | 'kuitansi' | 'spk' | 'surat-perjanjian' | 'surat-pesanan';
export const formNames: Record<PurchaseForm, string> = {
  'bukti-pembelian': 'Bukti pembelian',
  kuitansi: 'Kuitansi',
  spk: 'Surat perintah kerja (SPK)',
  'surat-perjanjian': 'Surat perjanjian',
  'surat-pesanan': 'Surat pesanan',
};

/** How the office buys: straight from the shop, or by an order in an electronic market. */
export type Purchase = 'direct' | 'e-purchasing';

type FormRule = Dated & {
  readonly purchase: Purchase;
  readonly form: PurchaseForm;
  /** In force up to this much, the sum of a package; null without an upper bound. */
  readonly upToRupiah: number | null;
};

const ARTICLE_28 = 'Perpres 16/2018 pasal 28 (naskah 2018; perubahan sesudahnya belum dibaca)';
const rule = (purchase: Purchase, form: PurchaseForm, upToRupiah: number | null): FormRule => ({
  purchase,
  form,
  upToRupiah,
  validFrom: '2018-03-22',
  validTo: null,
  source: ARTICLE_28,
  confirmed: false,
});

/** Goods and other services. In the order of their ceilings. */
export const purchaseForms: readonly FormRule[] = [
  rule('direct', 'bukti-pembelian', 10_000_000),
  rule('direct', 'kuitansi', 50_000_000),
  rule('direct', 'spk', 200_000_000),
  rule('direct', 'surat-perjanjian', null),
  rule('e-purchasing', 'surat-pesanan', null),
];

/** The form that a purchase of this value needs on a day. A value at a ceiling belongs to the lower form. */
export const purchaseFormOn = (day: Day, purchase: Purchase, rupiah: number): FormRule => {
  const found = purchaseForms.find(
    (one) => one.purchase === purchase && inForce(one, day) && (one.upToRupiah === null || rupiah <= one.upToRupiah),
  );
  if (!found) throw new Error(`no form for a ${purchase} purchase is in force on ${day}`);
  return found;
};

/** Sums above which a purchase needs a heavier form, or a tender: what a package may be cut to stay under. Ascending. */
export const purchaseCeilingsOn = (day: Day): number[] =>
  purchaseForms.flatMap(({ upToRupiah, ...one }) => (upToRupiah !== null && inForce(one, day) ? [upToRupiah] : []));
