import { createHash } from 'node:crypto';
import { dayOf, later } from '../../shared/domain/basics/month.ts';
import { looksSame } from '../../shared/domain/photos/picture-look.ts';
import { LINK_MS, privateFile, sealLink } from '../../shared/domain/photos/private-link.ts';
import { type PurchaseProof, proofMonth, receiptKey } from '../../shared/domain/targets/purchase-proof.ts';
import { Problem } from '../../shared/problem.ts';
import { agencyOf } from '../../shared/table/agencies.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { getCivilLink, getCivilServant } from '../../shared/table/targets/civil-servants.ts';
import {
  freeReceipt,
  getProof,
  getProofPhoto,
  getReceipt,
  insertProof,
  notePrint,
  noteReceipt,
  type ProofPhoto,
  proofsLike,
  proofsOfCity,
  saveProof,
  saveProofPhoto,
  takeReceipt,
} from '../../shared/table/targets/purchase-proofs.ts';
import { expectCity, requireCityAdmin, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { proofFolder } from '../reads/proof-folder.ts';
import type { World } from '../world.ts';
import { partWrites } from './count-part.ts';

/** A key of the table holds no text of people: its hash is fit for one. */
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

const expectOwnPhoto = (photo: ProofPhoto | undefined, person: string): ProofPhoto => {
  if (photo?.person !== person)
    throw new Problem('photo_not_found', 'Foto struk ini belum terkirim. Kirim fotonya dulu.', [
      { pointer: '/photoId', detail: 'Kirim fotonya dulu.' },
    ]);
  return photo;
};

/**
 * A proof shown before with a picture that looks like this one: the officer looks at both. What was refused of the same person is
 * none: they were asked for a better picture of that very receipt.
 */
const proofThatLooksLike = async (
  { table, now }: World,
  { cityCode, look, person }: ProofPhoto,
): Promise<string | null> => {
  if (!look?.print) return null;
  for (const proofId of await proofsLike(table, cityCode, look.print, now())) {
    const known = await getProof(table, proofId);
    if (!known || (known.state === 'refused' && known.person === person)) continue;
    const photo = await getProofPhoto(table, cityCode, known.photoId);
    if (photo?.look && looksSame(look, photo.look)) return proofId;
  }
  return null;
};

/** Whether a receipt like this one was shown; what was refused of the same person is none, by its words as by its picture. */
const isAlike = async ({ table }: World, cityCode: string, receipt: string, person: string): Promise<boolean> => {
  const shown = await getReceipt(table, cityCode, receipt);
  const known = shown && (await getProof(table, shown.proofId));
  return shown !== undefined && !(known?.state === 'refused' && known.person === person);
};

export const sendPurchaseProof = endpoint('POST /me/purchase-proofs', async ({ body, caller }, world) => {
  const { person } = caller;
  const link = await getCivilLink(world.table, person);
  if (!link) throw new Problem('civil_servant_not_found', 'Gabung dulu dengan NIP Anda, lalu kirim buktinya.');
  const { cityCode, zone } = await expectCity(world, link.cityCode);
  const photo = expectOwnPhoto(await getProofPhoto(world.table, cityCode, body.photoId), person);
  // A proof is its photo: sent again after a lost answer it is the same one.
  const earlier = photo.proofId === null ? undefined : await getProof(world.table, photo.proofId);
  if (earlier) return earlier;
  const servant = await getCivilServant(world.table, cityCode, link.nipKey);
  const [sentAt, receipt] = [world.now(), hashOf(receiptKey(body))];
  const proofId = world.keyedIds.derived('prf', cityCode, body.photoId);
  const numbered = body.receiptNumber !== undefined;
  const alike = !numbered && (await isAlike(world, cityCode, receipt, person));
  const likeProof = await proofThatLooksLike(world, photo);
  const proof: PurchaseProof = {
    ...body,
    proofId,
    cityCode,
    agencyId: servant?.agencyId ?? link.agencyId,
    nipKey: link.nipKey,
    person,
    month: proofMonth(body.boughtOn, dayOf(sentAt, zone)),
    state: 'waiting',
    sentAt,
    decision: null,
    version: 1,
    alike,
    likeProof,
  };
  await commit(world.table, [
    insertProof(proof),
    ...(photo.look?.print ? notePrint(cityCode, photo.look.print, proofId, sentAt) : []),
    saveProofPhoto({ ...photo, proofId, version: photo.version + 1 }),
    // The first that was shown stays the one that others are like.
    ...(numbered ? [takeReceipt(cityCode, receipt, proofId)] : alike ? [] : [noteReceipt(cityCode, receipt, proofId)]),
  ]);
  return proof;
});

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

const expectProofOf = async (world: World, cityCode: string, proofId: string): Promise<PurchaseProof> => {
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
