import { type PurchaseProof, receiptKey } from '../../shared/domain/targets/purchase-proof.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { freeReceipt, saveProof } from '../../shared/table/targets/purchase-proofs.ts';
import { expectCity, requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { partWrites } from './count-part.ts';
import { hashOf } from './proof-likeness.ts';
import { expectProofOf } from './purchase-proofs.ts';

const expectProof = async (world: World, cityCode: string, proofId: string, person: string): Promise<PurchaseProof> => {
  const proof = await expectProofOf(world, cityCode, proofId);
  if (proof.person === person) throw new Problem('own_proof', 'Bukti Anda sendiri diperiksa admin kota yang lain.');
  if (proof.state !== 'waiting')
    throw new Problem('already_answered', 'Bukti ini sudah diperiksa. Muat ulang daftarnya.');
  return proof;
};

/** Accepted it counts once for the office, with what else they bought; refused it frees its receipt, never its photo. */
export const decidePurchaseProof = endpoint(
  'POST /cities/{city}/purchase-proofs/{proofId}/decide',
  async (ask, world) => {
    const { cityCode } = await expectCity(world, ask.params.city);
    requireCityAdmin(ask.caller, cityCode);
    const before = await expectProof(world, cityCode, ask.params.proofId, ask.caller.person);
    const { body } = ask;
    const at = world.now();
    const accepts = body.decision === 'accept';
    const proof: PurchaseProof = {
      ...before,
      state: accepts ? 'accepted' : 'refused',
      decision: { by: ask.caller.person, at, reason: accepts ? null : body.reason },
      version: before.version + 1,
    };
    const { month, nipKey, agencyId } = proof;
    const counted: Write[] = accepts
      ? await partWrites(world, { cityCode, month, nipKey, agencyId, how: 'proof' })
      : [];
    const act = {
      chain: cityCode,
      at,
      by: ask.caller.person,
      act: 'proof-decided' as const,
      person: before.person,
      subjects: [proof.proofId],
      details: { state: proof.state },
    };
    await commit(world.table, [
      saveProof(proof),
      ...counted,
      ...(accepts || before.receiptNumber === undefined ? [] : [freeReceipt(cityCode, hashOf(receiptKey(before)))]),
      ...(await recordAct(world.table, act, ask.caller)),
    ]);
    return proof;
  },
);
