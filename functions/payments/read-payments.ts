import { actsForMerchant } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { paymentsOfAgency, paymentsOfMerchant } from '../../shared/table/payments/payments.ts';
import { expectAgency } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { expectPayment, viewOf } from './current-payment.ts';

export const readPayment = endpoint('GET /orders/{orderId}/payment', async ({ params, caller }, world) => {
  return viewOf(world, await expectPayment(world, params.orderId, caller), caller);
});

export const listMerchantPayments = endpoint(
  'GET /merchants/{merchantId}/payments',
  async ({ params, query, caller }, world) => {
    const { merchantId } = params;
    if (!actsForMerchant(caller, merchantId))
      throw new Problem('merchant_not_found', 'Usaha tidak ditemukan. Periksa lagi tautannya.');
    const { state, ...paging } = query;
    return page(world, `payments of ${merchantId} ${state ?? ''}`, paging, (request) =>
      paymentsOfMerchant(world.table, merchantId, state, request),
    );
  },
);

export const listAgencyPayments = endpoint(
  'GET /agencies/{agencyId}/payments',
  async ({ params, query, caller }, world) => {
    const { agencyId } = await expectAgency(world, params.agencyId, caller, ['buyer', 'approver', 'treasurer']);
    const { which, ...paging } = query;
    return page(world, `payments of ${agencyId} ${which}`, paging, (request) =>
      paymentsOfAgency(world.table, agencyId, which, request),
    );
  },
);
