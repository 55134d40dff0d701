import { createHash } from 'node:crypto';
import { photoFile } from '../../shared/domain/photos/sizes.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { putPhoto } from '../../shared/table/photos.ts';
import { expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { drawSizes } from './draw-sizes.ts';

const types = { jpg: 'image/jpeg', avif: 'image/avif' } as const;

/**
 * The same picture has the same address, so a repeated upload changes nothing. The files come before the record of
 * them: goods may show what is recorded, and what is recorded is there.
 */
export const addPhoto = endpoint('POST /merchants/{merchantId}/photos', async ({ params, bytes, caller }, world) => {
  const { merchantId } = await expectOwnMerchant(world, caller, params.merchantId);
  const drawn = await drawSizes(bytes);
  const named = createHash('sha256');
  for (const { bytes: part } of drawn) named.update(part);
  const photo = `/photos/${named.digest('hex')}.jpg`;
  await Promise.all(
    drawn.map(({ size, format, bytes: part }) =>
      world.photos.put(photoFile(photo, size, format).slice(1), part, types[format]),
    ),
  );
  await commit(world.table, [putPhoto({ merchantId, photo, by: caller.person, at: world.now() })]);
  return { photo };
});
