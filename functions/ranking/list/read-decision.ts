import { addDays, dayOf } from '../../../shared/domain/basics/month.ts';
import { day as written } from '../../../shared/domain/basics/wording.ts';
import { dayKeyHash, dayKeyShownFrom } from '../../../shared/domain/ranking/list/day-key.ts';
import { Problem } from '../../../shared/problem.ts';
import { expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { page } from '../../http/page.ts';
import type { Drawn } from '../../reads/lists/decide.ts';
import { lineOfList, sentenceOfList } from '../../reads/lists/list-head.ts';
import { ranksOf } from '../../reads/lists/ranks.ts';
import { expectDecision, redraw } from '../../reads/lists/redraw.ts';

/** Offers with all that decided their rank, by product. */
const evidenceOf = ({ ranked }: Drawn) =>
  new Map(
    ranked.map(({ offer: { deliversTo, ...offer } }) => [offer.offerId, { ...offer, deliversTo: [...deliversTo] }]),
  );

/** A past list made again from what was kept; every offer with all that decided its rank, a page at a time. */
export const readDecision = endpoint('GET /rankings/{decisionId}', async ({ params, query }, world) => {
  const decision = await expectDecision(world, params.decisionId);
  const city = await expectCity(world, decision.city);
  const drawn = await redraw(world, city, decision);
  const { policy, matches, differences } = drawn;
  const { items, next } = await page(world, `decision ${decision.decisionId}`, query, async ({ limit, after }) => {
    const from = Number(after ?? 0);
    const ranks = ranksOf(drawn, from, from + limit);
    const more = from + limit < decision.above + decision.below;
    return { items: ranks, next: more ? String(from + limit) : undefined };
  });
  const offers = evidenceOf(drawn);
  const shownFrom = dayKeyShownFrom(decision.drawnOn);
  const shown = dayOf(world.now(), city.zone) >= shownFrom;
  return {
    decision,
    policy,
    dayKey: shown ? world.dayKey(city.cityCode, decision.drawnOn) : null,
    dayKeyShownFrom: shownFrom,
    sentence: sentenceOfList(drawn),
    line: lineOfList(drawn),
    replay: { matches, differences: [...differences] },
    items: items.map((here) => {
      const product = drawn.rows.get(here.productId)?.product;
      const offer = offers.get(here.productId);
      if (!product || !offer) throw new Error(`offer ${here.productId} is in a list and not in its offers`);
      return { ...here, name: product.name, merchantName: product.merchantName, offer };
    }),
    next,
  };
});

/** Keys are made for days, not kept: one from before the market began proves nothing and harms nobody. */
export const readDayKey = endpoint('GET /cities/{city}/day-keys/{day}', async ({ params }, world) => {
  const city = await expectCity(world, params.city);
  const today = dayOf(world.now(), city.zone);
  if (params.day > today)
    throw new Problem('date_not_possible', `Kunci ${written(params.day)} diumumkan pada pagi harinya.`, [
      { pointer: '#/path/day', detail: `Paling akhir ${today}.` },
    ]);
  const key = world.dayKey(city.cityCode, params.day);
  const shownFrom = addDays(params.day, 1);
  return {
    city: city.cityCode,
    day: params.day,
    hash: dayKeyHash(key),
    key: today >= shownFrom ? key : null,
    shownFrom,
  };
});
