import { describe, expect, test } from 'vitest';
import { signerOf } from '../../../shared/domain/basics/keys/signature.ts';
import { packContent } from '../../../shared/domain/capital/pack/pack-content.ts';
import { isIntact, signedPack } from '../../../shared/domain/capital/pack/signed-pack.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { paperHash } from '../../../shared/domain/papers/check-code.ts';
import type { Payment } from '../../../shared/domain/payments/payment.ts';
import { idOf } from '../examples.ts';

const shop = {
  merchantId: idOf('mrc', 'a'),
  name: 'Dapur Bu Sri',
  cityCode: '35.73',
  district: '35.73.02',
  registeredAt: '2026-01-03T02:00:00.000Z',
  verifiedAt: '2026-03-05T02:00:00.000Z',
};
const asked = { shop, from: '2026-02', to: '2026-07', zone: 'Asia/Jakarta', now: '2026-08-09T02:00:00.000Z' } as const;
type Said = { month?: string; brought?: string; due?: string; state?: string; buyer?: string; history?: object[] };
/** Only what a pack reads of an order. */
const orderOf = ({ month = '2026-06', brought = '2026-06-10', due = '2026-06-10', ...said }: Said = {}): Order =>
  ({
    state: 'received',
    buyer: 'ani',
    agencyId: null,
    receivedRupiah: 40_000,
    deliverOn: due,
    ...said,
    handovers: said.state === undefined ? [{ month }] : [],
    history: [
      { state: 'placed', at: `${month}-01T02:00:00.000Z` },
      { state: 'delivered', at: `${brought}T02:00:00.000Z` },
      ...(said.history ?? []),
    ],
  }) as unknown as Order;
const paymentOf = (but: Partial<Payment> = {}): Payment =>
  ({
    state: 'confirmed',
    paidRupiah: 40_000,
    dueRupiah: 40_000,
    returnRupiah: 0,
    handedOverAt: '2026-06-10T02:00:00.000Z',
    paidOn: '2026-06-13',
    ...but,
  }) as Payment;
const traded = (said: Said = {}, payment: Partial<Payment> = {}) => ({
  order: orderOf(said),
  payment: paymentOf(payment),
});

describe('a statement pack', () => {
  test('counts what was received in its months, and knows nothing of a time before the market', () => {
    const { months, totals } = packContent(
      [traded(), traded({ month: '2026-02', buyer: 'budi' }), traded({ month: '2026-08' })],
      asked,
    );
    expect(months.map(({ month, listed, received }) => [month, listed, received])).toEqual([
      ['2026-02', false, 1],
      ['2026-03', true, 0],
      ['2026-04', true, 0],
      ['2026-05', true, 0],
      ['2026-06', true, 1],
      ['2026-07', true, 0],
    ]);
    expect(totals).toMatchObject({ received: 2, rupiah: '80000', repeatBuyers: 0, offices: 0 });
  });

  test('tells on time from late by the day that was promised', () => {
    const late = traded({ brought: '2026-06-11' });
    expect(packContent([traded(), late], asked).totals).toMatchObject({ onTime: 1, late: 1, repeatBuyers: 1 });
  });

  test('tells the days to payment by their lower middle, and what is still open', () => {
    const { payments } = packContent(
      [traded(), traded({}, { paidOn: '2026-06-30' }), traded({}, { state: 'unpaid', paidRupiah: 0, paidOn: null })],
      asked,
    );
    expect(payments).toEqual({
      paid: 2,
      paidRupiah: '80000',
      open: 1,
      openRupiah: '40000',
      medianDays: 3,
      longestDays: 20,
    });
  });

  test('counts what a shop cancelled apart from complaints that were upheld', () => {
    const ended = (history: object[]) => traded({ state: 'cancelled', history });
    const at = '2026-06-12T02:00:00.000Z';
    const { totals } = packContent(
      [
        ended([{ state: 'cancelled', at, side: 'merchant' }]),
        ended([{ state: 'cancelled', at, side: 'buyer' }]),
        ended([
          { state: 'disputed', at },
          { state: 'cancelled', at, side: 'city' },
        ]),
      ],
      asked,
    );
    expect(totals).toMatchObject({ received: 0, cancelledByShop: 1, upheldComplaints: 1 });
  });

  test('is the same in whatever order its orders were read, and any change of it is seen', () => {
    const all = [traded(), traded({ buyer: 'budi' }), traded({ month: '2026-05', buyer: 'cici' })];
    const content = packContent(all, asked);
    expect(packContent([...all].reverse(), asked)).toEqual(content);
    const pack = signedPack('K7M42-9QXAB', content, paperHash(content), signerOf('rahasia yang cukup panjang sekali'));
    expect(isIntact(pack)).toBe(true);
    for (const totals of [
      { ...content.totals, received: 99 },
      { ...content.totals, late: 1 },
    ])
      expect(isIntact({ ...pack, content: { ...content, totals } })).toBe(false);
  });
});
