import { stepOf } from '../ledger/unvisited-sales.ts';
import { drawsOf } from './draw.ts';
import { priceLevel, priceLine } from './price-line.ts';
import {
  type BelowOffer,
  type DecidedBy,
  type RankedOffer,
  type RankedOffers,
  type RankingInput,
  RULE_VERSION,
} from './ranking.ts';
import { AmountNotWhole, type Offer, type OwnerFigures } from './request.ts';
import { sortByCounting } from './sort-by-counting.ts';
import { sortByDraw } from './sort-by-draw.ts';
import { type Failed, turnsOf } from './turns.ts';

/**
 * "Urut Merata", EQUITY.md §3 (a): offers that pass the gate, a turn for each owner, ascending by
 * (tier of a search, step of V, X, price, V, HMAC(day key, owner)); below them the others by price, each with its reason.
 * Prices of goods that are not alike are compared as shares of what like goods cost. No id decides anything.
 *
 * Proved by property tests: every offer above the line costs at most its P; with all else equal, less V never ranks an
 * owner lower, nor does a lower price of an offer that passes (or fails by its price alone).
 * @throws AmountNotWhole when a price, V, X or u is not a whole safe number
 */
export const rankOffers = (input: RankingInput): RankedOffers => {
  const { offers, policy, unitRupiah } = input;
  if (!Number.isSafeInteger(unitRupiah) || unitRupiah < 1) throw new AmountNotWhole('unit', unitRupiah);
  const line = priceLine(offers, policy.tolerancePercent);
  const draws = drawsOf(input.dayKey);
  const { passed, others, failed, tiers } = turnsOf(input, line, draws);
  const { tier, step, exposure, price, recentSales } = figuresOf(passed, input);
  const ownerOf = (at: number): string => (passed[at] as Offer).ownerId;
  const { order, decidedBy } = sortByCounting([tier, step, exposure, price, recentSales], (tied) =>
    sortByDraw(tied, ownerOf, draws),
  );
  const above = new Array<RankedOffer>(order.length);
  const ranks = rankCounter(tiers, passed, others);
  for (let index = 0; index < order.length; index++) {
    const at = order[index] as number;
    const by = index === 0 ? 'first' : (deciders[decidedBy[index] as number] as DecidedBy);
    above[index] = {
      rank: ranks(tier[at] as number),
      offer: passed[at] as Offer,
      others: others.get(at) ?? noOthers,
      tier: tier[at] as number,
      step: step[at] as number,
      recentSalesRupiah: recentSales[at] as number,
      exposure: exposure[at] as number,
      decidedBy: by,
    };
  }
  const passing = passed.length + [...others.values()].reduce((sum, behind) => sum + behind.length, 0);
  return { line, unitRupiah, above, passing, below: byPrice(failed, passing, draws) };
};

/** By the number of the column that decided; the draw comes after all columns. */
const deciders: readonly DecidedBy[] = ['relevance', 'recent_sales_step', 'exposure', 'price', 'recent_sales', 'draw'];
/** Most owners have one offer that passes: one empty list for all of them. */
const noOthers: readonly Offer[] = [];
const nothingYet: OwnerFigures = { recentSalesRupiah: 0, exposure: 0 };

/** Ranks of turns: those of a tier follow each other, then come its owners' other offers, then the next tier. */
const rankCounter = (tiers: number, passed: readonly Offer[], others: ReadonlyMap<number, Offer[]>) => {
  const inTier = new Uint32Array(tiers + 1);
  for (const [at, { tier = 0 }] of passed.entries()) (inTier[tier + 1] as number) += 1 + (others.get(at)?.length ?? 0);
  for (let tier = 1; tier <= tiers; tier++) (inTier[tier] as number) += inTier[tier - 1] as number;
  return (tier: number): number => ++(inTier[tier] as number);
};

/** What turns are ordered by, a column each. */
const figuresOf = (
  passed: readonly Offer[],
  { ledger, unitRupiah, ruleVersion = RULE_VERSION }: Pick<RankingInput, 'ledger' | 'unitRupiah' | 'ruleVersion'>,
) => {
  const column = () => new Array<number>(passed.length);
  const columns = { tier: column(), step: column(), exposure: column(), price: column(), recentSales: column() };
  for (let at = 0; at < passed.length; at++) {
    const offer = passed[at] as Offer;
    const figures = ledger.owners.get(offer.ownerId) ?? nothingYet;
    const { recentSalesRupiah, exposure } = figures;
    if (!Number.isSafeInteger(recentSalesRupiah) || recentSalesRupiah < 0)
      throw new AmountNotWhole('recent sales', recentSalesRupiah);
    if (!Number.isSafeInteger(exposure) || exposure < 0) throw new AmountNotWhole('exposure', exposure);
    columns.tier[at] = offer.tier ?? 0;
    columns.step[at] = figures.step ?? stepOf(figures, unitRupiah, ruleVersion);
    columns.exposure[at] = exposure;
    columns.price[at] = priceLevel(offer);
    columns.recentSales[at] = recentSalesRupiah;
  }
  return columns;
};

/** Offers that failed: by tier, by price, then by the draw; their ranks count on. */
const byPrice = (failed: readonly Failed[], ranksAbove: number, draws: ReturnType<typeof drawsOf>): BelowOffer[] => {
  const idOf = (at: number): string => (failed[at] as Failed).offer.offerId;
  const tiers = failed.map(({ offer }) => offer.tier ?? 0);
  const prices = failed.map(({ offer }) => offer.priceRupiah);
  const { order } = sortByCounting([tiers, prices], (equals) => sortByDraw(equals, idOf, draws));
  return Array.from(order, (at, index) => ({ rank: ranksAbove + index + 1, ...(failed[at] as Failed) }));
};
