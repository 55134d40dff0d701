import { dayOf } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { Wish } from '../../../shared/domain/ranking/list/offered.ts';
import { presentLedger } from '../../reads/city-ledger.ts';
import type { World } from '../../world.ts';
import { fairCard, headOf, ranksOf } from './cards.ts';
import { countImpression } from './count-impressions.ts';
import { type Drawn, decide } from './decide.ts';
import { expectDecision, redraw } from './redraw.ts';

/**
 * A list with a single owner above the line gave nobody an advantage over anybody, so it does not count: else one could
 * push a rival down by asking for what only the rival has.
 */
const count = async (world: World, city: City, { decision, ordered, ranked }: Drawn, from: number, to: number) => {
  const shops = ranked.slice(from, to).flatMap(({ above, offer }) => (above ? [offer.shopId] : []));
  if (shops.length === 0 || ordered.above.length < 2) return;
  const day = dayOf(world.now(), city.zone);
  await countImpression(world, { cityCode: city.cityCode, day, decisionId: decision.decisionId, from, shops });
};

/** Where a list goes on: the decision it was made by, and how many ranks were read. */
const readAfter = (after: string) => {
  const [decisionId = '', from = '0'] = after.split(' ');
  return { decisionId, from: Number(from) };
};

/**
 * A stretch of the fair list for a request, counted as shown. A later page goes on in the decision of the first, however
 * the market moved meanwhile.
 */
export const showList = async (
  world: World,
  city: City,
  wish: Wish,
  { limit, after }: { limit: number; after: string | undefined },
) => {
  const goesOn = after === undefined ? undefined : readAfter(after);
  const drawn = goesOn
    ? await redraw(world, city, await expectDecision(world, goesOn.decisionId))
    : await decide(world, city, wish);
  const from = goesOn?.from ?? 0;
  const { above, below } = drawn.decision;
  await count(world, city, drawn, from, from + limit);
  const { at } = await presentLedger(world, city);
  const next = from + limit < above + below ? `${drawn.decision.decisionId} ${from + limit}` : undefined;
  return {
    items: ranksOf(drawn, from, from + limit).map((here) => fairCard(world, drawn, here)),
    next,
    ranking: headOf(drawn, at),
  };
};
