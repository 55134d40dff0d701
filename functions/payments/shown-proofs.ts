import { DAY_MS, later } from '../../shared/domain/basics/month.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import type { OrderPhoto } from '../../shared/domain/orders/order-photos.ts';
import type { Payment } from '../../shared/domain/payments/payment.ts';
import { looksSame } from '../../shared/domain/photos/picture-look.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import { getOrderPhotos } from '../../shared/table/orders/order-photos.ts';
import { getShownProof, insertShownProof, lastShownProofs } from '../../shared/table/payments/shown-proofs.ts';
import type { World } from '../world.ts';

/** So far back, and among so many, a picture that looks like this one is looked for. */
const LOOKED_BACK_DAYS = 90;
const LOOKED_AT = 60;

/** The order whose proof looks like this picture: cropped, packed again or made smaller it has another hash. */
const orderWithOneLike = async (
  { table, now }: World,
  { merchantId, orderId }: Order,
  { look }: OrderPhoto,
): Promise<string | undefined> => {
  if (!look) return undefined;
  const since = later(now(), -LOOKED_BACK_DAYS * DAY_MS);
  const shown = await lastShownProofs(table, merchantId, LOOKED_AT);
  const others = shown.filter((one) => one.at >= since && one.orderId !== orderId);
  const photos = await getOrderPhotos(
    table,
    others.map((one) => ({ orderId: one.orderId, purpose: 'proof', photoId: one.photoId })),
  );
  return photos.find((photo) => photo?.look && looksSame(look, photo.look))?.orderId;
};

type Said = Pick<Payment, 'proofAlsoOf' | 'proofLike'>;

/**
 * What is said to the shop of a picture that it saw, or one like it, for another order: one transfer may pay two orders, or one
 * picture none. And that this one was shown.
 */
export const shownProof = async (
  world: World,
  order: Order,
  photo: OrderPhoto,
): Promise<{ readonly said: Said; readonly writes: readonly Write[] }> => {
  const { merchantId, orderId } = order;
  const { photoId } = photo;
  const first = await getShownProof(world.table, { merchantId, photoId });
  if (first) return { said: first.orderId === orderId ? {} : { proofAlsoOf: first.orderId }, writes: [] };
  const proofLike = await orderWithOneLike(world, order, photo);
  return {
    said: proofLike === undefined ? {} : { proofLike },
    writes: [insertShownProof({ merchantId, photoId, orderId, at: world.now() })],
  };
};
