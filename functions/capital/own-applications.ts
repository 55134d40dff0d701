import { asOwn } from '../../shared/domain/capital/told-application.ts';
import { applicationsOfMerchant } from '../../shared/table/capital/applications.ts';
import { openingsOfMerchant } from '../../shared/table/capital/openings.ts';
import { expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';

export const OWNER = ['owner'] as const;

export const listOwnApplications = endpoint(
  'GET /merchants/{merchantId}/capital-applications',
  async ({ params, query, caller }, world) => {
    const { merchantId } = await expectOwnMerchant(world, caller, params.merchantId, OWNER);
    const { items, next } = await page(world, `applications ${merchantId}`, query, (request) =>
      applicationsOfMerchant(world.table, merchantId, request),
    );
    return { items: items.map((one) => asOwn(one, world.now())), next };
  },
);

export const listOpenings = endpoint(
  'GET /merchants/{merchantId}/capital-openings',
  async ({ params, query, caller }, world) => {
    const { merchantId } = await expectOwnMerchant(world, caller, params.merchantId, OWNER);
    return page(world, `openings ${merchantId}`, query, (request) =>
      openingsOfMerchant(world.table, merchantId, request),
    );
  },
);
