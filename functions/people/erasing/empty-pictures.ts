import type { OrderPhoto } from '../../../shared/domain/orders/order-photos.ts';
import { privateFile } from '../../../shared/domain/photos/private-link.ts';
import { type PhotoSize, photoFile, photoSizes } from '../../../shared/domain/photos/sizes.ts';
import { getPhoto } from '../../../shared/table/photos.ts';
import type { World } from '../../world.ts';

const sizes = Object.keys(photoSizes) as PhotoSize[];
const NOTHING = new Uint8Array();

/** Nobody deletes a file here: a picture is written over by nothing, under each of its sizes. */
const empty = (world: World, keys: readonly string[]): Promise<unknown> =>
  Promise.all(keys.map((key) => world.photos.put(key, NOTHING, 'image/jpeg')));

/** A picture that only links lead to. */
export const emptyPrivate = (world: World, folder: string, photoId: string): Promise<unknown> =>
  empty(
    world,
    sizes.map((size) => privateFile(folder, photoId, size)),
  );

/** A picture of an order. One of a review lies where everybody sees it; where its shop shows the same, it is the shop's. */
export const emptyOrderPhoto = async (
  world: World,
  { orderId, purpose, photoId }: OrderPhoto,
  merchantId: string,
): Promise<void> => {
  if (purpose !== 'review') {
    await emptyPrivate(world, orderId, photoId);
    return;
  }
  const photo = `/photos/${photoId}.jpg`;
  if (await getPhoto(world.table, { merchantId, photo })) return;
  const formats = ['avif', 'jpg'] as const;
  await empty(
    world,
    sizes.flatMap((size) => formats.map((format) => photoFile(photo, size, format).slice(1))),
  );
};
