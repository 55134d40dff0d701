import { dayOf } from '../../shared/domain/basics/month.ts';
import { type PurchaseProof, proofMonth, receiptKey } from '../../shared/domain/targets/purchase-proof.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getCivilLink, getCivilServant } from '../../shared/table/targets/civil-servants.ts';
import {
  getProof,
  getProofPhoto,
  insertProof,
  notePrint,
  noteReceipt,
  type ProofPhoto,
  saveProofPhoto,
  takeReceipt,
} from '../../shared/table/targets/purchase-proofs.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { hashOf, isAlike, proofThatLooksLike } from './proof-likeness.ts';

const expectOwnPhoto = (photo: ProofPhoto | undefined, person: string): ProofPhoto => {
  if (photo?.person !== person)
    throw new Problem('photo_not_found', 'Foto struk ini belum terkirim. Kirim fotonya dulu.', [
      { pointer: '/photoId', detail: 'Kirim fotonya dulu.' },
    ]);
  return photo;
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
