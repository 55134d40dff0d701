import { expect, test } from 'vitest';
import { drawReceipt, type ReceiptFacts, receiptRows } from '../../../functions/papers/draw/draw-receipt.ts';
import { paymentOf } from '../../../shared/domain/payments/payment-of.ts';
import { orderIn } from '../../domain/examples.ts';

const order = orderIn('received', {
  buyerName: 'Rina Kusuma',
  receivedRupiah: 40_000,
  handovers: [
    {
      handoverId: 'h',
      at: '2026-11-11T20:00:00.000Z',
      month: '2026-11',
      by: 'rina',
      receivedBy: 'Rina',
      condition: 'good',
      lines: [],
      rupiah: 40_000,
    },
  ],
});
const facts = (payment: Partial<ReceiptFacts['payment']> = {}): ReceiptFacts => ({
  order,
  payment: { ...paymentOf(order), ...payment },
  shopAt: 'Kecamatan Klojen, Kota Malang',
  zone: 'Asia/Jakarta',
  today: '2026-11-28',
});
const said = (...but: Parameters<typeof facts>) => Object.fromEntries(receiptRows(facts(...but)));

test('a receipt says who bought, when it came in the city’s zone, and where the money stands', () => {
  const paid = { state: 'confirmed', way: 'cod', paidRupiah: 40_000, paidOn: '2026-11-12' } as const;
  expect(said(paid)).toMatchObject({
    Pembeli: 'Rina Kusuma',
    Diterima: '12 November 2026',
    'Cara bayar': 'Bayar di tempat (tunai)',
    Pembayaran: 'Lunas Rp40.000, 12 November 2026',
    Dicetak: '28 November 2026',
  });
  // Nothing is told as paid that the shop did not confirm.
  expect(said({ state: 'claimed', way: 'qris' })['Pembayaran']).toBe('Menunggu konfirmasi');
  expect(said()).toMatchObject({ 'Cara bayar': 'Belum dipilih', Pembayaran: 'Belum dibayar' });
  expect(said({ state: 'returned', returnRupiah: 40_000 })['Pembayaran']).toBe('Uang dikembalikan: Rp40.000');
});

test('a receipt is one tagged page whose text can be taken', async () => {
  const bytes = Buffer.from(await drawReceipt(facts())).toString('latin1');
  expect(bytes).toContain('/MarkInfo');
  expect(bytes.match(/\/Type \/Page\n/g)).toHaveLength(1);
});
