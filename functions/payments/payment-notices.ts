import type { Output } from '../../shared/contract.ts';
import { noticeAnswer, receiveNotice } from '../../shared/domain/payments/notices/receive-notice.ts';
import { endpoint } from '../http/endpoint.ts';
import { readSecret } from './payment-provider.ts';
import { settleNotice } from './settle-notice.ts';

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
