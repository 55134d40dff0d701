import { type Day, dayOf, type Zone } from '../../../shared/domain/basics/month.ts';
import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import { earnedFee } from '../../../shared/domain/deliveries/order-delivery.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { Payment } from '../../../shared/domain/payments/payment.ts';
import { paymentBadge, wayNames } from '../../../shared/domain/payments/payment-words.ts';
import { bytesOf, LEFT } from '../../print/pdf-paper.ts';
import { newTagged, numbered, roomFor, ruled, say, within } from '../../print/tagged-page.ts';
import { goods } from './page-body.ts';
import { pair } from './page-top.ts';

export type ReceiptFacts = {
  readonly order: Order;
  readonly payment: Payment;
  /** Where the shop is, as everybody may read it: its kecamatan and city. */
  readonly shopAt: string;
  readonly zone: Zone;
  /** The day it is drawn on: money may move after it. */
  readonly today: Day;
};

const TITLE = 'Bukti belanja';
const NOTE =
  'Dibuat dari pesanan di Pasar Rata, menurut catatan pada hari itu. Uangnya langsung dari pembeli ke penjual. Bukan faktur pajak.';

const paidWords = ({ state, paidOn, paidRupiah, returnRupiah }: Payment): string => {
  if (state === 'confirmed') return `Lunas ${rupiah(paidRupiah)}${paidOn === null ? '' : `, ${day(paidOn)}`}`;
  if (state === 'returned' || state === 'return_owed') return `${paymentBadge(state)}: ${rupiah(returnRupiah)}`;
  return paymentBadge(state);
};

/** What stands above the goods, by name. */
export const receiptRows = ({ order, payment, zone, today }: ReceiptFacts): readonly (readonly [string, string])[] => {
  const last = order.handovers.at(-1);
  return [
    ['Pembeli', order.buyerName],
    ['Nomor pesanan', payment.code],
    ['Dipesan', day(dayOf(order.placedAt, zone))],
    ...(last ? [['Diterima', day(dayOf(last.at, zone))] as const] : []),
    ['Cara bayar', payment.way === null ? 'Belum dipilih' : wayNames[payment.way]],
    ['Pembayaran', paidWords(payment)],
    ['Dicetak', day(today)],
  ];
};

/** What a person bought, as a page to keep: the shop, the goods that came, the fee, the sum, and where the money stands. */
export const drawReceipt = async (facts: ReceiptFacts): Promise<Uint8Array> => {
  const { order, payment, shopAt } = facts;
  const page = await newTagged(`${TITLE} ${payment.code}`, order.handovers.at(-1)?.at ?? order.placedAt);
  let y = say(page, order.merchantName, LEFT, 44, { size: 14, strong: true });
  y = say(page, shopAt, LEFT, y, { size: 9.5 });
  ruled(page, y + 6);
  y = say(page, TITLE.toUpperCase(), LEFT, y + 22, { size: 17, strong: true, align: 'center', as: 'H1' }) + 12;
  y = within(page, 'Table', (table) =>
    receiptRows(facts).reduce((at, [name, value]) => pair(table, name, value, at), y),
  );
  const fee = earnedFee(order);
  const bought = {
    kind: 'nota' as const,
    lines: order.lines,
    rupiah: order.receivedRupiah + fee,
    ...(fee > 0 ? { feeRupiah: fee } : {}),
  };
  y = goods(page, bought, y + 6, { after: 40 });
  say(page, NOTE, LEFT, roomFor(page, y + 8, 30), { size: 8.5 });
  numbered(page);
  page.part.end();
  return bytesOf(page.doc);
};
