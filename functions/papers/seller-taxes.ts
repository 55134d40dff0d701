import { SellerTaxes } from '../../shared/domain/papers/seller-tax.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getSellerTaxes, saveSellerTaxes } from '../../shared/table/papers.ts';
import { expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';

export const readSellerTaxes = endpoint('GET /merchants/{merchantId}/taxes', async ({ params, caller }, world) => {
  const { merchantId } = await expectOwnMerchant(world, caller, params.merchantId);
  return (await getSellerTaxes(world.table, merchantId)) ?? { ...SellerTaxes.parse({}), version: 0 };
});

export const saySellerTaxes = endpoint('PUT /merchants/{merchantId}/taxes', async (ask, world) => {
  const { merchantId } = await expectOwnMerchant(world, ask.caller, ask.params.merchantId, ['owner']);
  const version = (await getSellerTaxes(world.table, merchantId))?.version ?? 0;
  requireVersion(ask, { version });
  const after = { ...ask.body, merchantId, saidAt: world.now(), version: version + 1 };
  await commit(world.table, [saveSellerTaxes(after)]);
  return after;
});
