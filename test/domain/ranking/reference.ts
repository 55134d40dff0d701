import { createHmac } from 'node:crypto';
import { byText } from '../../../shared/domain/basics/sort.ts';
import { type Failure, failuresOf } from '../../../shared/domain/ranking/rule/gate.ts';
import {
  LEAST_OWNERS,
  medianOf,
  type PriceLine,
  priceLevel,
  underCeiling,
} from '../../../shared/domain/ranking/rule/price-line.ts';
import type { RankedOffers, RankingInput } from '../../../shared/domain/ranking/rule/ranking.ts';
import type { Offer } from '../../../shared/domain/ranking/rule/request.ts';

/** What the line says of one offer: its own evidence, unless too few stand behind it; else the call's; under its ceiling. */
const lineFor = (offer: Offer, ofCall: PriceLine, tolerancePercent: number): PriceLine => {
  const { like } = offer;
  const none = { medianRupiah: null, lineRupiah: null, source: null };
  const own = (): PriceLine => {
    if (!like) return ofCall;
    const found = { ...ofCall, owners: like.owners };
    if (like.source === 'few') return { ...found, ...none };
    const lineRupiah = Math.floor((like.medianRupiah * (100 + tolerancePercent)) / 100);
    return { ...found, medianRupiah: like.medianRupiah, lineRupiah, source: like.source };
  };
  return underCeiling(own(), offer.ceilingRupiah ?? null);
};

const lineOver = (offers: readonly Offer[], tolerancePercent: number): PriceLine => {
  const priced = offers.filter(({ like, verified, open, priceRupiah, ceilingRupiah = Number.POSITIVE_INFINITY }) => {
    return like === undefined && verified && open && priceRupiah <= ceilingRupiah;
  });
  const lowest = [...Map.groupBy(priced, ({ ownerId }) => ownerId).values()].map((own) =>
    Math.min(...own.map(({ priceRupiah }) => priceRupiah)),
  );
  const medianRupiah = lowest.length < LEAST_OWNERS ? null : medianOf(lowest);
  const lineRupiah = medianRupiah === null ? null : Math.floor((medianRupiah * (100 + tolerancePercent)) / 100);
  const source = medianRupiah === null ? null : ('like' as const);
  return { medianRupiah, owners: lowest.length, tolerancePercent, ceilingRupiah: null, lineRupiah, source };
};

/** How many edges V has reached: one between each rung from the highest not above u on, and the next. */
const rungsPassed = (sold: number, unitRupiah: number, offset: number): number => {
  const rungs: number[] = [];
  for (let power = 1; power <= 1e14; power *= 10)
    rungs.push(10 * power, 16 * power, 25 * power, 40 * power, 63 * power);
  const first = rungs.findLastIndex((rung) => rung <= unitRupiah);
  const edges = rungs.slice(0, -1).map((rung, at) => rung + (((rungs[at + 1] as number) - rung) * offset) / 65_536);
  return edges.slice(Math.max(0, first)).filter((edge) => sold >= edge).length;
};

/** EQUITY.md §3 (a) word for word, without a thought for time: what `rankOffers` must give. */
export const referenceOrder = (input: RankingInput): RankedOffers => {
  const { offers, request, policy, ledger, unitRupiah } = input;
  const { tolerancePercent } = policy;
  const draws = new Map<string, string>();
  const drawOf = (id: string) => {
    const known = draws.get(id) ?? createHmac('sha256', input.dayKey).update(id).digest('hex');
    draws.set(id, known);
    return known;
  };
  const ofCall = lineOver(offers, tolerancePercent);
  const judged = offers.map((offer) => ({
    offer,
    failures: failuresOf(offer, request, lineFor(offer, ofCall, tolerancePercent), policy),
  }));
  const passed = judged.filter(({ failures }) => failures.length === 0).map(({ offer }) => offer);
  const byLevel = (a: Offer, b: Offer) => priceLevel(a) - priceLevel(b) || byText(drawOf(a.offerId), drawOf(b.offerId));
  const rows = [...Map.groupBy(passed, ({ ownerId, tier = 0 }) => `${tier} ${ownerId}`).values()].map((own) => {
    const [first, ...others] = own.sort(byLevel) as [Offer, ...Offer[]];
    const figures = ledger.owners.get(first.ownerId);
    const { recentSalesRupiah, exposure, offset = 0 } = figures ?? { recentSalesRupiah: 0, exposure: 0 };
    // Five hundred thousand million are added to V of who waits for a visit: its steps are counted apart, after all others'.
    const waits = recentSalesRupiah >= 5e11;
    const sold = waits ? recentSalesRupiah - 5e11 : recentSalesRupiah;
    const passes = input.ruleVersion === 3 ? Math.floor(sold / unitRupiah) : rungsPassed(sold, unitRupiah, offset);
    const step = (waits ? 5e11 : 0) + passes;
    const tier = first.tier ?? 0;
    return { offer: first, others, tier, step, recentSalesRupiah, exposure, draw: drawOf(first.ownerId) };
  });
  type Row = (typeof rows)[number];
  const rules = [
    ['relevance', (a: Row, b: Row) => a.tier - b.tier],
    ['recent_sales_step', (a: Row, b: Row) => a.step - b.step],
    ['exposure', (a: Row, b: Row) => a.exposure - b.exposure],
    ['price', (a: Row, b: Row) => priceLevel(a.offer) - priceLevel(b.offer)],
    ['recent_sales', (a: Row, b: Row) => a.recentSalesRupiah - b.recentSalesRupiah],
    ['draw', (a: Row, b: Row) => byText(a.draw, b.draw)],
  ] as const;
  const deciding = (a: Row, b: Row) => rules.find(([, compare]) => compare(a, b) !== 0);
  rows.sort((a, b) => deciding(a, b)?.[1](a, b) ?? 0);
  const goodsBefore = (tier: number) => passed.filter((one) => (one.tier ?? 0) < tier).length;
  const above = rows.map((row, index) => {
    const { draw: _, ...here } = row;
    const before = rows[index - 1];
    const turnsBefore = rows.slice(0, index).filter(({ tier }) => tier === row.tier).length;
    return {
      rank: goodsBefore(row.tier) + turnsBefore + 1,
      ...here,
      decidedBy: before ? (deciding(before, row)?.[0] ?? 'draw') : ('first' as const),
    };
  });
  const below = judged
    .filter((one) => one.failures.length > 0)
    .sort(
      ({ offer: a }, { offer: b }) =>
        (a.tier ?? 0) - (b.tier ?? 0) || a.priceRupiah - b.priceRupiah || byText(drawOf(a.offerId), drawOf(b.offerId)),
    )
    .map(({ offer, failures }, index) => ({
      rank: passed.length + index + 1,
      offer,
      failures: failures as readonly [Failure, ...Failure[]],
    }));
  return { line: ofCall, unitRupiah, above, passing: passed.length, below };
};
