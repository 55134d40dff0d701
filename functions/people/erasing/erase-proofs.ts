import { ERASED } from '../../../shared/domain/people/erased.ts';
import type { PurchaseProof } from '../../../shared/domain/targets/purchase-proof.ts';
import { everyEntry } from '../../../shared/table/engine/pages.ts';
import { commit, type Write } from '../../../shared/table/engine/writes.ts';
import {
  getCivilLink,
  getCivilServant,
  removeCivilLink,
  saveCivilServant,
} from '../../../shared/table/targets/civil-servants.ts';
import {
  getProof,
  getProofPhoto,
  type ProofPhoto,
  proofPhotosOfPerson,
  proofsOfPerson,
  removeProof,
  removeProofPhoto,
  saveProof,
  saveProofPhoto,
} from '../../../shared/table/targets/purchase-proofs.ts';
import { proofFolder } from '../../reads/proof-folder.ts';
import type { World } from '../../world.ts';
import { emptyPrivate } from './empty-pictures.ts';

/** What was counted stays counted, of nobody; what was not is gone. */
const erasedProof = ({ receiptNumber: _, ...proof }: PurchaseProof, name: string): Write =>
  proof.state === 'accepted'
    ? saveProof({ ...proof, person: name, nipKey: ERASED, version: proof.version + 1 })
    : removeProof({ ...proof });

/** The picture goes; that this very picture was shown stays, so that it proves once. */
const erasedPhoto = (photo: ProofPhoto, name: string): Write =>
  photo.proofId === null
    ? removeProofPhoto(photo)
    : saveProofPhoto({ ...photo, person: name, version: photo.version + 1 });

/** A person's proofs of purchases elsewhere, with their pictures; what an office's month counted stays. */
export const eraseProofs = async (world: World, person: string): Promise<void> => {
  const { table } = world;
  const folder = proofFolder(world, person);
  const cards = await everyEntry((after) => proofsOfPerson(table, person, { limit: 100, after }));
  for (const { proofId } of cards) {
    const proof = await getProof(table, proofId);
    if (proof?.person !== person) continue;
    const photo = await getProofPhoto(table, proof.cityCode, proof.photoId);
    await emptyPrivate(world, folder, proof.photoId);
    const name = world.newId(ERASED);
    await commit(table, [erasedProof(proof, name), ...(photo?.person === person ? [erasedPhoto(photo, name)] : [])]);
  }
  for (const photo of await proofPhotosOfPerson(table, person)) {
    if (photo.person !== person) continue;
    await emptyPrivate(world, folder, photo.photoId);
    await commit(table, [erasedPhoto(photo, world.newId(ERASED))]);
  }
};

/** The account is nobody's civil servant any more; the number can join again. */
export const eraseCivilLink = async ({ table }: World, person: string): Promise<void> => {
  const link = await getCivilLink(table, person);
  if (!link) return;
  const servant = await getCivilServant(table, link.cityCode, link.nipKey);
  await commit(table, [
    removeCivilLink(link),
    ...(servant?.person === person
      ? [saveCivilServant({ ...servant, person: null, version: servant.version + 1 })]
      : []),
  ]);
};
