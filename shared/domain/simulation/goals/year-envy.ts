import { DAY_MS, type Instant, later } from '../../basics/month.ts';
import { assigned } from '../../equity/attainable/assign.ts';
import { envyOf, equalsIn } from '../../equity/attainable/envy.ts';
import { takersOf } from '../../equity/attainable/gate.ts';
import type { AttainableInputs, OrderInput } from '../../equity/attainable/inputs.ts';
import { MONTH_DAYS, START } from '../market.ts';
import type { Year } from '../serving/scene.ts';

type Inputs = Pick<AttainableInputs, 'since' | 'units' | 'offers' | 'orders'>;

/** The last month of a simulated year as a city's month is kept: orders that were delivered, and who stood above a line at least once. */
const lastMonthOf = ({ market, stalls }: Year): Inputs => {
  const opens: Instant = market.requests[0]?.at ?? START;
  const began = later(opens, (market.months - 1) * MONTH_DAYS * DAY_MS);
  const orders = stalls.flatMap(({ owner, offers, entries }, at): OrderInput[] =>
    entries
      .filter((entry) => entry.state === 'accepted' && entry.at >= began)
      .map((entry) => ({
        at: entry.at,
        owner: at,
        category: String(owner.category),
        district: '35.73.01',
        units: Math.max(1, Math.round(entry.valueRupiah / (offers[0]?.priceRupiah ?? 1))),
        rupiah: entry.valueRupiah,
      })),
  );
  return {
    since: stalls.map(() => null),
    units: Object.fromEntries(market.firstUnits.map((rupiah, category) => [String(category), rupiah])),
    offers: stalls.flatMap(({ owner, passes, saidCapacity, offers }, at) =>
      passes === 0
        ? []
        : [
            {
              owner: at,
              category: String(owner.category),
              areas: [...(owner.deliversTo ?? [])],
              mostUnits: saidCapacity,
              leastUnits: offers[0]?.minUnits ?? 1,
            },
          ],
    ),
    orders: orders.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.owner - b.owner)),
  };
};

/**
 * Envy in the last month of a year, its orders assigned, as it is published of a city's month: the most by which one of two owners who
 * could take the same orders has more than the other, beyond u and the largest order, in u. Null where no two could take the same.
 */
export const yearEnvy = (year: Year): number | null => {
  const inputs = lastMonthOf(year);
  const takers = takersOf(inputs);
  const envy = envyOf(equalsIn(inputs, inputs.orders, takers), assigned(inputs, inputs.orders, takers));
  return envy === null ? null : envy / (year.market.firstUnits[0] ?? 1);
};
