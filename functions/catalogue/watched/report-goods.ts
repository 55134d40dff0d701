import { withReport } from '../../../shared/domain/catalogue/change-case.ts';
import { shopsOf } from '../../../shared/domain/people/caller.ts';
import { Problem } from '../../../shared/problem.ts';
import { goodsCaseOf, insertGoodsReport, saveGoodsCase } from '../../../shared/table/catalogue/goods-cases.ts';
import { productOf } from '../../../shared/table/catalogue/products.ts';
import { readTogether } from '../../../shared/table/engine/reads.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { countToday } from '../../../shared/table/people/daily-counts.ts';
import { endpoint } from '../../http/endpoint.ts';

/**
 * Points the city to goods. Once for each person, a few a day; it changes nothing that anybody sees until the city has
 * decided, so no rival and no crowd takes goods off the market.
 */
export const reportGoods = endpoint(
  'POST /merchants/{merchantId}/products/{productId}/reports',
  async ({ params, body, caller }, world) => {
    const { merchantId, productId } = params;
    const { product, known } = await readTogether(world.table, {
      product: productOf(merchantId, productId),
      known: goodsCaseOf(merchantId, productId),
    });
    if (!product?.listed) throw new Problem('product_not_found', 'Barang tidak ditemukan. Periksa lagi tautannya.');
    if (shopsOf(caller).includes(merchantId))
      throw new Problem('own_shop', 'Ini barang toko Anda sendiri. Ubah atau tarik barangnya di Toko saya.');
    const [at, person] = [world.now(), caller.person];
    await commit(world.table, [
      insertGoodsReport({ merchantId, productId, person, at }),
      saveGoodsCase(withReport(known, product, body, at)),
      countToday('goods-report', person, at),
    ]);
    return { reported: true as const };
  },
);
