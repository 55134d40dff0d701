import { rupiah } from '../basics/wording.ts';
import { paymentBadge, wayNames } from './payment-words.ts';
import type { StatementRow, StatementTotals } from './statement.ts';

/** Who bought, as a bank or a tax office may read it: an office by its name, people without theirs. */
export const buyerOf = ({ office }: Pick<StatementRow, 'office'>): string => office ?? 'Perorangan';

export const wayOf = ({ way }: Pick<StatementRow, 'way'>): string =>
  way === null ? 'Cara bayar belum dipilih' : wayNames[way];

/** The same after a comma; a name that is all capitals stays one. */
export const wayInSentence = (row: Pick<StatementRow, 'way'>): string =>
  wayOf(row).replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());

/** Where the money is, in a few words. */
export const moneyOf = ({ state, openRupiah, daysWaiting }: StatementRow): string =>
  openRupiah > 0 && daysWaiting ? `${paymentBadge(state)}, menunggu ${daysWaiting} hari` : paymentBadge(state);

/** What the treasurer kept for the tax office, tax by tax. */
export const taxesOf = ({ withheld }: Pick<StatementRow, 'withheld'>): string =>
  withheld.map(({ name, rupiah: sum }) => `${name} ${rupiah(sum)}`).join(', ');

/** The month in sentences: what was earned, what came, what is still to come. */
export const totalWords = (totals: StatementTotals): readonly (readonly [string, string])[] => [
  ['Barang yang sudah diantar', rupiah(totals.goodsRupiah)],
  ['Ongkos antar', rupiah(totals.feeRupiah)],
  ['Jumlah yang harus dibayar pembeli', rupiah(totals.dueRupiah)],
  ['Potongan pasar', rupiah(0)],
  ['Sudah dibayar', rupiah(totals.paidRupiah)],
  ['Pajak yang dipungut bendahara', rupiah(totals.withheldRupiah)],
  ['Dikembalikan ke pembeli', rupiah(totals.backRupiah)],
  ['Uang yang Anda terima', rupiah(totals.netRupiah)],
  ['Masih harus dikembalikan', rupiah(totals.owedBackRupiah)],
  ['Belum dibayar', rupiah(totals.openRupiah)],
];
