import { DAY_MS } from '../../basics/month.ts';
import type { AttainableInputs, OrderInput } from './inputs.ts';

/** Between two instants: how long, and how many orders of the categories one offers in went to others meanwhile. */
type Wait = { readonly days: number; readonly requests: number };

/** How many of some ascending instants lie before one. */
const countBefore = (instants: readonly number[], at: number): number => {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((instants[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The value that 95 of a hundred do not exceed; null of none. Type 1: an observed one. */
export const ninetyFifth = (values: readonly number[]): number | null =>
  values.toSorted((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1] ?? null;

/** The waits of one owner: from when it could sell, or the orders are known, between its orders, and until the month's end. */
const waitsOf = (times: readonly number[], asked: readonly (readonly number[])[]): Wait[] =>
  times.slice(1).map((to, at) => {
    const from = times[at] as number;
    const requests = asked.reduce((sum, one) => sum + countBefore(one, to) - countBefore(one, from + 1), 0);
    return { days: (to - from) / DAY_MS, requests };
  });

export type Waits = {
  /** Owners with an offer, and those of them who came while orders were known. */
  readonly owners: number;
  readonly newcomers: number;
  readonly silenceDays: number | null;
  readonly silenceRequests: number | null;
  readonly firstSaleDays: number | null;
  readonly firstSaleRequests: number | null;
};

/**
 * How long owners with an offer waited for an order, at the longest, in the twelve months until the month's end or as long as
 * orders are known; and how long newcomers waited for their first. Who still waits has waited until now.
 */
export const waitsIn = ({ since, offers, orders, ended, knownSince }: AttainableInputs): Waits => {
  const end = Date.parse(ended);
  const first = Date.parse(knownSince);
  const asked = new Map<string, number[]>();
  for (const [category, of] of Map.groupBy(orders, (order) => order.category))
    asked.set(
      category,
      of.map(({ at }) => Date.parse(at)),
    );
  const sold = Map.groupBy(orders, ({ owner }: OrderInput) => owner);
  const [longest, firsts]: [Wait[], Wait[]] = [[], []];
  for (const [owner, own] of Map.groupBy(offers, (offer) => offer.owner)) {
    const joined = since[owner] ? Date.parse(since[owner]) : null;
    if (joined !== null && joined >= end) continue;
    const from = Math.max(first, joined ?? first);
    const times = (sold.get(owner) ?? []).map(({ at }) => Date.parse(at)).filter((at) => at >= from);
    const categories = [...new Set(own.map(({ category }) => category))];
    const waits = waitsOf(
      [from, ...times, end],
      categories.map((category) => asked.get(category) ?? []),
    );
    longest.push({
      days: waits.reduce((most, { days }) => Math.max(most, days), 0),
      requests: waits.reduce((most, { requests }) => Math.max(most, requests), 0),
    });
    if (joined !== null && joined >= first) firsts.push(waits[0] as Wait);
  }
  return {
    owners: longest.length,
    newcomers: firsts.length,
    silenceDays: ninetyFifth(longest.map(({ days }) => days)),
    silenceRequests: ninetyFifth(longest.map(({ requests }) => requests)),
    firstSaleDays: ninetyFifth(firsts.map(({ days }) => days)),
    firstSaleRequests: ninetyFifth(firsts.map(({ requests }) => requests)),
  };
};
