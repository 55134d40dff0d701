import { paymentsOfAgency, paymentsOfMerchant } from '../../shared/table/payments/payments.ts';
import { expectAgency, requireSeller } from '../http/access.ts';
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
    requireSeller(caller, merchantId);
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
