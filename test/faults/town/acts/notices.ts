import { midtransSignature } from '../../../../shared/domain/payments/notices/midtrans.ts';
import type { Sim } from '../../sim.ts';
import type { Intent } from '../intent.ts';
import { CALLBACK_TOKEN, SERVER_KEY } from '../provider-keys.ts';
import { some, type Wisher } from '../wish.ts';

/** What a notice is about: an order, or one that somebody is just placing and nobody knows yet. */
type About = { readonly orderId: string; readonly merchantId: string; readonly rupiah: number };

/** The orders that a wish under way will make, if it makes any: their ids follow from who asks, and under which key. */
const comingOf = (sim: Sim, { key, person, headers, body }: Intent): About[] => {
  const own = headers['idempotency-key'];
  if (key !== 'POST /orders' || own === undefined || person === undefined) return [];
  const { shops } = body as { shops: { merchantId: string; lines: { productId: string; quantity: number }[] }[] };
  return shops.map(({ merchantId, lines }, index) => ({
    orderId: sim.keyedIds.derived('ord', key, person, own, String(index)),
    merchantId,
    rupiah: lines.reduce(
      (sum, { productId, quantity }) =>
        sum + quantity * (sim.ledger.find('Product', `MERCHANT#${merchantId} PRODUCT#${productId}`)?.priceRupiah ?? 0),
      0,
    ),
  }));
};

const aboutOf = (sim: Sim): About | undefined => {
  const coming = [...sim.running].flatMap(({ intent }) => (intent ? comingOf(sim, intent) : []));
  const known = sim.ledger
    .all('Order')
    .map(({ orderId, merchantId, totalRupiah }) => ({ orderId, merchantId, rupiah: totalRupiah }));
  return some(sim, coming.length > 0 && sim.random.chance(0.7) ? coming : known);
};

type Words = { readonly paid: string; readonly other: readonly string[] };
const midtransWords: Words = { paid: 'settlement', other: ['pending', 'expire', 'refund'] };
const codes: Record<string, string> = { settlement: '200', refund: '200', pending: '201', expire: '407' };
const xenditWords: Words = { paid: 'payment.capture', other: ['payment.failure', 'refund.succeeded', 'payment.other'] };

const midtransNotice = ({ orderId }: About, rupiah: number, transaction: string, word: string) => {
  const signed = { order_id: orderId, status_code: codes[word] ?? '202', gross_amount: `${rupiah}.00` };
  return {
    rawBody: JSON.stringify({
      ...signed,
      transaction_id: transaction,
      transaction_status: word,
      currency: 'IDR',
      signature_key: midtransSignature(signed, SERVER_KEY),
    }),
    headers: { 'content-type': 'application/json' },
  };
};
const xenditNotice = ({ orderId }: About, rupiah: number, transaction: string, word: string) => ({
  rawBody: JSON.stringify({
    event: word,
    data: {
      payment_id: transaction,
      reference_id: orderId,
      status: 'SUCCEEDED',
      request_amount: rupiah,
      currency: 'IDR',
    },
  }),
  headers: { 'content-type': 'application/json', 'x-callback-token': CALLBACK_TOKEN },
});

/**
 * A provider's notice, delivered three times, between others of the same order: of an order or one that is only being
 * placed, of its amount or another, to its shop or another, of the same transaction or a second one.
 */
export const notice: Wisher = (sim, tag) => {
  const { random } = sim;
  const about = aboutOf(sim);
  if (!about) return undefined;
  const provider = random.pick(['midtrans', 'xendit'] as const);
  const words = provider === 'midtrans' ? midtransWords : xenditWords;
  const word = random.chance(0.75) ? words.paid : random.pick(words.other);
  const rupiah = Math.max(1, random.chance(0.75) ? about.rupiah : about.rupiah + random.pick([-1, 1, 1000]));
  // Few numbers of transactions an order, so that one is told of in many ways, and one order by many.
  const transaction = random.chance(0.7) ? `trx-${about.orderId}` : `trx-${tag}`;
  const sent = (provider === 'midtrans' ? midtransNotice : xenditNotice)(about, rupiah, transaction, word);
  const other = some(sim, random.chance(0.05) ? sim.ledger.all('Merchant').filter((one) => one.verifiedAt) : []);
  const merchantId = other?.merchantId ?? about.merchantId;
  return {
    person: undefined,
    key: 'POST /merchants/{merchantId}/payment-notices/{provider}',
    params: { merchantId, provider },
    ...sent,
    deliveries: 3,
    notice: { provider, merchantId, reference: about.orderId, transaction, rupiah, paid: word === words.paid },
  };
};
