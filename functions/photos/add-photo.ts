import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { getPhoto, putPhoto } from '../../shared/table/photos.ts';
import { expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { storePublic } from './store-photo.ts';

/**
 * The same picture has the same address, so a repeated upload changes nothing. The files come before the record of
 * them: goods may show what is recorded, and what is recorded is there.
 */
export const addPhoto = endpoint('POST /merchants/{merchantId}/photos', async ({ params, bytes, caller }, world) => {
  const { merchantId } = await expectOwnMerchant(world, caller, params.merchantId);
  const photo = await storePublic(world, bytes, async (drawn) => {
    if (await getPhoto(world.table, { merchantId, photo: drawn })) return;
    await commit(world.table, [countToday('photo', merchantId, world.now())]);
  });
  await commit(world.table, [putPhoto({ merchantId, photo, by: caller.person, at: world.now() })]);
  return { photo };
});
