import { dayOf } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { channelOf } from '../../../shared/domain/ranking/ledger/channel.ts';
import { presentLedger } from '../../reads/city-ledger.ts';
import { cardsOf } from '../../reads/lists/cards.ts';
import type { Drawn } from '../../reads/lists/decide.ts';
import { headOf } from '../../reads/lists/list-head.ts';
import { expectDecision, redraw } from '../../reads/lists/redraw.ts';
import { withShopFacts } from '../../reads/lists/shop-facts.ts';
import type { World } from '../../world.ts';
import { countImpression } from './count-impressions.ts';
import { firstSeen, visitorOf } from './visitors.ts';

/** So many turns are on a screen at once: of fewer nobody had an advantage, whoever stood first. */
const SCREEN = 6;

/**
 * Counts what was on a screen, for each owner once a day and visitor. A list shorter than a screen, or a page asked for
 * in pieces, does not count: else one could push a rival down by asking, again and again, for what only the rival has.
 */
export const countSeen = async (
  world: World,
  city: City,
  drawn: Drawn,
  { from, limit, address }: { from: number; limit: number; address: string },
) => {
  if (drawn.ordered.above.length < SCREEN || limit < SCREEN) return;
  const shops = drawn.ranked.slice(from, from + limit).flatMap(({ above, offer }) => (above ? [offer.shopId] : []));
  const day = dayOf(world.now(), city.zone);
  const visitor = visitorOf(world, day, address);
  const fresh = await firstSeen(world, { cityCode: city.cityCode, day, visitor }, shops);
  if (fresh.size === 0) return;
  const counted = shops.map((shop) => (fresh.has(shop) ? shop : ''));
  await countImpression(world, {
    cityCode: city.cityCode,
    day,
    decisionId: drawn.decision.decisionId,
    channel: channelOf(drawn.decision),
    from,
    shops: counted,
  });
};

/** Where a list goes on: the decision it was made by, and how many ranks were read. */
const readAfter = (after: string) => {
  const [decisionId = '', from = '0'] = after.split(' ');
  return { decisionId, from: Number(from) };
};

/**
 * A part of a fair list, counted as shown; drawn where it begins. A later page goes on in the decision of the first, however
 * the market moved meanwhile.
 */
export const showList = async (
  world: World,
  city: City,
  draw: () => Promise<Drawn>,
  { limit, after, address }: { limit: number; after: string | undefined; address: string },
) => {
  const goesOn = after === undefined ? undefined : readAfter(after);
  const drawn = goesOn ? await redraw(world, city, await expectDecision(world, goesOn.decisionId)) : await draw();
  const from = goesOn?.from ?? 0;
  const { above, below } = drawn.decision;
  await countSeen(world, city, drawn, { from, limit, address });
  const { at } = await presentLedger(world, city);
  const next = from + limit < above + below ? `${drawn.decision.decisionId} ${from + limit}` : undefined;
  return {
    items: await withShopFacts(world, cardsOf(world, drawn, from, from + limit)),
    next,
    ranking: headOf(drawn, at),
  };
};
