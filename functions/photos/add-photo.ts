import { createHash } from 'node:crypto';
import { cleanJpeg } from '../../shared/domain/photos/jpeg.ts';
import { expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';

/** The same picture has the same address, so a repeated upload changes nothing. */
export const addPhoto = endpoint('POST /merchants/{merchantId}/photos', async ({ params, bytes, caller }, world) => {
  await expectOwnMerchant(world, caller, params.merchantId);
  const clean = cleanJpeg(bytes);
  const key = `photos/${createHash('sha256').update(clean).digest('hex')}.jpg`;
  await world.photos.put(key, clean, 'image/jpeg');
  return { photo: `/${key}` };
});
