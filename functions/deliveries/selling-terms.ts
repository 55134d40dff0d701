import { shownWays } from '../../shared/domain/payments/shown-ways.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { termsOf } from '../../shared/table/orders/delivery-terms.ts';
import { waysOf } from '../../shared/table/payments/ways.ts';
import { expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { shownTerms } from '../reads/shops/shown-terms.ts';

/** Of a shop that nobody sees yet the market tells others neither how it is paid nor how its goods come; its own people set both. */
export const readOwnSellingTerms = endpoint(
  'GET /me/merchants/{merchantId}/selling-terms',
  async ({ params, caller }, world) => {
    const shop = await expectOwnMerchant(world, caller, params.merchantId);
    const { merchantId } = shop;
    const { terms, ways } = await readTogether(world.table, { terms: termsOf(merchantId), ways: waysOf(merchantId) });
    return { delivery: await shownTerms(world, shop, terms), payment: shownWays(ways) };
  },
);
