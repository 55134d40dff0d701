import { OrderPhoto, type PhotoPurpose } from '../../domain/orders/order-photos.ts';
import { list } from '../engine/pages.ts';
import { get, getMany } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, remove, type Write } from '../engine/writes.ts';

type Named = Pick<OrderPhoto, 'orderId' | 'purpose' | 'photoId'>;

// | entity     | pk       | sk                   |
// | OrderPhoto | ORDER#id | PHOTO#<purpose>#hash |
const keyOf = ({ orderId, purpose, photoId }: Named) => ({ pk: `ORDER#${orderId}`, sk: `PHOTO#${purpose}#${photoId}` });
const photos = entity({
  type: 'OrderPhoto',
  schema: OrderPhoto,
  key: keyOf,
});

export const getOrderPhoto = (table: Table, named: Named) => get(table, photos, keyOf(named));

/** Several pictures of several orders, at most 100; a picture that just came may still be missing. */
export const getOrderPhotos = (table: Table, named: readonly Named[]) =>
  getMany(table, photos, named.map(keyOf), { consistent: false });

/** All pictures of an order, or those of one purpose; there are a few. */
export const photosOfOrder = async (table: Table, orderId: string, purpose?: PhotoPurpose): Promise<OrderPhoto[]> => {
  const prefix = purpose === undefined ? 'PHOTO#' : `PHOTO#${purpose}#`;
  const { items } = await list(table, OrderPhoto, undefined, {
    pk: `ORDER#${orderId}`,
    prefix,
    limit: 60,
    consistent: true,
  });
  return items.sort((a, b) => (a.at < b.at ? -1 : 1));
};

/** The same picture again changes nothing: the first stays. */
export const insertOrderPhoto = (photo: OrderPhoto): Write => insert(photos, photo, true);
export const removeOrderPhoto = (photo: Named): Write => remove('OrderPhoto', keyOf(photo));
