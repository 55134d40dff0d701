import type { Act } from '../../shared/domain/audit/act.ts';
import type { Instant } from '../../shared/domain/basics/month.ts';
import { withScale } from '../../shared/domain/spending/scale.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { noteSumsDue } from '../../shared/table/spending/office-sums.ts';
import { getScale, saveScale } from '../../shared/table/spending/scales.ts';
import { expectMerchantOfCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { requireForeignShop } from '../reads/own-shop.ts';

/** Budgets that offices spend from are of last year, of this one and of the next. */
const yearsFrom = (fromYear: string, at: Instant): string[] => {
  const year = Number(at.slice(0, 4));
  return [year - 1, year, year + 1].map(String).filter((one) => one >= fromYear);
};

/** The city says it, never the shop or the office that buys: a share that is counted by it would be theirs to raise. */
export const stateScale = endpoint('PUT /merchants/{merchantId}/scale', async (ask, world) => {
  const { body, caller } = ask;
  const shop = await expectMerchantOfCity(world, caller, ask.params.merchantId);
  await requireForeignShop(world, caller, shop);
  const before = await getScale(world.table, shop.merchantId);
  requireVersion(ask, before ?? { version: 0 });
  const at = world.now();
  const after = withScale(before, shop, { ...body, at, by: caller.person });
  const act: Act = {
    chain: shop.cityCode,
    at,
    by: caller.person,
    act: 'scale-stated',
    person: null,
    subjects: [shop.merchantId],
    details: { scale: body.scale, fromYear: body.fromYear },
  };
  await commit(world.table, [
    saveScale(after),
    ...yearsFrom(body.fromYear, at).map((year) =>
      noteSumsDue({ cityCode: shop.cityCode, year, news: world.newId('new') }),
    ),
    ...(await recordAct(world.table, act, caller)),
  ]);
  return after;
});
