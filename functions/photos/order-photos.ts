import { later } from '../../shared/domain/basics/month.ts';
import { requireParty } from '../../shared/domain/orders/move-order.ts';
import { photoSide, requireRoom } from '../../shared/domain/orders/order-photos.ts';
import { photoName } from '../../shared/domain/photos/photo.ts';
import type { PictureLook } from '../../shared/domain/photos/picture-look.ts';
import { LINK_MS, openLink, privateFile, sealLink } from '../../shared/domain/photos/private-link.ts';
import { Problem } from '../../shared/problem.ts';
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

export const listOrderPhotos = endpoint('GET /orders/{orderId}/photos', async ({ params, caller }, world) => {
  const { orderId } = requireParty(await getOrder(world.table, params.orderId), caller);
  const now = world.now();
  const photos = (await photosOfOrder(world.table, orderId)).filter(({ purpose }) => purpose !== 'review');
  const linkTo = (photoId: string, size: 'list' | 'whole') =>
    `/private-photos/${sealLink(world.linkSealer, privateFile(orderId, photoId, size), now)}`;
  return {
    items: photos.map(({ photoId, purpose, side, at }) => ({
      photoId,
      purpose,
      side,
      at,
      link: linkTo(photoId, 'whole'),
      small: linkTo(photoId, 'list'),
    })),
    until: later(now, LINK_MS),
  };
});

/** Whoever has the link sees the picture, as with a paper handed over; it ends before it travels far. */
export const openPrivatePhoto = endpoint('GET /private-photos/{token}', async ({ params }, world) => {
  const file = openLink(world.linkSealer, params.token, world.now());
  const bytes = file === undefined ? undefined : await world.photos.get(file);
  if (!bytes)
    throw new Problem(
      'link_not_valid',
      'Tautan foto ini sudah tidak berlaku. Buka lagi pesanannya untuk melihat foto.',
    );
  return { name: 'foto.jpg', type: 'image/jpeg', bytes };
});
