import type { Day } from '../basics/month.ts';
import { rupiah } from '../basics/wording.ts';
import type { PaymentState } from '../payments/payment-states.ts';
import type { TreasuryRecord } from '../payments/treasury-record.ts';
import type { Bppu } from './bppu.ts';
import type { TaxLine } from './tax-lines.ts';

/** One payment by a treasurer, with what the rules say of its taxes. */
export type PaidOrder = {
  readonly orderId: string;
  readonly merchantName: string;
  /** The shop's tax number of 16 digits, a person's own NIK; undefined where it has none. */
  readonly tin: string | undefined;
  readonly treasury: TreasuryRecord;
  /** What both sides say of the money now. */
  readonly state: PaymentState;
  readonly taxes: readonly TaxLine[];
};

export type Slip = Bppu & { readonly orderId: string; readonly merchantName: string; readonly rupiah: number };
export type SlipTrouble = { readonly orderId: string; readonly merchantName: string; readonly reason: string };

/** `1,5%` as Coretax writes it: `1.5`. */
const rateOf = ({ rate }: TaxLine): string => rate.replace('%', '').replace(',', '.');

const slipOf = (
  { orderId, merchantName, treasury }: PaidOrder,
  tin: string,
  line: TaxLine,
  objectCode: string,
): Slip => ({
  orderId,
  merchantName,
  rupiah: line.rupiah,
  counterpartTin: tin,
  objectCode,
  baseRupiah: line.baseRupiah,
  rate: rateOf(line),
  facility: 'N/A',
  document: 'PaymentProof',
  documentNumber: treasury.number,
  documentDate: treasury.on,
  purse: treasury.kind,
  sp2dNumber: treasury.kind === 'LS' ? treasury.number : null,
  withheldOn: treasury.on satisfies Day,
});

const isSlipped = ({ rupiah, objectCode }: TaxLine): boolean => rupiah > 0 && objectCode !== undefined;
const INCOME_TAX = /pph|pasal 2[123]/i;

/** Income tax that the treasurer recorded as withheld. */
const recordedOf = ({ treasury }: PaidOrder): number =>
  treasury.withheld.filter(({ name }) => INCOME_TAX.test(name)).reduce((sum, { rupiah }) => sum + rupiah, 0);

/** A record that the shop or the order's end has contradicted: no tax is told of money that nobody has seen. */
const withoutMoney: Partial<Record<PaymentState, string>> = {
  not_found: 'Penjual belum menemukan uangnya, jadi barisnya tidak dibuat. Cocokkan dengan SP2D, lalu catat lagi.',
  void: 'Pesanan ini berakhir tanpa dibayar, jadi barisnya tidak dibuat.',
};
/** Money that went or is to go back: its row stays, since the tax was kept, and is to be corrected by its office. */
const GIVEN_BACK =
  'Uangnya kembali ke dinas, seluruhnya atau sebagian. Betulkan atau batalkan bukti potongnya di Coretax.';

/**
 * The withholding slips of a month's payments: a row for each income tax with an object code, and in words what stands in
 * the way of a row or does not agree with what the treasurer recorded. Nothing is guessed: a shop without a number has none.
 */
export const slipsOf = (paid: readonly PaidOrder[]): { slips: readonly Slip[]; troubles: readonly SlipTrouble[] } => {
  const slips: Slip[] = [];
  const troubles: SlipTrouble[] = [];
  for (const one of paid) {
    const { orderId, merchantName, tin, state } = one;
    const trouble = (reason: string) => troubles.push({ orderId, merchantName, reason });
    const noMoney = withoutMoney[state];
    if (noMoney !== undefined) {
      trouble(noMoney);
      continue;
    }
    const lines = one.taxes.filter(isSlipped);
    const due = lines.reduce((sum, { rupiah }) => sum + rupiah, 0);
    if (due !== recordedOf(one))
      trouble(
        `Menurut aturan PPh-nya ${rupiah(due)}, yang dicatat dipungut ${rupiah(recordedOf(one))}. Cocokkan sebelum dikirim.`,
      );
    if (tin === undefined && lines.length > 0)
      trouble('Penjual belum punya NPWP 16 angka, jadi barisnya tidak dibuat.');
    if (lines.length > 0 && (state === 'return_owed' || state === 'returned')) trouble(GIVEN_BACK);
    if (tin !== undefined) slips.push(...lines.map((line) => slipOf(one, tin, line, line.objectCode ?? '')));
  }
  return { slips, troubles };
};
