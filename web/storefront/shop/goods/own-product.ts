import type { Output } from '../../../../shared/contract.ts';
import type { Call } from '../../../entry/client.ts';
import { allOf } from '../../../kit/all-of.ts';

export type OwnProduct = Output<'GET /me/merchants/{merchantId}/products'>['items'][number];

/** Everything a shop has, also what it took off the list. */
export const loadGoods = (call: Call, merchantId: string): Promise<OwnProduct[]> =>
  allOf((cursor) =>
    call('GET /me/merchants/{merchantId}/products', { params: { merchantId }, query: { limit: 100, cursor } }),
  );
