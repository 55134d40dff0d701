import { requireParty } from '../../shared/domain/orders/order-parties.ts';
import { photoSide, requireRoom } from '../../shared/domain/orders/photo-rules.ts';
import { photoName } from '../../shared/domain/photos/photo.ts';
import type { PictureLook } from '../../shared/domain/photos/picture-look.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { insertOrderPhoto, photosOfOrder } from '../../shared/table/orders/order-photos.ts';
import { getOrder, orderStands } from '../../shared/table/orders/orders.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { endpoint } from '../http/endpoint.ts';
import type { DrawnSize } from './draw-sizes.ts';
import { lookOfDrawn } from './picture-look.ts';
import { storePrivate, storePublic } from './store-photo.ts';

/** The files come before their record, as with goods; a picture of a review is drawn where everybody may see it. */
export const addOrderPhoto = endpoint('POST /orders/{orderId}/photos/{purpose}', async (ask, world) => {
  const { orderId, purpose } = ask.params;
  const order = requireParty(await getOrder(world.table, orderId), ask.caller);
  const side = photoSide(order, purpose, ask.caller);
  requireRoom(await photosOfOrder(world.table, orderId, purpose), purpose);
  let look: PictureLook | undefined;
  const counted = async (_: string, drawn: readonly DrawnSize[]) => {
    await commit(world.table, [countToday('order-photo', orderId, world.now())]);
    if (purpose === 'proof') look = await lookOfDrawn(drawn);
  };
  const photo = purpose === 'review' ? await storePublic(world, ask.bytes, counted) : undefined;
  const photoId = photo ? photoName(photo) : await storePrivate(world, orderId, ask.bytes, counted);
  await commit(world.table, [
    insertOrderPhoto({ orderId, purpose, photoId, side, by: ask.caller.person, at: world.now(), look }),
    orderStands(order),
  ]);
  return { photoId, purpose, ...(photo ? { photo } : {}) };
});
