import { revisionsOfMonth } from '../../shared/table/turnovers.ts';
import { expectReadableMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { readMonth, shown } from './read-month.ts';

export const readTurnover = endpoint(
  'GET /merchants/{merchantId}/turnover/{month}',
  async ({ params, caller }, world) => {
    const merchant = await expectReadableMerchant(world, caller, params.merchantId);
    return shown(await readMonth(world, merchant, params.month), world.now());
  },
);

export const listTurnoverRevisions = endpoint(
  'GET /merchants/{merchantId}/turnover/{month}/revisions',
  async ({ params, query, caller }, world) => {
    const { merchantId } = await expectReadableMerchant(world, caller, params.merchantId);
    return page(world, `turnover ${merchantId} ${params.month}`, query, (request) =>
      revisionsOfMonth(world.table, merchantId, params.month, request),
    );
  },
);
