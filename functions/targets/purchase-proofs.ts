import { later } from '../../shared/domain/basics/month.ts';
import { LINK_MS, privateFile, sealLink } from '../../shared/domain/photos/private-link.ts';
import type { PurchaseProof } from '../../shared/domain/targets/purchase-proof.ts';
import { Problem } from '../../shared/problem.ts';
import { agencyOf } from '../../shared/table/agencies.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { getProof, proofsOfCity } from '../../shared/table/targets/purchase-proofs.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { proofFolder } from '../reads/proof-folder.ts';
import type { World } from '../world.ts';

export const listPurchaseProofs = endpoint(
  'GET /cities/{city}/purchase-proofs',
  async ({ params, query, caller }, world) => {
    const { cityCode } = await expectCity(world, params.city);
    requireCityReader(caller, cityCode);
    const { state } = query;
    const proofs = await page(world, `proofs ${cityCode} ${state}`, query, (request) =>
      proofsOfCity(world.table, cityCode, state, request),
    );
    const { agencies } = await readTogether(world.table, {
      agencies: proofs.items.map(({ agencyId }) => agencyOf(agencyId)),
    });
    const items = proofs.items.map((proof, at) => ({ ...proof, agencyName: agencies[at]?.name ?? '' }));
    return { ...proofs, items };
  },
);

export const expectProofOf = async (world: World, cityCode: string, proofId: string): Promise<PurchaseProof> => {
  const proof = await getProof(world.table, proofId);
  if (proof?.cityCode !== cityCode)
    throw new Problem('proof_not_found', 'Bukti ini tidak ditemukan. Muat ulang daftarnya.');
  return proof;
};

/** The folder is its sender's, whom the answer does not name. */
export const readProofPhoto = endpoint(
  'GET /cities/{city}/purchase-proofs/{proofId}/photo',
  async ({ params, caller }, world) => {
    const { cityCode } = await expectCity(world, params.city);
    requireCityReader(caller, cityCode);
    const proof = await expectProofOf(world, cityCode, params.proofId);
    const now = world.now();
    const file = privateFile(proofFolder(world, proof.person), proof.photoId, 'whole');
    return { link: `/private-photos/${sealLink(world.linkSealer, file, now)}`, until: later(now, LINK_MS) };
  },
);
