import { createHash } from 'node:crypto';
import { cleanJpeg } from '../../shared/domain/photos/jpeg.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { putPhoto } from '../../shared/table/photos.ts';
import { expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';

/**
 * The same picture has the same address, so a repeated upload changes nothing. The file comes before the record of it:
 * goods may show what is recorded, and what is recorded is there.
 */
export const addPhoto = endpoint('POST /merchants/{merchantId}/photos', async ({ params, bytes, caller }, world) => {
  const { merchantId } = await expectOwnMerchant(world, caller, params.merchantId);
  const clean = cleanJpeg(bytes);
  const key = `photos/${createHash('sha256').update(clean).digest('hex')}.jpg`;
  await world.photos.put(key, clean, 'image/jpeg');
  const photo = `/${key}`;
  await commit(world.table, [putPhoto({ merchantId, photo, by: caller.person, at: world.now() })]);
  return { photo };
});
