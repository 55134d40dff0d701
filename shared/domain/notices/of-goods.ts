import type { GoodsCase } from '../catalogue/goods-case.ts';
import type { Subject } from './next-notice.ts';

/** What goods that people reported, or that the city took up, say to the shop and to the city. */
export const goodsSubject = (one: GoodsCase): Subject => {
  const { productId, merchantId, cityCode, name, merchantName, state, openedAt, decisions, version } = one;
  const last = decisions.at(-1);
  const [at, by] = [last?.at ?? openedAt, last?.by ?? ''];
  const opened = state === 'kept' && decisions.at(-2)?.state === 'withdrawn';
  return {
    id: `goods ${productId}`,
    cityCode,
    version,
    messages: [
      {
        side: 'merchant',
        audience: { scope: `merchant:${merchantId}`, roles: ['owner', 'staff'] },
        at,
        by,
        topic: state === 'withdrawn' ? 'goods-withdrawn' : opened ? 'goods-opened' : null,
        facts: { goods: name },
        link: `/toko-saya/?toko=${merchantId}`,
      },
      {
        side: 'city',
        audience: { scope: `city:${cityCode}`, roles: ['city-admin'] },
        topic: state === 'open' ? 'goods-reported' : null,
        at: state === 'open' ? openedAt : at,
        by,
        facts: { goods: name, name: merchantName },
        link: `/dasbor/barang?kota=${cityCode}`,
      },
    ],
  };
};
