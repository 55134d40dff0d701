import { dayOf } from '../../shared/domain/basics/month.ts';
import { holds } from '../../shared/domain/people/caller.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { priceLines } from '../../shared/domain/ranking/rule/price-line.ts';
import { MOST_SUPPLIERS, type NewAllocation } from '../../shared/domain/ranking/split/allocation.ts';
import {
  lotsFor,
  proposeSplit,
  SplitNotPossible,
  type SplitProposal,
} from '../../shared/domain/ranking/split/split.ts';
import { Problem } from '../../shared/problem.ts';
import { AllocationRecord, getAllocation, insertAllocation } from '../../shared/table/allocations.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { expectAgency, expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { presentLedger } from '../reads/city-ledger.ts';
import { requireRegion } from '../reads/districts.ts';
import type { World } from '../world.ts';
import { type Drawn, decide } from './list/decide.ts';

/** The list the split is made from: the gate lets pass who can deliver the smallest lot that may be needed. */
const drawFor = async (world: World, city: City, wanted: NewAllocation) => {
  const { policy } = await presentLedger(world, city);
  const most = Math.min(policy.maxSuppliers, MOST_SUPPLIERS, wanted.quantity);
  const { category, quantity, district, deliverOn, like } = wanted;
  const drawn = await decide(world, city, { category, quantity, district, deliverOn, like, lots: most });
  return { drawn, policy: { ...policy, maxSuppliers: Math.min(policy.maxSuppliers, MOST_SUPPLIERS) } };
};

const split = ({ input, decision }: Drawn, policy: typeof input.policy, wanted: NewAllocation): SplitProposal => {
  const { lots: _, ...request } = input.request;
  try {
    return proposeSplit({ ...input, policy, request, dayKey: input.dayKey }, wanted.lots);
  } catch (error) {
    if (!(error instanceof SplitNotPossible)) throw error;
    throw new Problem(
      'split_not_possible',
      `Untuk hari itu ${policy.maxSuppliers} UMKM bersama mampu ${error.servableUnits} dari ${wanted.quantity}. Kurangi jumlahnya atau pilih hari lain.`,
      [{ pointer: '/quantity', detail: `Paling banyak ${error.servableUnits}; ${decision.above} UMKM lolos.` }],
    );
  }
};

const requireSum = (city: City, totalRupiah: number): void => {
  const most = city.policies.agencyMaxRupiah;
  if (totalRupiah > most)
    throw new Problem('amount_over_policy', `Jumlah paket Rp${totalRupiah} melewati batas Rp${most} sekali pesan.`, [
      { pointer: '/quantity', detail: `Paling banyak Rp${most} seluruh paket.` },
    ]);
};

const suppliersOf = ({ rows, input, policy }: Drawn, { suppliers }: SplitProposal) => {
  const lines = priceLines(input.offers, policy.tolerancePercent);
  return suppliers.map(({ ranked, units, valueRupiah, sentence }) => {
    const { card } = rows.get(ranked.offer.offerId) ?? {};
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
      referenceRupiah: lines.of(ranked.offer).medianRupiah,
      sentence,
    };
  });
};

export const proposeAllocation = endpoint('POST /cities/{city}/allocations', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  const { agencyId, ...wanted } = ask.body;
  const agency = await expectAgency(world, agencyId, ask.caller, ['buyer', 'approver']);
  if (agency.cityCode !== city.cityCode) throw new Problem('agency_not_found', 'Dinas ini bukan di kota tersebut.');
  await requireRegion(world, city.cityCode, wanted.district);
  const today = dayOf(world.now(), city.zone);
  if (wanted.deliverOn < today)
    throw new Problem('date_not_possible', 'Hari pengantaran sudah lewat.', [
      { pointer: '/deliverOn', detail: `Paling awal ${today}.` },
    ]);
  const { drawn, policy } = await drawFor(world, city, ask.body);
  const proposal = split(drawn, policy, ask.body);
  const suppliers = suppliersOf(drawn, proposal);
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
    lots: proposal.plan.lots.map((lot) => ({ ...lot })),
    totalRupiah,
    sentence: sentenceFor(proposal, wanted.quantity, drawn, policy),
    packageId: null,
    by: ask.caller.person,
    at: world.now(),
    version: 1,
    request: ask.fingerprint,
  };
  const existing = await commit(world.table, [insertAllocation(allocation)]);
  return existing ? firstResult(existing, ask, AllocationRecord) : allocation;
});

const sentenceFor = (
  { plan, suppliers }: SplitProposal,
  quantity: number,
  { input, ordered }: Drawn,
  policy: Drawn['policy'],
): string => {
  const value = quantity * (ordered.line.medianRupiah ?? 0);
  const small = lotsFor(value, input.unitRupiah, policy.splitFromUnits, policy.maxSuppliers) === 1;
  const reason = small
    ? 'pesanan ini seukuran pesanan biasa'
    : 'setiap bagian diberikan kepada yang paling sedikit menerima pesanan';
  return (
    `${quantity} dibagi dalam ${plan.lots.length} bagian untuk ${suppliers.length} UMKM: ${reason}, di antara yang ` +
    'harganya wajar, mutunya memenuhi, dan mampu mengantar. Tetap satu paket; batas diuji pada jumlahnya.'
  );
};

export const readAllocation = endpoint('GET /allocations/{allocationId}', async ({ params, caller }, { table }) => {
  const allocation = await getAllocation(table, params.allocationId);
  const mine = allocation && holds(caller, `agency:${allocation.agencyId}`, ['buyer', 'approver', 'treasurer']);
  if (!mine) throw new Problem('allocation_not_found', 'Usulan pembagian ini tidak ditemukan.');
  return allocation;
});
