import type { RankingPolicy } from '../../ranking/policy/policy.ts';
import { gainFrom } from '../attacks.ts';
import { drawMarket } from '../draw-market.ts';
import { hardMetricsOf, priceOfFairness } from '../hard-metrics.ts';
import { drawHardMarket, hardships } from '../hardships.ts';
import { type Trial, tryLever } from '../incentives/best-deviation.ts';
import { type Deviation, type Lever, levers } from '../incentives/deviations.ts';
import { rankAttacks } from '../incentives/rank-attacks.ts';
import type { MarketOptions } from '../market-options.ts';
import { runYear } from '../run.ts';

/** What is asked of a rule, in one seed. */
export type Judged = {
  readonly gini: number;
  readonly neverSold: number;
  /** Mean over units of price ÷ median. */
  readonly price: number;
  /** Deliveries for each request: splits make more of them. */
  readonly deliveries: number;
  readonly silenceDays: number;
  readonly priceOfFairness: number;
  readonly firstSaleDays: number;
  /** Prices that were tried, of owners with the usual cost and of those who make it 15% cheaper. */
  readonly prices: readonly (readonly Trial[])[];
  /** Goods two deviations worse at the same price. */
  readonly worse: Trial;
  /** Income of who registers again every sixty days, over that of who stays, less one. */
  readonly anew: number;
};

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('what a rule is judged by is gone');
  return value;
};
const lever = (name: string, tries: (tried: Deviation) => boolean): Lever => {
  const one = found(levers.find((known) => known.lever === name));
  return { ...one, tries: one.tries.filter(tries) };
};
/** Towards either line, from the middle and from below it: what lies between brings something between. */
const at =
  (...prices: readonly number[]) =>
  ({ price = 0 }: Deviation) =>
    prices.includes(price);
const priceLevers = [lever('price', at(1.1, 1.195, 1.3)), lever('price, of who makes it 15% cheaper', at(1, 1.195))];
const worseGoods = lever('quality', ({ quality }) => quality === -2);
const anew = found(rankAttacks.find(({ name }) => name === 'registering anew'));
const entrants = found(hardships.find(({ name }) => name === 'entrants'));
const NAME = 'urut-merata-split';

/** What does not depend on the rule, in the market of one seed. */
export const drawCase = (seed: number, options: MarketOptions) => {
  const market = drawMarket(seed, options);
  return {
    market,
    entered: drawHardMarket(seed, entrants, options),
    popularity: hardMetricsOf(runYear(market, 'popularity')),
  };
};
export type Case = ReturnType<typeof drawCase>;

/** Everything a rule is chosen by, by the production ranking. */
export const judge = ({ market, entered, popularity }: Case, policy: RankingPolicy, costShare: number): Judged => {
  const play = { market, name: NAME, policy, costShare } as const;
  const year = runYear(market, NAME, policy);
  const ours = hardMetricsOf(year);
  const { honestRupiah, attackRupiah } = gainFrom(anew, market, year, NAME, policy);
  return {
    gini: ours.gini,
    neverSold: ours.neverSold,
    price: year.relativePrice / year.units,
    deliveries: year.deliveries / year.requests,
    silenceDays: ours.silenceDays ?? 0,
    priceOfFairness: priceOfFairness(popularity, ours),
    firstSaleDays: hardMetricsOf(runYear(entered, NAME, policy)).firstSaleDays ?? 0,
    prices: priceLevers.map((one) => tryLever(play, one)),
    worse: found(tryLever(play, worseGoods)[0]),
    anew: attackRupiah / honestRupiah - 1,
  };
};
