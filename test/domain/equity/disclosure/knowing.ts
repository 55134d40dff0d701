import type { Spread } from '../../../../shared/domain/equity/snapshot/cell.ts';
import { offsetOf } from '../../../../shared/domain/ranking/ledger/owner-offset.ts';
import { toldBy } from '../../../../shared/domain/ranking/ledger/rungs.ts';
import { stepOf } from '../../../../shared/domain/ranking/ledger/unvisited-sales.ts';
import { groupName, isOf, type Knowing, membersOf, type Unknown, variable } from './attacker.ts';
import type { Merchant } from './market.ts';

/*
 * What an attacker knows beside sums of turnover: on which step every shop stands in the lists of each month's end, and how
 * large sellers' shares and quantiles are. Taken as if V were the turnover of three months, which is the worst for a shop: what
 * V weighs by price and rating, and when it counts an order, he does not know.
 */

const UNIT = 100;
const soldIn = (shop: Merchant, at: number): number => (at >= shop.from && at < shop.until ? (shop.sales[at] ?? 0) : 0);
const windowTo = (at: number): number[] => [at - 2, at - 1, at].filter((month) => month >= 0);
const standsIn = (shop: Merchant, at: number): boolean => at >= shop.from && at < shop.until;

export type Steps = (sold: number, shop: number, at: number) => { from: number; to: number };
/** As lists tell it. */
export const byRungs: Steps = (recentSalesRupiah, shop, at) => {
  const offset = offsetOf(`month ${at}`, `shop ${shop}`);
  return toldBy(stepOf({ recentSalesRupiah, offset }, UNIT, 4), UNIT);
};
/** As they told it until rule version 3. */
export const byUsualOrders: Steps = (recentSalesRupiah) => {
  const step = stepOf({ recentSalesRupiah }, UNIT, 3);
  return { from: step * UNIT, to: (step + 1) * UNIT };
};

/** Of every unknown what its shops received together in three months, by their steps at the end of each. */
export const steps =
  (tell: Steps): Knowing =>
  ({ market, all, unknowns, target: { shop, self } }) => {
    const numbers = new Map(market.map((one, at) => [one, at]));
    const shopsOf = ({ name, ...unknown }: Unknown): readonly Merchant[] => {
      if (name === 'target') return [shop];
      if (name === 'self') return self ? [self] : [];
      return market.filter((one) => one !== shop && one !== self && groupName(one) === groupName(unknown));
    };
    const months = [...new Set(all.map(({ at }) => at))];
    return unknowns.flatMap((unknown) => {
      const shops = shopsOf(unknown);
      return months.flatMap((at) => {
        const window = windowTo(at);
        const here = shops.filter((one) => standsIn(one, at));
        const told = here.map((one) => {
          const sold = window.reduce((sum, month) => sum + soldIn(one, month), 0);
          return tell(sold, numbers.get(one) ?? 0, at);
        });
        const sum = window.map((month) => variable(unknown, month)).join(' + ');
        const least = told.reduce((all, { from }) => all + from, 0);
        // Nobody sees on which step stood who has left.
        const isWhole = shops.every((one) => standsIn(one, at) || window.every((month) => !standsIn(one, month)));
        const most = told.reduce((all, { to }) => all + to, 0);
        return [
          ...(least > 0 ? [` ${sum} >= ${least}`] : []),
          ...(isWhole && here.length > 0 ? [` ${sum} <= ${most}`] : []),
        ];
      });
    });
  };

const HALF = 0.0005;
/** The most that one shop of a cell can have, by the shares of its largest. */
const largestShares = ({ topTenMerchantsShare, topTenPercentShare, lorenz, ownPoints }: Spread): number[] => [
  ...[topTenMerchantsShare, topTenPercentShare].flatMap(({ value }) => value ?? []),
  ...(ownPoints ?? []).flatMap((point) => (point < 20 && lorenz[point] !== undefined ? [1 - lorenz[point]] : [])),
];

/** Shares of the largest bound each shop; and he knows who is the largest of a cell: it is no less than a tenth of ten, or the third quartile. */
export const shapes: Knowing = ({ market, all, unknowns, target: { shop, at } }) =>
  all
    .filter((one) => one.at === at)
    .flatMap(({ open }) => {
      const here = unknowns.filter((unknown) => isOf(open.place, unknown));
      const whole = { code: '', cell: open.total, members: here };
      const parts = [...open.districts, ...open.categories].map((cell) => {
        return { code: cell.code, cell, members: membersOf(cell, here) };
      });
      return [whole, ...parts].flatMap(({ cell: { spread, turnoverRupiah }, members }) => {
        if (!spread || turnoverRupiah === null || !members.some(({ name }) => name === 'target')) return [];
        const total = Number(turnoverRupiah);
        const upper = largestShares(spread).map((share) => ` target_${at} <= ${Math.ceil((share + HALF) * total)}`);
        const among = new Set(members.filter(({ name }) => name !== 'target').map((one) => groupName(one)));
        const others = market.filter((one) => one !== shop && among.has(groupName(one)));
        const isLargest = others.every((one) => soldIn(one, at) <= soldIn(shop, at));
        if (!isLargest) return upper;
        const { p75, topTenMerchantsShare: ten } = spread;
        return [
          ...upper,
          ...(p75.value === null ? [] : [` target_${at} >= ${Math.floor(p75.value * 0.95)}`]),
          ...(ten.value === null ? [] : [` target_${at} >= ${Math.floor(((ten.value - HALF) * total) / 10)}`]),
        ];
      });
    });

export const together =
  (...known: readonly Knowing[]): Knowing =>
  (context) =>
    known.flatMap((one) => one(context));
