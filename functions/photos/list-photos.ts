import { later } from '../../shared/domain/basics/month.ts';
import { requireParty } from '../../shared/domain/orders/order-parties.ts';
import { LINK_MS, privateFile, sealLink } from '../../shared/domain/photos/private-link.ts';
import { photosOfOrder } from '../../shared/table/orders/order-photos.ts';
import { getOrder } from '../../shared/table/orders/orders.ts';
import { endpoint } from '../http/endpoint.ts';

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
