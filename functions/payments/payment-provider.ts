import type { Provider } from '../../shared/domain/payments/notices/notice.ts';
import { ProviderSecret } from '../../shared/domain/payments/notices/receive-notice.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getProvider, putProvider } from '../../shared/table/payments/providers.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import { expectOwnMerchant, noMerchant, requireMoneyWord, seatsStand } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { secretOf } from './given-secret.ts';

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
export const readSecret = async (world: World, merchantId: string, provider: Provider): Promise<ProviderSecret> => {
  const [merchant, record] = await Promise.all([
    getMerchant(world.table, merchantId),
    getProvider(world.table, merchantId, provider),
  ]);
  const opened =
    merchant && record && world.identitySealer(merchant.cityCode).open(record.sealed, bound(merchantId, provider));
  if (opened === undefined) throw noMerchant();
  return ProviderSecret.parse(JSON.parse(opened));
};
