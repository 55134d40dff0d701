import { later } from '../../shared/domain/basics/month.ts';
import { requireBegun } from '../../shared/domain/turnover/turnover.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { putReopening } from '../../shared/table/turnovers.ts';
import { expectCity, expectMerchantOfCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireForeignShop } from '../reads/own-shop.ts';

const REOPENED_MS = 7 * 24 * 3_600_000;

export const reopenTurnover = endpoint(
  'POST /merchants/{merchantId}/turnover/{month}/reopen',
  async ({ params, body, caller }, world) => {
    const merchant = await expectMerchantOfCity(world, caller, params.merchantId);
    await requireForeignShop(world, caller, merchant);
    const at = world.now();
    requireBegun(params.month, await expectCity(world, merchant.cityCode), at);
    const reopening = {
      merchantId: merchant.merchantId,
      month: params.month,
      reason: body.reason,
      by: caller.person,
      at,
      until: later(at, REOPENED_MS),
    };
    await commit(world.table, [
      putReopening(reopening),
      ...(await recordAct(
        world.table,
        {
          chain: merchant.cityCode,
          at,
          by: caller.person,
          act: 'report-reopened',
          person: null,
          subjects: [params.merchantId],
          details: { month: params.month },
        },
        caller,
      )),
    ]);
    return reopening;
  },
);
