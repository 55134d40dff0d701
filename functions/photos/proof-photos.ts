import type { PictureLook } from '../../shared/domain/photos/picture-look.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { getCivilLink } from '../../shared/table/targets/civil-servants.ts';
import { getProofPhoto, saveProofPhoto } from '../../shared/table/targets/purchase-proofs.ts';
import { endpoint } from '../http/endpoint.ts';
import { proofFolder } from '../reads/proof-folder.ts';
import { lookOfDrawn } from './picture-look.ts';
import { storePrivate } from './store-photo.ts';

const repeated = () =>
  new Problem('proof_repeated', 'Foto ini sudah dipakai sebagai bukti. Foto struk belanja yang lain.', [
    { pointer: '/photo', detail: 'Foto ini sudah dipakai sebagai bukti.' },
  ]);

/** The picture is redrawn before it is named, so that another file around the same picture is the same picture. */
export const addProofPhoto = endpoint('POST /me/purchase-proof-photos', async ({ bytes, caller }, world) => {
  const { person } = caller;
  const link = await getCivilLink(world.table, person);
  if (!link)
    throw new Problem('civil_servant_not_found', 'Gabung dulu dengan NIP Anda, lalu kirim foto struknya.', [
      { pointer: '/photo', detail: 'Gabung dulu dengan NIP Anda.' },
    ]);
  const { cityCode } = link;
  let look: PictureLook | undefined;
  const photoId = await storePrivate(world, proofFolder(world, person), bytes, async (name, drawn) => {
    const known = await getProofPhoto(world.table, cityCode, name);
    if (known && (known.person !== person || known.proofId !== null)) throw repeated();
    look = await lookOfDrawn(drawn);
    await commit(world.table, [countToday('purchase-proof', person, world.now())]);
  });
  const known = await getProofPhoto(world.table, cityCode, photoId);
  if (known && known.person !== person) throw repeated();
  if (!known)
    await commit(world.table, [
      saveProofPhoto({ cityCode, photoId, person, look, at: world.now(), proofId: null, version: 1 }),
    ]);
  return { photoId };
});
