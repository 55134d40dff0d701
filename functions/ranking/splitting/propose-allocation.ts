import { count, rupiah } from '../../../shared/domain/basics/wording.ts';
import { requireDeliveryDay } from '../../../shared/domain/orders/delivery-day.ts';
import { holds } from '../../../shared/domain/people/caller.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { NewAllocation } from '../../../shared/domain/ranking/split/allocation.ts';
import { lotsFor } from '../../../shared/domain/ranking/split/lots.ts';
import { middlePrice, type SplitProposal } from '../../../shared/domain/ranking/split/propose-split.ts';
import { Problem } from '../../../shared/problem.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { countToday } from '../../../shared/table/people/daily-counts.ts';
import { AllocationRecord, getAllocation, insertAllocation } from '../../../shared/table/ranking/allocations.ts';
import { retainDecision } from '../../../shared/table/ranking/decisions.ts';
import { expectAgency, expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { firstResult } from '../../http/idempotency.ts';
import { requireRegion } from '../../reads/districts.ts';
import type { Drawn } from '../../reads/lists/decide.ts';
import { splitFor } from './split-for.ts';
import { lotsIn } from './told-shares.ts';

const requireSum = (city: City, totalRupiah: number): void => {
  const most = city.policies.agencyMaxRupiah;
  if (totalRupiah > most)
    throw new Problem(
      'amount_over_policy',
      `Jumlah paket ${rupiah(totalRupiah)} melewati batas ${rupiah(most)} sekali pesan.`,
      [{ pointer: '/quantity', detail: `Paling banyak ${rupiah(most)} seluruh paket.` }],
    );
};

export const proposeAllocation = endpoint('POST /cities/{city}/allocations', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  const { agencyId, ...wanted } = ask.body;
  const agency = await expectAgency(world, agencyId, ask.caller, ['buyer', 'approver']);
  if (agency.cityCode !== city.cityCode) throw new Problem('agency_not_found', 'Dinas ini bukan di kota itu.');
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
    lots: lotsIn(proposal),
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
    'harganya wajar, mutunya memenuhi, dan mampu mengantar. Tetap satu paket; batas belanja dihitung dari jumlah seluruhnya.'
  );
};

export const readAllocation = endpoint('GET /allocations/{allocationId}', async ({ params, caller }, { table }) => {
  const allocation = await getAllocation(table, params.allocationId);
  const mine = allocation && holds(caller, `agency:${allocation.agencyId}`, ['buyer', 'approver', 'treasurer']);
  if (!mine) throw new Problem('allocation_not_found', 'Usulan pembagian ini tidak ditemukan.');
  return allocation;
});
