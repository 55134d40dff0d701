import { count, rupiah } from '../../shared/domain/basics/wording.ts';
import { courierFee } from '../../shared/domain/deliveries/courier-fee.ts';
import { type DeliveryTerms, STARTING_TERMS } from '../../shared/domain/deliveries/terms.ts';
import { requireDeliveryDay } from '../../shared/domain/orders/delivery-day.ts';
import { type Caller, holds, shopsOf } from '../../shared/domain/people/caller.ts';
import type { City } from '../../shared/domain/places/city.ts';
import type { CityLedger } from '../../shared/domain/ranking/ledger/ledger-version.ts';
import { soldBy } from '../../shared/domain/ranking/ledger/unvisited-sales.ts';
import { lineOf } from '../../shared/domain/ranking/rule/price-line.ts';
import type { RankedOffer } from '../../shared/domain/ranking/rule/ranking.ts';
import { type Allocation, MOST_SUPPLIERS, type NewAllocation } from '../../shared/domain/ranking/split/allocation.ts';
import { sparesOf } from '../../shared/domain/ranking/split/spare.ts';
import {
  lotsFor,
  middlePrice,
  proposeSplit,
  SplitNotPossible,
  type SplitProposal,
} from '../../shared/domain/ranking/split/split.ts';
import { Problem } from '../../shared/problem.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { termsOf } from '../../shared/table/orders/delivery-terms.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { AllocationRecord, getAllocation, insertAllocation } from '../../shared/table/ranking/allocations.ts';
import { retainDecision } from '../../shared/table/ranking/decisions.ts';
import { getMerchants } from '../../shared/table/register/merchants.ts';
import { expectAgency, expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { presentLedger } from '../reads/city-ledger.ts';
import { requireRegion } from '../reads/districts.ts';
import { type Drawn, decide } from '../reads/lists/decide.ts';
import type { World } from '../world.ts';
import { aroundOffers } from './around-offers.ts';
import { declinedOwner } from './declined-owner.ts';
import { soldMeanwhile } from './sold-meanwhile.ts';

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

const notPossible = (sentence: string, detail: string): Problem =>
  new Problem('split_not_possible', sentence, [{ pointer: '/quantity', detail }]);

/** A split among shops that bring to that district, and the list it was made from. */
const splitFor = async (world: World, city: City, wanted: NewAllocation, caller: Caller) => {
  const { ledger } = await presentLedger(world, city);
  const declined = await declinedOwner(world, ledger, wanted.replaces, wanted.agencyId);
  const sold = await soldMeanwhile(world, city);
  const without = new Set([...(await ownOwners(world, ledger, caller)), ...declined]);
  for (let draws = 1; ; draws++) {
    const { drawn, policy } = await drawFor(world, city, wanted, without);
    const propose = (known: typeof sold) => split(drawn, policy, wanted, known);
    const proposal = await aroundOffers(world, drawn.input.unitRupiah, sold, propose);
    const suppliers = suppliersOf(drawn, proposal);
    const spares = sparesOf(proposal).slice(0, SPARES);
    const { terms, spareTerms } = await readTogether(world.table, {
      terms: suppliers.map(({ merchantId }) => termsOf(merchantId)),
      spareTerms: spares.map(({ offer }) => termsOf(offer.shopId)),
    });
    const brings = (said: DeliveryTerms | undefined, goodsRupiah: number): boolean =>
      courierFee(said ?? STARTING_TERMS, wanted.district, goodsRupiah) !== null;
    const apart = suppliers.filter(({ valueRupiah }, at) => !brings(terms[at], valueRupiah));
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

const split = (
  { input, decision }: Drawn,
  policy: typeof input.policy,
  wanted: NewAllocation,
  sold: ReadonlyMap<string, number>,
): SplitProposal => {
  const { lots: _, ...request } = input.request;
  try {
    return proposeSplit({ ...input, policy, request, dayKey: input.dayKey }, wanted.lots, sold);
  } catch (error) {
    if (!(error instanceof SplitNotPossible)) throw error;
    // The list holds who can bring a share: where nobody can, how many others could bring is not known.
    if (decision.above === 0)
      throw notPossible(
        `Belum ada UMKM yang mampu ${count(Math.ceil(wanted.quantity / policy.maxSuppliers))}, bagian terkecil dari ${count(wanted.quantity)}, pada hari itu.`,
        'Kurangi jumlahnya, atau pilih hari atau kecamatan lain.',
      );
    throw notPossible(
      `Untuk hari itu ${policy.maxSuppliers} UMKM bersama mampu ${count(error.servableUnits)} dari ${count(wanted.quantity)}. Kurangi jumlahnya atau pilih hari lain.`,
      `Paling banyak ${count(error.servableUnits)}, dari ${decision.above} UMKM yang bisa mengantar hari itu.`,
    );
  }
};

const requireSum = (city: City, totalRupiah: number): void => {
  const most = city.policies.agencyMaxRupiah;
  if (totalRupiah > most)
    throw new Problem(
      'amount_over_policy',
      `Jumlah paket ${rupiah(totalRupiah)} melewati batas ${rupiah(most)} sekali pesan.`,
      [{ pointer: '/quantity', detail: `Paling banyak ${rupiah(most)} seluruh paket.` }],
    );
};

/** V is told in steps: in rupiah it is its owner's and the city's to know. */
const lotsIn = ({ plan }: SplitProposal, unitRupiah: number) =>
  plan.lots.map(({ lot, ownerId, units, recentSalesBefore, recentSalesAfter }) => ({
    lot,
    ownerId,
    units,
    stepBefore: Math.floor(soldBy(recentSalesBefore) / unitRupiah),
    stepAfter: Math.floor(soldBy(recentSalesAfter) / unitRupiah),
  }));

const suppliersOf = ({ rows, policy, ordered }: Drawn, { suppliers }: SplitProposal) => {
  return suppliers.map(({ ranked, units, valueRupiah, sentence }) => {
    const card = rows.get(ranked.offer.offerId)?.product;
    return {
      merchantId: ranked.offer.shopId,
      merchantName: card?.merchantName ?? '',
      ownerId: ranked.offer.ownerId,
      productId: ranked.offer.offerId,
      productName: card?.name ?? '',
      unit: card?.unit ?? '',
      units,
      priceRupiah: ranked.offer.priceRupiah,
      valueRupiah,
      rank: ranked.rank,
      referenceRupiah: lineOf(ranked.offer, ordered.line, policy.tolerancePercent).medianRupiah,
      sentence,
    };
  });
};

const spareOf = ({ rows }: Drawn, { offer }: RankedOffer): Allocation['spare'] => {
  const card = rows.get(offer.offerId)?.product;
  return {
    merchantId: offer.shopId,
    merchantName: card?.merchantName ?? '',
    productId: offer.offerId,
    productName: card?.name ?? '',
    unit: card?.unit ?? '',
    priceRupiah: offer.priceRupiah,
    maxUnits: offer.capacityUnits,
  };
};

export const proposeAllocation = endpoint('POST /cities/{city}/allocations', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  const { agencyId, ...wanted } = ask.body;
  const agency = await expectAgency(world, agencyId, ask.caller, ['buyer', 'approver']);
  if (agency.cityCode !== city.cityCode) throw new Problem('agency_not_found', 'Dinas ini bukan di kota tersebut.');
  await requireRegion(world, city.cityCode, wanted.district);
  requireDeliveryDay(wanted.deliverOn, { city, office: true, now: world.now() });
  const { drawn, policy, proposal, suppliers, spare } = await splitFor(world, city, ask.body, ask.caller);
  const totalRupiah = suppliers.reduce((sum, { valueRupiah }) => sum + valueRupiah, 0);
  requireSum(city, totalRupiah);
  const allocation: AllocationRecord = {
    allocationId: ask.newId('alc', city.cityCode),
    cityCode: city.cityCode,
    agencyId,
    wanted,
    decisionId: drawn.decision.decisionId,
    ledgerVersion: drawn.decision.ledgerVersion,
    policyVersion: drawn.decision.policyVersion,
    drawnOn: drawn.decision.drawnOn,
    state: 'proposed',
    suppliers,
    spare,
    lots: lotsIn(proposal, drawn.input.unitRupiah),
    totalRupiah,
    sentence: sentenceFor(proposal, ask.body, drawn, policy),
    packageId: null,
    by: ask.caller.person,
    at: world.now(),
    version: 1,
    request: ask.fingerprint(),
  };
  const existing = await commit(world.table, [
    insertAllocation(allocation),
    countToday('allocation', agencyId, allocation.at),
  ]);
  await commit(world.table, [retainDecision(allocation.decisionId)]);
  return existing ? firstResult(existing, ask, AllocationRecord) : allocation;
});

const sentenceFor = (
  { plan, suppliers }: SplitProposal,
  { quantity, lots: asked }: NewAllocation,
  { input, ordered }: Drawn,
  policy: Drawn['policy'],
): string => {
  const value = quantity * middlePrice(ordered);
  const small = lotsFor(value, input.unitRupiah, policy.splitFromUnits, policy.maxSuppliers) === 1;
  const reason =
    small && asked === undefined
      ? 'pesanan ini seukuran pesanan biasa'
      : suppliers.length === 1
        ? 'sesudah setiap bagian ia tetap yang paling sedikit menerima pesanan'
        : 'setiap bagian diberikan kepada yang paling sedikit menerima pesanan';
  const shared =
    suppliers.length === 1
      ? `Semua ${count(quantity)} dari satu UMKM`
      : `${count(quantity)} dibagi dalam ${plan.lots.length} bagian untuk ${suppliers.length} UMKM`;
  return (
    `${shared}: ${reason}, di antara yang ` +
    'harganya wajar, mutunya memenuhi, dan mampu mengantar. Tetap satu paket; batas diuji pada jumlahnya.'
  );
};

export const readAllocation = endpoint('GET /allocations/{allocationId}', async ({ params, caller }, { table }) => {
  const allocation = await getAllocation(table, params.allocationId);
  const mine = allocation && holds(caller, `agency:${allocation.agencyId}`, ['buyer', 'approver', 'treasurer']);
  if (!mine) throw new Problem('allocation_not_found', 'Usulan pembagian ini tidak ditemukan.');
  return allocation;
});
