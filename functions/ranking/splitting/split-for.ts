import { courierFee } from '../../../shared/domain/deliveries/courier-fee.ts';
import { type DeliveryTerms, STARTING_TERMS } from '../../../shared/domain/deliveries/terms.ts';
import { type Caller, shopsOf } from '../../../shared/domain/people/caller.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { MOST_SUPPLIERS, type NewAllocation } from '../../../shared/domain/ranking/split/allocation.ts';
import { sparesOf } from '../../../shared/domain/ranking/split/spare.ts';
import { readTogether } from '../../../shared/table/engine/reads.ts';
import { termsOf } from '../../../shared/table/orders/delivery-terms.ts';
import { getMerchants } from '../../../shared/table/register/merchants.ts';
import { presentLedger } from '../../reads/city-ledger.ts';
import { decide } from '../../reads/lists/decide.ts';
import type { World } from '../../world.ts';
import { aroundOffers } from './around-offers.ts';
import { changedSince } from './changed-since.ts';
import { declinedOwner } from './declined-owner.ts';
import { notPossible, split } from './proposed-split.ts';
import { soldMeanwhile } from './sold-meanwhile.ts';
import { spareOf, suppliersOf } from './told-shares.ts';

/** Owners of the shops a person acts for: who would order from itself is refused, so it is not proposed. */
const ownOwners = async (world: World, ledger: CityLedger, caller: Caller): Promise<ReadonlySet<string>> => {
  const shops = shopsOf(caller);
  if (shops.length === 0) return new Set();
  const read = await getMerchants(world.table, shops);
  return new Set(shops.flatMap((shopId, index) => ledger.ownerOf.get(shopId) ?? read[index]?.ownerId ?? []));
};

/** The list the split is made from: the gate lets pass who can deliver some share. All of it is read afresh. */
const drawFor = async (world: World, city: City, wanted: NewAllocation, without: ReadonlySet<string>) => {
  const { policy } = await presentLedger(world, city);
  const most = Math.min(policy.maxSuppliers, MOST_SUPPLIERS, wanted.quantity);
  const { category, quantity, district, deliverOn, similarTo } = wanted;
  const wish = {
    category,
    quantity,
    district,
    deliverOn,
    lots: most,
    ...(similarTo === undefined ? {} : { similarTo }),
  };
  const drawn = await decide(world, city, wish, { fresh: true, without });
  return { drawn, policy: { ...policy, maxSuppliers: Math.min(policy.maxSuppliers, MOST_SUPPLIERS) } };
};

/** A shop's own table of fees may leave a district out, which no list knows: so often other shops are looked for. */
const MOST_DRAWS = 4;
/** Of so many who could step in it is asked whether they bring to that district. */
const SPARES = 3;

/** A split among shops that bring to that district, and the list it was made from. */
export const splitFor = async (world: World, city: City, wanted: NewAllocation, caller: Caller) => {
  const { ledger } = await presentLedger(world, city);
  const declined = await declinedOwner(world, ledger, wanted.replaces, wanted.agencyId);
  const sold = await soldMeanwhile(world, city);
  const without = new Set([...(await ownOwners(world, ledger, caller)), ...declined]);
  for (let draws = 1; ; draws++) {
    const { drawn, policy } = await drawFor(world, city, wanted, without);
    const propose = (known: typeof sold) => split(drawn, policy, wanted, known);
    const proposal = await aroundOffers(world, drawn.input.unitRupiah, sold, propose);
    const changed = await changedSince(world, city, drawn, proposal);
    const suppliers = suppliersOf(drawn, proposal);
    const spares = sparesOf(proposal).slice(0, SPARES);
    const { terms, spareTerms } = await readTogether(world.table, {
      terms: suppliers.map(({ merchantId }) => termsOf(merchantId)),
      spareTerms: spares.map(({ offer }) => termsOf(offer.shopId)),
    });
    const brings = (said: DeliveryTerms | undefined, goodsRupiah: number): boolean =>
      courierFee(said ?? STARTING_TERMS, wanted.district, goodsRupiah) !== null;
    const apart = suppliers.filter(
      ({ ownerId, valueRupiah }, at) => changed.includes(ownerId) || !brings(terms[at], valueRupiah),
    );
    const spare = spares.find(({ offer }, at) => brings(spareTerms[at], offer.priceRupiah)) ?? null;
    if (apart.length === 0) return { drawn, policy, proposal, suppliers, spare: spare && spareOf(drawn, spare) };
    // What nobody would bring is no proposal.
    if (draws === MOST_DRAWS)
      throw notPossible(
        'Belum ada cukup UMKM yang mengantar ke kecamatan itu pada hari itu.',
        'Kurangi jumlahnya, atau pilih hari atau kecamatan lain.',
      );
    for (const { ownerId } of apart) without.add(ownerId);
  }
};
