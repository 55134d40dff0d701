import { groupsOf } from '../../../../functions/spending/count-purchases.ts';
import { settlePurchases } from '../../../../functions/spending/settle-purchases.ts';
import { sumOffices } from '../../../../functions/spending/sum-offices.ts';
import type { Instant } from '../../../../shared/domain/basics/month.ts';
import type { Scale } from '../../../../shared/domain/spending/scale.ts';
import { everyEntry } from '../../../../shared/table/engine/pages.ts';
import { ordersOfAgency } from '../../../../shared/table/orders/orders.ts';
import { chanceOf } from '../chance.ts';
import { adminOf, type Scene } from '../city.ts';

/** What the city read in the NIB of most shops; of a few nobody has said anything yet. */
const likely: Record<Scale | 'unstated', number> = { micro: 72, small: 14, cooperative: 3, medium: 5, unstated: 6 };
const kinds = Object.keys(likely) as (keyof typeof likely)[];

const stateScales = async ({ market, plan, shops, span }: Scene, at: Instant): Promise<void> => {
  for (const { merchantId, since } of shops) {
    const scale = chanceOf('scale', merchantId).weighed(kinds, (kind) => likely[kind]) ?? 'unstated';
    if (since === null || scale === 'unstated') continue;
    const body = { scale, fromYear: span.first.slice(0, 4), basis: 'NIB dari OSS' };
    await market.ask('PUT /merchants/{merchantId}/scale', adminOf(plan), at, { params: { merchantId }, body });
  }
};

/** No stream brought the offices' orders, so their year is counted once from the table. */
const countOrders = async ({ market, offices }: Scene, at: Instant): Promise<void> => {
  const { world } = market;
  for (const { agencyId } of offices) {
    const orders = await everyEntry((after) => ordersOfAgency(world.table, agencyId, { limit: 500, after }));
    const asked = orders.map(({ orderId, merchantId }) => ({ orderId, agencyId, merchantId }));
    for (const group of groupsOf(asked))
      await market.at(at, () =>
        settlePurchases(
          world,
          group.map(({ orderId }) => orderId),
        ),
      );
  }
};

/** Offices differ in how much of their procurement goes through the market; of one in ten nobody has said how much it is. */
const sayProcurements = async ({ market, plan }: Scene, at: Instant): Promise<void> => {
  const year = at.slice(0, 4);
  // No city of the demo has more offices than a page tells of.
  const asked = { params: { city: plan.cityCode, year }, query: { limit: 100 } };
  const { items } = await market.ask('GET /cities/{city}/spending/{year}', adminOf(plan), at, asked);
  for (const { agencyId, ordered } of items) {
    const chance = chanceOf('procurement', agencyId);
    if (chance.happens(0.1) || ordered.totalRupiah === '0') continue;
    const procurementRupiah = Math.round((Number(ordered.totalRupiah) * chance.whole(12, 30)) / 10 / 1e6) * 1e6;
    const plannedSmallRupiah = Math.round((procurementRupiah * chance.whole(35, 60)) / 100);
    const body = { procurementRupiah, plannedSmallRupiah, source: `SIRUP, diunduh 5 Januari ${year}` };
    await market.ask('PUT /agencies/{agencyId}/procurements/{year}', adminOf(plan), at, {
      params: { agencyId, year },
      body,
    });
  }
};

/** Nobody adds up behind the pages while the province is built. */
const addUp = ({ market, city: { cityCode } }: Scene, at: Instant) =>
  market.at(at, () => sumOffices(() => market.world)({ detail: { cityCode } }));

/** How large shops are, what offices bought of them, and against what that is measured. */
export const tellSpending = async (scene: Scene, at: Instant): Promise<void> => {
  await stateScales(scene, at);
  await countOrders(scene, at);
  await addUp(scene, at);
  await sayProcurements(scene, at);
};
