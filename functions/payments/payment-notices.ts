import type { Output } from '../../shared/contract.ts';
import type { Notice, Provider } from '../../shared/domain/payments/notices/notice.ts';
import { noticeAnswer, ProviderSecret, receiveNotice } from '../../shared/domain/payments/notices/receive-notice.ts';
import { rsaPublicKey } from '../../shared/domain/payments/notices/snap-bi.ts';
import { withAnswer } from '../../shared/domain/payments/notices/unplaced.ts';
import { actsForMerchant, type Caller } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getPaymentNotice, parkedNotices, savePaymentNotice } from '../../shared/table/payments/notices.ts';
import { savePayment } from '../../shared/table/payments/payments.ts';
import { getProvider, putProvider } from '../../shared/table/payments/providers.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import { expectOwnMerchant, requireMoneyWord, seatsStand } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';
import { currentPayment } from './current-payment.ts';
import { isOrderId, settleNotice } from './settle-notice.ts';

type Given = Ask<'PUT /merchants/{merchantId}/payment-providers/{provider}'>['body'];

const missing = (field: string): Problem =>
  new Problem('invalid_request', 'Isi kunci dari penyedia pembayaran Anda.', [
    { pointer: `/${field}`, detail: 'Wajib untuk penyedia ini.' },
  ]);

/** What this provider's profile needs of what was given; anything less is refused, never taken as an open door. */
const secretOf = (provider: Provider, { serverKey, callbackToken, publicKey, path }: Given): ProviderSecret => {
  if (provider === 'midtrans') {
    if (serverKey === undefined) throw missing('serverKey');
    return { provider, serverKey };
  }
  if (provider === 'xendit') {
    if (callbackToken === undefined) throw missing('callbackToken');
    return { provider, callbackToken };
  }
  if (publicKey === undefined) throw missing('publicKey');
  const readable = rsaPublicKey(publicKey);
  if (readable === undefined)
    throw new Problem('invalid_request', 'Kunci publik ini tidak bisa dibaca.', [
      { pointer: '/publicKey', detail: 'Salin lagi seluruhnya, dari -----BEGIN PUBLIC KEY----- sampai akhir.' },
    ]);
  return { provider, kind: 'asymmetric', publicKey: readable, ...(path === undefined ? {} : { path }) };
};

const bound = (merchantId: string, provider: Provider) => `${merchantId} ${provider}`;

export const setPaymentProvider = endpoint(
  'PUT /merchants/{merchantId}/payment-providers/{provider}',
  async ({ params, body, caller }, world) => {
    const { merchantId, cityCode } = await expectOwnMerchant(world, caller, params.merchantId, ['owner']);
    const { provider } = params;
    // Whoever knows this secret says what was paid, in nobody's name.
    requireMoneyWord(caller, merchantId, '#/path/provider');
    const text = JSON.stringify(secretOf(provider, body));
    const sealed = world.identitySealer(cityCode).seal(text, bound(merchantId, provider));
    await commit(world.table, [
      putProvider({ merchantId, provider, sealed, changedAt: world.now() }),
      ...seatsStand(caller, `merchant:${merchantId}`),
    ]);
    return { provider, address: `/api/merchants/${merchantId}/payment-notices/${provider}` };
  },
);

/** The shop's secret; a shop without one and a shop that does not exist are told apart by nothing. */
const readSecret = async (world: World, merchantId: string, provider: Provider): Promise<ProviderSecret> => {
  const [merchant, record] = await Promise.all([
    getMerchant(world.table, merchantId),
    getProvider(world.table, merchantId, provider),
  ]);
  const opened =
    merchant && record && world.identitySealer(merchant.cityCode).open(record.sealed, bound(merchantId, provider));
  if (opened === undefined) throw new Problem('merchant_not_found', 'Usaha tidak ditemukan. Periksa lagi tautannya.');
  return ProviderSecret.parse(JSON.parse(opened));
};

export const receivePaymentNotice = endpoint(
  'POST /merchants/{merchantId}/payment-notices/{provider}',
  async (
    { params, bytes, sent },
    world,
  ): Promise<Output<'POST /merchants/{merchantId}/payment-notices/{provider}'>> => {
    const { merchantId, provider } = params;
    const secret = await readSecret(world, merchantId, provider);
    const delivery = { ...sent, raw: bytes, receivedAt: world.now() };
    await settleNotice(world, receiveNotice(delivery, secret, merchantId));
    return { ...noticeAnswer(provider) };
  },
);

const requireShop = (caller: Caller, merchantId: string): void => {
  if (!actsForMerchant(caller, merchantId))
    throw new Problem('merchant_not_found', 'Usaha tidak ditemukan. Periksa lagi tautannya.');
};

export const listParkedNotices = endpoint(
  'GET /merchants/{merchantId}/payment-notices',
  async ({ params: { merchantId }, query, caller }, world) => {
    requireShop(caller, merchantId);
    return page(world, `parked of ${merchantId}`, query, (request) => parkedNotices(world.table, merchantId, request));
  },
);

/** Who paid reads what became of the money they were told of. */
const answeredPayment = async (world: World, { reference, noticeId, merchantId }: Notice, answer: string) => {
  const current = isOrderId(reference) ? await currentPayment(world, reference) : undefined;
  if (current?.payment.merchantId !== merchantId) return [];
  const payment = withAnswer(current.payment, noticeId, answer);
  return payment ? [savePayment({ ...payment, version: current.nextVersion })] : [];
};

/** What was decided about money that nobody could place by itself. It moves no payment: the shop confirms what came. */
export const settleParkedNotice = endpoint(
  'POST /merchants/{merchantId}/parked-notices/{noticeId}/settle',
  async ({ params: { merchantId, noticeId }, body: { reference, reason }, caller }, world) => {
    const { table, now } = world;
    requireShop(caller, merchantId);
    const notice = await getPaymentNotice(table, { merchantId, reference, noticeId });
    if (notice?.reason === undefined)
      throw new Problem('notice_not_found', 'Pemberitahuan ini tidak ada, atau uangnya sudah cocok dengan pesanan.');
    if (notice.settled && notice.settled.reason !== reason)
      throw new Problem('payment_moved_on', 'Orang lain sudah mencatat apa jadinya uang ini. Muat ulang daftarnya.');
    if (notice.settled) return notice;
    const settled = { at: now(), by: caller.person, reason };
    const answered = await answeredPayment(world, notice, reason);
    await commit(table, [...savePaymentNotice({ ...notice, settled, version: notice.version + 1 }), ...answered]);
    return notice;
  },
);
