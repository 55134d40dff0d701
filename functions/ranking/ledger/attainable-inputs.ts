import type { Category } from '../../../shared/domain/basics/category.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { addMonths, type Month, monthEnd, monthStart } from '../../../shared/domain/basics/month.ts';
import {
  ATTAINABLE_INPUTS_VERSION,
  type AttainableInputs,
  type OfferInput,
} from '../../../shared/domain/equity/attainable/inputs.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { LedgerState } from '../../../shared/domain/ranking/ledger/ledger-state.ts';
import { unitIn } from '../../../shared/domain/ranking/ledger/units.ts';
import type { World } from '../../world.ts';
import { type Kept, type Numbered, offersIn } from './attainable-offers.ts';
import { chosenPrices } from './chosen-prices.ts';

/** Gives owners numbers as they come: what is kept names nobody. */
const numbering = () => {
  const numbers = new Map<string, number>();
  const numberOf: Numbered = (ownerId) => {
    const known = numbers.get(ownerId) ?? numbers.size;
    numbers.set(ownerId, known);
    return known;
  };
  return { numberOf, count: () => numbers.size };
};

/** From when a city's orders are known: at the most twelve months, never before there was a city. */
const knownSince = ({ knownSince: noted, entries }: LedgerState, { foundedAt }: City, from: string, ended: string) =>
  [from, foundedAt, noted ?? entries[0]?.at ?? ended].reduce((latest, at) => (at > latest ? at : latest));

type Shown = LedgerState['shown'][string];

/** How much each owner was seen, by channel: their shops' together. */
const shownByOwner = (shown: Shown, { ledger }: Kept, numberOf: Numbered): AttainableInputs['shown'] =>
  Object.fromEntries(
    Object.entries(shown).map(([channel, rows]) => {
      const ofOwner = new Map<number, number>();
      for (const [shop, exposure] of rows) {
        const ownerId = ledger.ownerOf.get(shop);
        if (ownerId === undefined) continue;
        const owner = numberOf(ownerId);
        ofOwner.set(owner, (ofOwner.get(owner) ?? 0) + exposure);
      }
      return [channel, [...ofOwner]];
    }),
  );

const NAMES = Object.keys(categories) as Category[];

/** What is on sale, and since when its owners are verified. One category at a time: a large city's are not held together. */
const offersNow = async (world: World, city: City, kept: Kept, numberOf: Numbered) => {
  const offers: OfferInput[] = [];
  const first = new Map<number, string>();
  for (const category of NAMES)
    for (const { offer, verifiedAt } of await offersIn(world, city, kept, category, numberOf)) {
      offers.push(offer);
      const known = first.get(offer.owner);
      if (verifiedAt !== undefined && (known === undefined || verifiedAt < known)) first.set(offer.owner, verifiedAt);
    }
  return { offers, first };
};

export const inputsOf = async (
  world: World,
  city: City,
  month: Month,
  kept: Kept,
  state: LedgerState,
): Promise<AttainableInputs> => {
  const { entries, shown } = state;
  const { ledger, policy } = kept;
  const { numberOf, count } = numbering();
  const ended = monthEnd(month, city.zone);
  const from = monthStart(addMonths(month, -11), city.zone);
  const began = monthStart(month, city.zone);
  const accepted = entries.filter(({ state: is, at }) => is === 'accepted' && at >= from && at < ended);
  const orders = accepted.map(({ at, merchantId, ownerId, category, district, units, valueRupiah }) => ({
    at,
    owner: numberOf(ledger.ownerOf.get(merchantId) ?? ownerId),
    category,
    district,
    units: Math.max(1, units),
    rupiah: valueRupiah,
  }));
  const chosen = await chosenPrices(
    world,
    city,
    accepted.filter(({ at }) => at >= began),
  );
  const { offers, first } = await offersNow(world, city, kept, numberOf);
  // Before `since`, which tells of every owner that has a number by then.
  const seen = shownByOwner(shown[month] ?? {}, kept, numberOf);
  return {
    inputs: ATTAINABLE_INPUTS_VERSION,
    place: city.cityCode,
    month,
    began,
    ended,
    knownSince: knownSince(state, city, from, ended),
    splitFromUnits: policy.splitFromUnits,
    maxSuppliers: policy.maxSuppliers,
    units: Object.fromEntries(NAMES.map((name) => [name, unitIn(ledger, name, policy)])),
    offers,
    orders,
    shown: seen,
    chosen,
    since: Array.from({ length: count() }, (_, owner) => first.get(owner) ?? null),
  };
};
