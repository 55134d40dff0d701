import type { Category } from '../../../shared/domain/basics/category.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import {
  addMonths,
  dayOf,
  type Month,
  monthEnd,
  monthOf,
  monthStart,
  previousMonth,
} from '../../../shared/domain/basics/month.ts';
import { type Attainable, attainableInSteps } from '../../../shared/domain/equity/attainable/attainable.ts';
import {
  ATTAINABLE_INPUTS_VERSION,
  type AttainableInputs,
  type OfferInput,
} from '../../../shared/domain/equity/attainable/inputs.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { LedgerState } from '../../../shared/domain/ranking/ledger/ledger-state.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { unitIn } from '../../../shared/domain/ranking/ledger/units.ts';
import { offersOf, requestOf } from '../../../shared/domain/ranking/list/offered.ts';
import type { RankingPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { failuresOf } from '../../../shared/domain/ranking/rule/gate.ts';
import { lineOf, priceLine } from '../../../shared/domain/ranking/rule/price-line.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getAttainable, insertAttainable } from '../../../shared/table/equity/attainables.ts';
import { getShopFacts } from '../../../shared/table/register/merchants.ts';
import { cachedFor } from '../../reads/cached-for.ts';
import { inBatches } from '../../reads/in-batches.ts';
import { inTurns } from '../../reads/in-turns.ts';
import { rowsFor } from '../../reads/lists/offers.ts';
import { putPacked } from '../../reads/packed-files.ts';
import type { World } from '../../world.ts';
import { chosenPrices } from './chosen-prices.ts';

/** Whether a month is there is asked once a container and day. */
const DAY_SECONDS = 86_400;

type Kept = { readonly ledger: CityLedger; readonly policy: RankingPolicy };
type Numbered = (ownerId: string) => number;

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

/** A category's offers above the line for anyone they deliver to, and since when their owners may sell. */
const offersIn = async (world: World, city: City, { ledger, policy }: Kept, category: Category, numberOf: Numbered) => {
  const { byCategory } = await rowsFor(world, city, ledger, { category });
  const rows = byCategory.flatMap(({ offered }) => offered);
  const wish = { category };
  const today = dayOf(world.now(), city.zone);
  const offers = offersOf(rows, wish, { today, cityCode: city.cityCode, free: new Map() });
  const request = requestOf(wish, city.cityCode);
  const line = priceLine(offers, policy.tolerancePercent);
  const passed = new Set(
    offers
      .filter((offer) => failuresOf(offer, request, lineOf(offer, line, policy.tolerancePercent), policy).length === 0)
      .map(({ offerId }) => offerId),
  );
  const above = rows.filter(({ product }) => passed.has(product.productId));
  const shops = [...new Set(above.map(({ product }) => product.merchantId))];
  const facts = await inBatches(shops, (batch) => getShopFacts(world.table, batch, { consistent: false }));
  const verified = new Map(shops.map((shop, at) => [shop, facts[at]?.verifiedAt]));
  return above.map(({ product, ownerId }) => ({
    verifiedAt: verified.get(product.merchantId),
    offer: {
      owner: numberOf(ownerId),
      category,
      areas: product.deliversTo,
      mostUnits: product.perDay ?? null,
      leastUnits: product.minQuantity,
    } satisfies OfferInput,
  }));
};

/** From when a city's orders are known: at the most twelve months, never before there was a city. */
const knownSince = ({ knownSince: noted, entries }: LedgerState, { foundedAt }: City, from: string, ended: string) =>
  [from, foundedAt, noted ?? entries[0]?.at ?? ended].reduce((latest, at) => (at > latest ? at : latest));

const inputsOf = async (world: World, city: City, month: Month, kept: Kept, state: LedgerState) => {
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
  const names = Object.keys(categories) as Category[];
  const offers: OfferInput[] = [];
  const first = new Map<number, string>();
  // One category at a time: a large city's offers are not held together.
  for (const category of names)
    for (const { offer, verifiedAt } of await offersIn(world, city, kept, category, numberOf)) {
      offers.push(offer);
      const known = first.get(offer.owner);
      if (verifiedAt !== undefined && (known === undefined || verifiedAt < known)) first.set(offer.owner, verifiedAt);
    }
  const seen = Object.entries(shown[month] ?? {}).map(([channel, rows]) => {
    const ofOwner = new Map<number, number>();
    for (const [shop, exposure] of rows) {
      const ownerId = ledger.ownerOf.get(shop);
      if (ownerId === undefined) continue;
      const owner = numberOf(ownerId);
      ofOwner.set(owner, (ofOwner.get(owner) ?? 0) + exposure);
    }
    return [channel, [...ofOwner]] as [string, [number, number][]];
  });
  const inputs: AttainableInputs = {
    inputs: ATTAINABLE_INPUTS_VERSION,
    place: city.cityCode,
    month,
    began,
    ended,
    knownSince: knownSince(state, city, from, ended),
    splitFromUnits: policy.splitFromUnits,
    maxSuppliers: policy.maxSuppliers,
    units: Object.fromEntries(names.map((name) => [name, unitIn(ledger, name, policy)])),
    offers,
    orders,
    shown: Object.fromEntries(seen),
    chosen,
    since: Array.from({ length: count() }, (_, owner) => first.get(owner) ?? null),
  };
  return inputs;
};

const computed = async (
  world: World,
  city: City,
  month: Month,
  kept: Kept,
  state: LedgerState,
): Promise<Attainable> => {
  const inputs = await inputsOf(world, city, month, kept, state);
  const key = await putPacked(world.files, `ledgers/${city.cityCode}/attainables`, inputs);
  const attainable = await inTurns(attainableInSteps(inputs, { inputs: { key }, takenAt: world.now() }));
  await commit(world.table, [insertAttainable(attainable)]);
  return attainable;
};

/**
 * Computes what could have been attained in the month that ended last, once: offers are told as they stand when the first
 * ledger of the next month is made, minutes after its end.
 */
export const keepAttainable = async (world: World, city: City, kept: Kept, state: LedgerState): Promise<void> => {
  const month = previousMonth(monthOf(world.now(), city.zone));
  if (month < monthOf(city.foundedAt, city.zone)) return;
  await cachedFor(
    world,
    `attainable ${city.cityCode} ${month}`,
    DAY_SECONDS,
    async () =>
      (await getAttainable(world.table, city.cityCode, month)) ?? (await computed(world, city, month, kept, state)),
  );
};
