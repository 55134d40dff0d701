import type { Instant } from '../../../../shared/domain/basics/month.ts';
import type { Order } from '../../../../shared/domain/orders/order.ts';
import { midtransSignature } from '../../../../shared/domain/payments/notices/midtrans.ts';
import type { Scene, Shop } from '../city.ts';

/** The key of an account with a provider that nobody has. */
const SERVER_KEY = 'SB-Mid-server-contoh-pasar-rata';

/** The owner lets the provider confirm what is paid by QRIS. */
export const takeProvider = async ({ market }: Scene, { merchantId, owner }: Shop, at: Instant): Promise<void> => {
  const params = { merchantId, provider: 'midtrans' as const };
  const body = { serverKey: SERVER_KEY };
  await market.ask('PUT /merchants/{merchantId}/payment-providers/{provider}', owner, at, { params, body });
};

/** The provider tells of money for an order, signed as Midtrans signs. */
export const noticeOf = async (
  { market }: Scene,
  { merchantId }: Shop,
  { orderId }: Pick<Order, 'orderId'>,
  rupiah: number,
  at: Instant,
): Promise<void> => {
  const signed = { order_id: orderId, status_code: '200', gross_amount: `${rupiah}.00` };
  const said = {
    ...signed,
    signature_key: midtransSignature(signed, SERVER_KEY),
    transaction_id: `contoh-${orderId.slice(-12)}-${rupiah}`,
    transaction_status: 'settlement',
    fraud_status: 'accept',
    currency: 'IDR',
  };
  await market.ask('POST /merchants/{merchantId}/payment-notices/{provider}', undefined, at, {
    params: { merchantId, provider: 'midtrans' as const },
    bytes: new TextEncoder().encode(JSON.stringify(said)),
    type: 'application/json',
  });
};
