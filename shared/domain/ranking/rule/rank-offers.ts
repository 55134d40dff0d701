import { byText } from '../../basics/sort.ts';
import { drawsOf } from './draw.ts';
import { numberOwners } from './number-owners.ts';
import { type Failed, onePerOwner } from './one-per-owner.ts';
import { priceLines } from './price-line.ts';
import type { BelowOffer, DecidedBy, RankedOffer, RankedOffers, RankingInput } from './ranking.ts';
import { AmountNotWhole, type Ledger, type Offer } from './request.ts';
import { sortByCounting } from './sort-by-counting.ts';
import { sortByDraw } from './sort-by-draw.ts';

/**
 * "Urut Merata", EQUITY.md §3 (a): offers that pass the gate, one per owner (the cheapest, then the id), ascending by
 * (⌊V/u⌋, X, price, V, HMAC(day key, owner)); below them the others by price, each with its reason.
 *
 * Proved by property tests: every offer above the line costs at most P; with all else equal, less V never ranks an owner
 * lower, nor does a lower price of an offer that passes (or fails by its price alone).
 * @throws AmountNotWhole when a price, V, X or u is not a whole safe number
 */
export const rankOffers = (input: RankingInput): RankedOffers => {
  const { offers, ledger, policy, unitRupiah } = input;
  if (!Number.isSafeInteger(unitRupiah) || unitRupiah < 1) throw new AmountNotWhole('unit', unitRupiah);
  const numbered = numberOwners(offers);
  const lines = priceLines(offers, policy.tolerancePercent, numbered);
  const { passed, others, failed } = onePerOwner(input, numbered, lines);
  const { step, exposure, price, recentSales } = figuresOf(passed, ledger, unitRupiah);
  const ownerOf = (at: number): string => (passed[at] as Offer).ownerId;
  const draws = drawsOf(input.dayKey);
  const { order, decidedBy } = sortByCounting([step, exposure, price, recentSales], (tied) =>
    sortByDraw(tied, ownerOf, draws),
  );
  const above = new Array<RankedOffer>(order.length);
  for (let index = 0; index < order.length; index++) {
    const at = order[index] as number;
    above[index] = {
      rank: index + 1,
      offer: passed[at] as Offer,
      otherOfferIds: others.get(at)?.sort(byText) ?? noOthers,
      step: step[at] as number,
      recentSalesRupiah: recentSales[at] as number,
      exposure: exposure[at] as number,
      decidedBy: index === 0 ? 'first' : (deciders[decidedBy[index] as number] as DecidedBy),
    };
  }
  return { line: lines.whole, unitRupiah, above, below: byPrice(failed, above.length) };
};

/** By the number of the column that decided; the draw comes after all columns. */
const deciders: readonly DecidedBy[] = ['recent_sales_step', 'exposure', 'price', 'recent_sales', 'draw'];
/** Most owners have one offer that passes: one empty list for all of them. */
const noOthers: readonly string[] = [];

const nothingYet = { recentSalesRupiah: 0, exposure: 0 };

/** What offers are ordered by, a column each. */
const figuresOf = (passed: readonly Offer[], ledger: Ledger, unitRupiah: number) => {
  const column = () => new Array<number>(passed.length);
  const figures = { step: column(), exposure: column(), price: column(), recentSales: column() };
  for (let at = 0; at < passed.length; at++) {
    const { ownerId, priceRupiah } = passed[at] as Offer;
    const { recentSalesRupiah, exposure } = ledger.owners.get(ownerId) ?? nothingYet;
    if (!Number.isSafeInteger(recentSalesRupiah) || recentSalesRupiah < 0)
      throw new AmountNotWhole('recent_sales', recentSalesRupiah);
    if (!Number.isSafeInteger(exposure) || exposure < 0) throw new AmountNotWhole('exposure', exposure);
    figures.step[at] = Math.floor(recentSalesRupiah / unitRupiah);
    figures.exposure[at] = exposure;
    figures.price[at] = priceRupiah;
    figures.recentSales[at] = recentSalesRupiah;
  }
  return figures;
};

/** Offers that failed by price, then by id; their ranks count on. */
const byPrice = (failed: readonly Failed[], ranksAbove: number): BelowOffer[] => {
  const idOf = (at: number): string => (failed[at] as Failed).offer.offerId;
  const prices = failed.map(({ offer }) => offer.priceRupiah);
  const { order } = sortByCounting([prices], (equals) => {
    equals.set(Array.from(equals).sort((a, b) => byText(idOf(a), idOf(b))));
  });
  return Array.from(order, (at, index) => ({ rank: ranksAbove + index + 1, ...(failed[at] as Failed) }));
};
