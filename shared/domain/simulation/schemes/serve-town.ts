import type { Instant } from '../../basics/month.ts';
import { exposureAt } from '../../ranking/ledger/exposure.ts';
import { listFor, pickOffer, SEEN } from '../lists.ts';
import type { Market } from '../market.ts';
import type { SimulatedRequest } from '../simulated.ts';
import { officeOf } from './calendar.ts';
import type { Deal } from './deal.ts';
import { policy, type Running } from './running-town.ts';
import { buyerOf, sell } from './sell.ts';

const PLACE = '35.73.01';

const inputFor = ({ byCategory, market }: Running, category: number, quantity: number, at: Instant) => {
  const stalls = byCategory[category] ?? [];
  return {
    request: { category: String(category), quantity, place: PLACE },
    offers: stalls.flatMap((stall) => stall.offers),
    ledger: { version: at, owners: new Map(stalls.map((stall) => [stall.owner.ownerId, stall.figures])) },
    policy,
    unitRupiah: market.firstUnits[category] ?? 1,
    dayKey: at.slice(0, 10).replaceAll('-', ''),
  };
};

/** What is planted in a town: its deals, what it changes of the market, and whose honest orders it takes. */
export type Planted = {
  readonly deals: readonly Deal[];
  readonly change: (market: Market) => Market;
  readonly takes: (buyer: string, category: number, month: number) => boolean;
};

/** An honest request: from the fair list, or where the office bought before. */
export const serveHonest = (town: Running, request: SimulatedRequest, { takes }: Planted): void => {
  const { byOffer, options, random, usual } = town;
  const { agencyId, buyer } = buyerOf(town, request);
  if (takes(buyer, request.category, request.month)) return;
  const quantity = Math.max(1, Math.round(request.quantity * (agencyId === null ? 1 : options.officeSize)));
  const input = inputFor(town, request.category, Math.min(quantity, 400), request.at);
  const list = listFor('urut-merata', input, { stalls: [], byOffer, mix: 0, turn: 0 });
  for (const [index, offer] of list.slice(0, SEEN).entries()) {
    const stall = byOffer.get(offer.offerId);
    if (stall) stall.figures.exposure += exposureAt(index + 1);
  }
  const known = `${buyer} ${request.category}`;
  const returns = agencyId !== null && random() < options.loyalty;
  const before = returns ? list.find(({ offerId }) => offerId === usual.get(known)) : undefined;
  const offer = before ?? pickOffer(list, byOffer, town.market.medianPrices[request.category] ?? 1, request.pick);
  const stall = offer && byOffer.get(offer.offerId);
  if (!stall) return;
  usual.set(known, offer.offerId);
  const sale = { agencyId, buyer, stall, units: input.request.quantity, at: request.at, passing: list.length };
  sell(town, { ...sale, packageId: `package-${town.purchases.length}` }, request.mood);
};

/** A planted deal: bought where it was agreed, whatever the list says. */
export const serveDeal = (town: Running, { office, category, owner, rupiah, at, packageId }: Deal): void => {
  const stall = town.byCategory[category]?.[owner];
  if (!stall) return;
  const units = Math.max(1, Math.floor(rupiah / stall.owner.priceRupiah));
  const list = listFor('urut-merata', inputFor(town, category, 20, at), {
    stalls: [],
    byOffer: town.byOffer,
    mix: 0,
    turn: 0,
  });
  const agencyId = officeOf(office);
  sell(town, { agencyId, buyer: agencyId, stall, units, at, packageId, passing: list.length }, 0);
};
