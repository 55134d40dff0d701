import { createHmac } from 'node:crypto';
import { byText } from '../../../shared/domain/basics/sort.ts';
import { type Failure, failuresOf } from '../../../shared/domain/ranking/rule/gate.ts';
import {
  LEAST_OWNERS,
  medianOf,
  type PriceLine,
  underCeiling,
} from '../../../shared/domain/ranking/rule/price-line.ts';
import type { RankedOffers, RankingInput } from '../../../shared/domain/ranking/rule/ranking.ts';
import type { Offer } from '../../../shared/domain/ranking/rule/request.ts';

const byPrice = (a: Offer, b: Offer) => a.priceRupiah - b.priceRupiah || byText(a.offerId, b.offerId);

const lineOver = (offers: readonly Offer[], tolerancePercent: number): PriceLine => {
  const priced = offers.filter(({ verified, open, priceRupiah, ceilingRupiah = Number.POSITIVE_INFINITY }) => {
    return verified && open && priceRupiah <= ceilingRupiah;
  });
  const lowest = [...Map.groupBy(priced, ({ ownerId }) => ownerId).values()].map((own) =>
    Math.min(...own.map(({ priceRupiah }) => priceRupiah)),
  );
  const medianRupiah = medianOf(lowest);
  const lineRupiah = medianRupiah === null ? null : Math.floor((medianRupiah * (100 + tolerancePercent)) / 100);
  return { medianRupiah, owners: lowest.length, tolerancePercent, ceilingRupiah: null, lineRupiah };
};

/** The line of the narrowest group that enough owners offer, else that of the whole call; under the offer's ceiling. */
const lineOf = (offer: Offer, offers: readonly Offer[], tolerancePercent: number): PriceLine => {
  const groups = (offer.goods ?? []).map((group) => offers.filter(({ goods = [] }) => goods.includes(group)));
  const lines = groups.map((members) => lineOver(members, tolerancePercent));
  const line = lines.find(({ owners }) => owners >= LEAST_OWNERS) ?? lineOver(offers, tolerancePercent);
  return underCeiling(line, offer.ceilingRupiah ?? null);
};

/** EQUITY.md §3 (a) word for word, without a thought for time: what `rankOffers` must give. */
export const referenceOrder = (input: RankingInput): RankedOffers => {
  const { offers, request, policy, ledger, unitRupiah } = input;
  const { tolerancePercent } = policy;
  const judged = offers.map((offer) => ({
    offer,
    failures: failuresOf(offer, request, lineOf(offer, offers, tolerancePercent), policy),
  }));
  const passed = judged.filter(({ failures }) => failures.length === 0).map(({ offer }) => offer);
  const rows = [...Map.groupBy(passed, ({ ownerId }) => ownerId)].map(([ownerId, own]) => {
    const [cheapest, ...others] = own.sort(byPrice);
    const { recentSalesRupiah, exposure } = ledger.owners.get(ownerId) ?? { recentSalesRupiah: 0, exposure: 0 };
    return {
      offer: cheapest as Offer,
      otherOfferIds: others.map(({ offerId }) => offerId).sort(byText),
      step: Math.floor(recentSalesRupiah / unitRupiah),
      recentSalesRupiah,
      exposure,
      draw: createHmac('sha256', input.dayKey).update(ownerId).digest('hex'),
    };
  });
  type Row = (typeof rows)[number];
  const rules = [
    ['recent_sales_step', (a: Row, b: Row) => a.step - b.step],
    ['exposure', (a: Row, b: Row) => a.exposure - b.exposure],
    ['price', (a: Row, b: Row) => a.offer.priceRupiah - b.offer.priceRupiah],
    ['recent_sales', (a: Row, b: Row) => a.recentSalesRupiah - b.recentSalesRupiah],
    ['draw', (a: Row, b: Row) => byText(a.draw, b.draw)],
  ] as const;
  const deciding = (a: Row, b: Row) => rules.find(([, compare]) => compare(a, b) !== 0);
  rows.sort((a, b) => deciding(a, b)?.[1](a, b) ?? 0);
  const above = rows.map((row, index) => {
    const { draw: _, ...here } = row;
    const before = rows[index - 1];
    return {
      rank: index + 1,
      ...here,
      decidedBy: before ? (deciding(before, row)?.[0] ?? 'draw') : ('first' as const),
    };
  });
  const below = judged
    .filter((one) => one.failures.length > 0)
    .sort((a, b) => byPrice(a.offer, b.offer))
    .map(({ offer, failures }, index) => ({
      rank: above.length + index + 1,
      offer,
      failures: failures as readonly [Failure, ...Failure[]],
    }));
  return { line: lineOver(offers, tolerancePercent), unitRupiah, above, below };
};
