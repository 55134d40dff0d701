import type { Output } from '../../../../shared/contract.ts';
import type { Call } from '../../../entry/client.ts';

export type OwnProduct = Output<'GET /me/merchants/{merchantId}/products'>['items'][number];

/** Everything a shop has, also what it took off the list. */
export const loadGoods = async (call: Call, merchantId: string): Promise<OwnProduct[]> => {
  const goods: OwnProduct[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 100, cursor };
    const { items, next } = await call('GET /me/merchants/{merchantId}/products', { params: { merchantId }, query });
    goods.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return goods;
};
