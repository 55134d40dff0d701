import { askMonth } from '../../../../functions/integrity/ask-month.ts';
import { addDays, addMonths, type Instant, type Month, previousMonth } from '../../../../shared/domain/basics/month.ts';
import { adminOf, type Scene, type Shop } from '../city.ts';
import type { DemoMarket } from '../market.ts';

/** Owners who write the same estimate every month: the city asks, and one of them has answered. */
const ESTIMATES = [1_500_000, 900_000] as const;
/** Days after the first: the last evening of reporting; and after the final close, when a question has been asked. */
const [REPORTED, ANSWERED] = [9, 14];

/** Shops that were there early and whose owners report now and then. */
const steady = ({ shops, span }: Scene): Shop[] =>
  shops
    .filter(
      ({ decision, registersOn, reports }) =>
        decision === 'verified' && reports === 0.6 && registersOn <= addDays(`${span.first}-01`, 20),
    )
    .slice(0, ESTIMATES.length);

/**
 * What the schedule does after a close: each city's closed month is looked at, and what is far from usual is asked. The last
 * month is left to the market itself, once it is open: only its ledgers name the orders.
 */
export const askAbout = async (
  market: DemoMarket,
  world: DemoMarket['world'],
  { plan: { cityCode }, span }: Scene,
  month: Month,
  at: Instant,
): Promise<void> => {
  if (month >= previousMonth(span.running)) return;
  const detail = { eventId: `call_${cityCode}_${at}`, version: 1, at, cityCode, month };
  await market.at(at, () => askMonth(() => world)({ detail }));
};

const estimates = (scene: Scene, shop: Shop, rupiah: number, month: Month): void => {
  const { agenda, market } = scene;
  const day = addDays(`${addMonths(month, 1)}-01`, REPORTED);
  agenda.add(`${shop.id}/estimate/${month}`, day, 1350, shop.id, async (at) => {
    if (!shop.open || shop.since === null || shop.since > month) return;
    await market.ask('PUT /merchants/{merchantId}/turnover/{month}', shop.owner, at, {
      params: { merchantId: shop.merchantId, month },
      body: { outside: [{ channel: 'own-place' as const, rupiah }], note: 'Perkiraan, seperti biasa.' },
    });
  });
};

/** The city has called the owner, and says what came of it. */
const answers = ({ agenda, market, plan }: Scene, shop: Shop, month: Month): void =>
  agenda.add(
    `${shop.id}/estimate-answered`,
    addDays(`${addMonths(month, 1)}-01`, ANSWERED),
    620,
    shop.id,
    async (at) => {
      const of = { params: { city: plan.cityCode }, query: { rule: 'same-report' as const } };
      const { items } = await market.ask('GET /cities/{city}/integrity-questions', adminOf(plan), at, of);
      const asked = items.find((one) => one.merchantIds.includes(shop.merchantId));
      if (!asked) return;
      await market.ask('POST /cities/{city}/integrity-questions/{questionId}/outcome', adminOf(plan), at, {
        params: { city: plan.cityCode, questionId: asked.questionId },
        body: { outcome: 'explained', reason: 'Pemilik mengira-ngira setiap bulan. Sudah diminta mencatat dari nota.' },
      });
    },
  );

/** In every city two owners report one figure month after month: one question is answered, the other waits. */
export const tellIntegrity = (scene: Scene): void => {
  const last = previousMonth(scene.span.running);
  for (const [at, shop] of steady(scene).entries()) {
    // The one that waits has four months, so that it waits also in the days before the last of them is reported.
    for (const back of at === 0 ? [3, 2, 1] : [3, 2, 1, 0])
      estimates(scene, shop, ESTIMATES[at] ?? 0, addMonths(last, -back));
    if (at === 0) answers(scene, shop, addMonths(last, -1));
  }
};
