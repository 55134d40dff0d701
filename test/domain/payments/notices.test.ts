import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SentNotice } from '../../../shared/domain/basics/webhooks/signed-notice.ts';
import { applyNotice } from '../../../shared/domain/payments/notices/apply-notice.ts';
import { midtransSignature } from '../../../shared/domain/payments/notices/midtrans.ts';
import { minifiedJson } from '../../../shared/domain/payments/notices/minify.ts';
import { type Notice, wholeRupiah } from '../../../shared/domain/payments/notices/notice.ts';
import {
  noticeAnswer,
  type ProviderSecret,
  receiveNotice,
} from '../../../shared/domain/payments/notices/receive-notice.ts';
import { snapSignatureFits } from '../../../shared/domain/payments/notices/snap-bi.ts';
import { confirm } from '../../../shared/domain/payments/pay.ts';
import { idOf } from '../examples.ts';
import { AT, by, paymentIn, people, SHOP, ZONE } from './examples.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const delivery = (but: Partial<SentNotice> = {}): SentNotice => ({
  method: 'POST',
  path: '/v1.0/qr/qr-mpm-notify',
  headers: {},
  raw: bytes('{}'),
  receivedAt: AT,
  ...but,
});
const code = (name: string) => expect.objectContaining({ code: name });

describe('known answers', () => {
  // Published beside the signature demo of SNAP BI (Midtrans): a request and a notification with their signatures.
  test('of SNAP BI with a shared secret, over a body with white space', () => {
    const signed = delivery({
      path: '/v1.0/qr/qr-mpm-generate',
      headers: {
        'x-timestamp': '2024-03-05T10:37:16.196Z',
        'x-signature': 'wmzT7yjg1SxxCsxNsFgCR9SYXiZGGbceF6fV8xe97sAMHxZ+7OEBMIBmvb6Sj6GcksGp3iv77DiomgSbcST3XQ==',
      },
      raw: bytes(
        '{\n  "partnerReferenceNo": "2020102900000000000001",\n  "amount": {\n    "value": "12345678.00",\n    "currency": "IDR"\n  },\n  "feeAmount": {\n    "value": "12345678.00",\n    "currency": "IDR"\n  },\n  "merchantId": "00007100010926",\n  "terminalId": "213141251124",\n  "validityPeriod": "2009-07-03T12:08:56-07:00"\n}',
      ),
    });
    const secret = { kind: 'symmetric', clientSecret: 'myclientsecret', accessToken: 'myaccesstoken' } as const;
    expect(snapSignatureFits(signed, secret)).toBe(true);
    expect(snapSignatureFits(signed, { ...secret, accessToken: 'other' })).toBe(false);
  });

  test('of SNAP BI with a private key; any changed byte is refused', () => {
    const publicKey =
      '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlWbtlh3eM+bW3n5AFj42\nwddC4L7tQqbLiCFbTv8K67yng9iwK5mEn+UMXiRhvB2JVWFafCPPxFamsiVG3Mjn\neGjC0BYgmpmw4qXnAnyO3nCdCuPtmZ3ljhKvSTPdWZxrcLi1Xa9V/+Pzb8hrjb5i\nwMn6SZFNeMmZYgFKiSeueo6TPln2PoTqXCzs1HtsM8eUVe8GAsjJe/3dYl992nyX\nOpG21GgNu8o5T3WOptPg6GdDTWkTWUu483yRbVVy04Pz4L8DDZTDv+WcsAViDn1r\nA/jB1Auj/UGKx2ovGcBH/a/hor5TbABbODU6cPTHT54K3sSZtvZNV4eFDB1f/4wd\nfwIDAQAB\n-----END PUBLIC KEY-----';
    const body =
      '{"originalPartnerReferenceNo":"GP24043015193402809","originalReferenceNo":"A120240430081940S9vu8gSjaRID","merchantId":"G099333790","amount":{"value":"102800.00","currency":"IDR"},"latestTransactionStatus":"00","transactionStatusDesc":"SUCCESS","additionalInfo":{"refundHistory":[]}}';
    const signed = delivery({
      path: '/v1.0/debit/notify',
      headers: {
        'x-timestamp': '2024-05-02T14:43:08+07:00',
        'x-signature':
          'RoJnP2tH/YiOhHM/lMVBMSAuzRmS8VrWdIy04Qqyb56daV7oWFMFoMMzqnjQ+q0MIUalYgU094GWQnCx2c29xb1kkqHhv2+iJ9xl6NjGmFGYqyvcKvUDAV83Y1Mw9JnsEcjcupdGw9/MRv/mm2GMrQ+BCZGfc4a46JDyPZbcY294vDGqs5rFBN6iYer5ro4cAQGo9hET2G82Y+j50vCyO/79GFE4vB1rvtu6PK2Bxi+vTYV8k7P7PS8tOPWM2O+kjiVWjwvLR99Botou+a8sxlQqZaihfWMKcByzV+Lgkr9cptpjys+1NIRWT1ad/sJBSLHyldzC3q2oRn5z5oZmyg==',
      },
      raw: bytes(body),
    });
    const secret = { kind: 'asymmetric', publicKey } as const;
    expect(snapSignatureFits(signed, secret)).toBe(true);
    expect(snapSignatureFits({ ...signed, raw: bytes(body.replaceAll(',', ' ,\n')) }, secret)).toBe(true);
    for (let index = 0; index < body.length; index += 7) {
      const raw = bytes(body);
      raw[index] = (raw[index] as number) ^ 1;
      expect(snapSignatureFits({ ...signed, raw }, secret)).toBe(false);
    }
    const late = { ...signed, headers: { ...signed.headers, 'x-timestamp': '2024-05-02T14:43:09+07:00' } };
    expect(snapSignatureFits(late, secret)).toBe(false);
  });
});

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const said = (but: object = {}) =>
  JSON.stringify({
    originalReferenceNo: 't1',
    originalPartnerReferenceNo: 'ord_x',
    latestTransactionStatus: '00',
    amount: { value: '61000.00', currency: 'IDR' },
    additionalInfo: { nmid: 'ID1020000000001' },
    ...but,
  });
const snapDelivery = (body = said(), timestamp = '2026-11-12T10:00:00+07:00'): SentNotice => {
  const found = delivery({ raw: bytes(body), headers: { 'x-timestamp': timestamp, 'x-signature': '' } });
  const hash = createHash('sha256').update(body).digest('hex');
  const text = `POST:/v1.0/qr/qr-mpm-notify:${hash}:${timestamp}`;
  const signature = createSign('RSA-SHA256').update(text).sign(privateKey, 'base64');
  return { ...found, headers: { 'x-timestamp': timestamp, 'x-signature': signature } };
};
const snap: ProviderSecret = {
  provider: 'snap-bi',
  kind: 'asymmetric',
  publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
};

describe('a notice of SNAP BI', () => {
  test('is read after its signature and its time were found right', () => {
    expect(receiveNotice(snapDelivery(), snap, SHOP)).toMatchObject({
      provider: 'snap-bi',
      reference: 'ord_x',
      transaction: 't1',
      status: 'paid',
      rupiah: 61_000,
      merchantId: SHOP,
    });
    expect(noticeAnswer('snap-bi')).toEqual({ responseCode: '2005200', responseMessage: 'Successful' });
  });

  test.each(['2026-11-12T09:54:59+07:00', '2026-11-12T10:05:01+07:00', 'kemarin', ''])(
    'of %s is too old or too new',
    (when) => {
      expect(() => receiveNotice(snapDelivery(said(), when), snap, SHOP)).toThrow(code('notice_not_genuine'));
    },
  );

  test('that is not signed is not even read', () => {
    for (const body of ['{', said()])
      expect(() => receiveNotice(delivery({ raw: bytes(body), headers: { 'x-timestamp': AT } }), snap, SHOP)).toThrow(
        code('notice_not_genuine'),
      );
    expect(() => receiveNotice(snapDelivery('{"a":'), snap, SHOP)).toThrow(code('malformed_json'));
    expect(() => receiveNotice(snapDelivery('{"a":1}'), snap, SHOP)).toThrow(code('malformed_json'));
  });

  test.each([
    ['00', 'paid'],
    ['01', 'pending'],
    ['03', 'pending'],
    ['04', 'refunded'],
    ['05', 'failed'],
    ['06', 'failed'],
    ['07', 'unknown'],
    ['99', 'unknown'],
  ])('with status %s says %s', (latestTransactionStatus, status) => {
    expect(receiveNotice(snapDelivery(said({ latestTransactionStatus })), snap, SHOP).status).toBe(status);
  });

  test('delivered again with another number and time is the same notice', () => {
    const again = { ...snapDelivery(said(), '2026-11-12T10:01:00+07:00'), receivedAt: '2026-11-12T03:01:00.000Z' };
    expect(receiveNotice(again, snap, SHOP).noticeId).toBe(receiveNotice(snapDelivery(), snap, SHOP).noticeId);
    expect(receiveNotice(snapDelivery(), snap, idOf('mrc', 'lain')).noticeId).not.toBe(
      receiveNotice(snapDelivery(), snap, SHOP).noticeId,
    );
  });
});

describe('a notice of Midtrans', () => {
  const secret: ProviderSecret = { provider: 'midtrans', serverKey: 'SB-Mid-server-abc' };
  const body = (but: Record<string, string> = {}, key = secret.serverKey) => {
    const fields = { order_id: 'ord_x', status_code: '200', gross_amount: '61000.00', ...but };
    const signature_key = midtransSignature(fields, key);
    return JSON.stringify({ transaction_status: 'settlement', transaction_id: 't1', signature_key, ...fields });
  };
  const take = (text: string) => receiveNotice(delivery({ raw: bytes(text) }), secret, SHOP);

  test('is signed over order, status, amount and key', () => {
    expect(take(body())).toMatchObject({ reference: 'ord_x', status: 'paid', rupiah: 61_000 });
    expect(() => take(body({}, 'another key'))).toThrow(code('notice_not_genuine'));
    expect(() => take(body().replace('61000.00', '1000.00'))).toThrow(code('notice_not_genuine'));
  });

  test('says paid only where the signed number says so', () => {
    expect(take(body({ status_code: '201', transaction_status: 'settlement' })).status).toBe('pending');
    expect(take(body({ transaction_status: 'refund' })).status).toBe('refunded');
    expect(take(body({ fraud_status: 'challenge' })).status).toBe('unknown');
    expect(take(body({ status_code: '407', transaction_status: 'expire' })).status).toBe('failed');
    expect(take(body({ currency: 'USD' })).rupiah).toBeNull();
  });
});

describe('a notice of Xendit', () => {
  const secret: ProviderSecret = { provider: 'xendit', callbackToken: 'rahasia' };
  const body = (status = 'SUCCEEDED', event = 'payment.capture') =>
    bytes(
      JSON.stringify({
        event,
        data: { payment_id: 'py-1', reference_id: 'ord_x', status, request_amount: 61_000, currency: 'IDR' },
      }),
    );
  const take = (raw: Uint8Array, token = 'rahasia') =>
    receiveNotice(delivery({ raw, headers: { 'x-callback-token': token } }), secret, SHOP);

  test('carries the token of the account', () => {
    expect(take(body())).toMatchObject({ status: 'paid', rupiah: 61_000, transaction: 'py-1' });
    for (const token of ['', 'rahasi', 'rahasia1'])
      expect(() => take(body(), token)).toThrow(code('notice_not_genuine'));
    const open: ProviderSecret = { provider: 'xendit', callbackToken: '' };
    expect(() => receiveNotice(delivery({ raw: body() }), open, SHOP)).toThrow(code('notice_not_genuine'));
    expect(take(body('FAILED', 'payment.failure')).status).toBe('failed');
    expect(take(body('SUCCEEDED', 'refund.succeeded')).status).toBe('refunded');
  });

  // The example in Xendit's reference of payment webhooks, its account's names left out.
  test('of the reference is read as it stands there', () => {
    const example = {
      event: 'payment.capture',
      created: '2021-12-02T14:52:21.566Z',
      data: {
        payment_id: 'py-1fdaf346-dd2e-4b6c-b938-124c7167a822',
        status: 'SUCCEEDED',
        payment_request_id: 'pr-1fdaf346-dd2e-4b6c-b938-124c7167a822',
        request_amount: 10_000,
        channel_code: 'BRI_VIRTUAL_ACCOUNT',
        country: 'ID',
        currency: 'IDR',
        reference_id: 'example_reference_id',
        type: 'SINGLE_PAYMENT',
      },
    };
    expect(take(bytes(JSON.stringify(example)))).toMatchObject({
      reference: 'example_reference_id',
      transaction: 'py-1fdaf346-dd2e-4b6c-b938-124c7167a822',
      status: 'paid',
      rupiah: 10_000,
    });
  });

  test.each([
    ['SUCCEEDED', 'paid'],
    ['COMPLETED', 'paid'],
    ['FAILED', 'failed'],
    ['PENDING', 'pending'],
  ])('of a QR code that says %s is %s', (status, read) => {
    const data = { id: 'qrpy_1', qr_id: 'qr_1', amount: 61_000, currency: 'IDR', reference_id: 'ord_x', status };
    expect(take(bytes(JSON.stringify({ event: 'qr.payment', data })))).toMatchObject({
      reference: 'ord_x',
      transaction: 'qrpy_1',
      status: read,
      rupiah: 61_000,
    });
  });

  test('completed of something else than a code, or without a sum, moves nothing', () => {
    expect(take(body('COMPLETED')).status).toBe('pending');
    expect(() =>
      take(bytes('{"event":"qr.payment","data":{"id":"q","reference_id":"o","status":"COMPLETED","currency":"IDR"}}')),
    ).toThrow(code('malformed_json'));
  });
});

describe('a verified notice', () => {
  const notice = (but: Partial<Notice> = {}): Notice => ({
    noticeId: 'n',
    provider: 'snap-bi',
    merchantId: SHOP,
    reference: 'r',
    transaction: 't1',
    status: 'paid',
    rupiah: 61_000,
    receivedAt: AT,
    ...but,
  });
  const apply = (payment: ReturnType<typeof paymentIn> | undefined, but: Partial<Notice> = {}) =>
    applyNotice(payment, notice(but), AT, ZONE);

  test('confirms instead of the shop, once', () => {
    const first = apply(paymentIn('qris'));
    if (first.kind !== 'confirmed') throw new Error(first.kind);
    expect(first.payment).toMatchObject({ state: 'confirmed', paidRupiah: 61_000, transaction: 't1' });
    expect(apply(first.payment)).toEqual({ kind: 'known' });
    expect(apply(first.payment, { transaction: 't2' })).toEqual({ kind: 'parked', reason: 'paid-again' });
    expect(apply(first.payment, { status: 'failed' })).toEqual({ kind: 'noted' });
  });

  test('of another amount, shop, kind or a refund waits for a person', () => {
    expect(apply(paymentIn('qris'), { rupiah: 6_100 })).toEqual({ kind: 'parked', reason: 'amount' });
    expect(apply(paymentIn('qris'), { rupiah: null })).toEqual({ kind: 'parked', reason: 'amount' });
    expect(apply(paymentIn('qris'), { merchantId: idOf('mrc', 'lain') })).toEqual({
      kind: 'parked',
      reason: 'other-shop',
    });
    expect(apply(paymentIn('treasury'))).toEqual({ kind: 'parked', reason: 'way' });
    expect(apply({ ...paymentIn('cod'), state: 'refused' })).toEqual({ kind: 'parked', reason: 'way' });
    expect(apply(paymentIn('qris'), { status: 'refunded' })).toEqual({ kind: 'parked', reason: 'refund' });
  });

  test('before its order is known is kept', () => {
    expect(apply(undefined)).toEqual({ kind: 'early' });
  });

  test('of money the shop confirmed already is put beside it', () => {
    const confirmed = confirm(paymentIn('qris'), 61_000, by(people.owner));
    const matched = apply(confirmed);
    expect(matched.kind).toBe('matched');
    expect('payment' in matched && apply(matched.payment, { transaction: 't2' })).toEqual({
      kind: 'parked',
      reason: 'paid-again',
    });
  });
});

describe('JSON without white space', () => {
  test('keeps what is inside of words, and every other byte', () => {
    const out = (text: string) => new TextDecoder().decode(minifiedJson(bytes(text)));
    expect(out('{ "a b" : [ 1.00 ,\t"x \\" y\\\\" ] ,\r\n"é": "\\n  " }')).toBe(
      '{"a b":[1.00,"x \\" y\\\\"],"é":"\\n  "}',
    );
    expect(out('"\\')).toBe('"\\');
  });
});

describe('an amount', () => {
  test.each([
    ['125000.00', 125_000],
    ['125000', 125_000],
    [125_000, 125_000],
    ['125000.50', null],
    [0.5, null],
    ['-5', null],
    ['1e6', null],
    [1e21, null],
    [Number.NaN, null],
    ['', null],
    [null, null],
  ])('%s is %s rupiah', (said, rupiah) => {
    expect(wholeRupiah(said)).toBe(rupiah);
  });
});
