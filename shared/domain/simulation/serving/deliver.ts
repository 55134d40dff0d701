import { DAY_MS, later } from '../../basics/month.ts';
import { countedRupiah } from '../../ranking/ledger/counted-value.ts';
import { believed } from '../../ranking/ledger/sure-orders.ts';
import type { Offer } from '../../ranking/rule/request.ts';
import { worthOf } from '../lists.ts';
import type { SimulatedRequest } from '../simulated.ts';
import { endWait, rateByMood, recountSales, type Stall, takeCapacity } from '../stall.ts';
import type { Scene } from './scene.ts';

/** Where the policy asks for proof, an order counts from its day of delivery on; before, a usual order of who is known. */
const aheadOf = ({ at, daysAhead, unknown }: SimulatedRequest, counted: number, unitRupiah: number) =>
  daysAhead === undefined
    ? {}
    : { countsFrom: later(at, daysAhead * DAY_MS), sureRupiah: unknown ? 0 : believed(counted, unitRupiah) };

/** An order reaches an owner; false when it is refused or fails. */
export const deliver = (scene: Scene, offer: Offer, units: number): boolean => {
  const { year, category, request, behaviour, policy } = scene;
  const stall = scene.byOffer.get(offer.offerId) as Stall;
  const own = stall.offers.find(({ offerId }) => offerId === offer.offerId) as Offer;
  const valueRupiah = units * offer.priceRupiah;
  const answer = behaviour.answer?.(stall, own, valueRupiah, units, category.unitRupiah, request) ?? 'delivers';
  const priced = [[units, offer.priceRupiah, category.reference?.medianRupiah ?? category.medianPrice]] as const;
  const counted = countedRupiah(valueRupiah, priced, policy);
  const entry = {
    orderId: request.at,
    valueRupiah,
    countedRupiah: counted,
    at: request.at,
    ...aheadOf(request, counted, category.unitRupiah),
  };
  if (answer === 'refuses') stall.entries.push({ ...entry, state: 'refused' });
  else if (answer === 'fails')
    stall.entries.push({ ...entry, state: 'cancelled', cancelledAt: request.at, cancelledBy: 'merchant' });
  else if (answer === 'hides') stall.hiddenRupiah += valueRupiah;
  else {
    stall.entries.push({ ...entry, state: 'accepted' });
    stall.paid.push([request.at, offer.priceRupiah]);
    stall.turnoverRupiah += valueRupiah;
    stall.orders++;
  }
  const fails = answer === 'refuses' || answer === 'fails';
  if (!fails) rateByMood(stall, own, request.mood);
  recountSales(stall, request.at, category.unitRupiah, { policy, basis: category.basis });
  if (fails) return false;
  takeCapacity(stall, units);
  endWait(stall, request.at, 'countsFrom' in entry ? entry.countsFrom : request.at);
  stall.firstSale ??= request.at;
  year.market.loyalty?.remember(scene, offer.offerId);
  year.units += units;
  year.relativePrice += (units * offer.priceRupiah) / category.medianPrice;
  year.deliveries++;
  year.ratingSum += stall.owner.rating;
  year.worth += worthOf(stall.owner.quality, offer.priceRupiah / category.medianPrice);
  return true;
};
