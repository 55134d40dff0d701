import { Problem } from '../../problem.ts';
import { actsForMerchant, type Caller, holds } from '../people/caller.ts';
import type { Order } from './order.ts';
import { partiesOf } from './order-parties.ts';
import type { OrderPhoto, PhotoPurpose } from './order-photos.ts';
import type { OrderState } from './order-states.ts';

/** Enough for every side of a van and every paper of a payment; a script ends here. */
const MOST_PHOTOS: Record<PhotoPurpose, number> = { handover: 12, proof: 4, review: 4 };

/** Goods can be photographed from when they were brought. */
const brought: ReadonlySet<OrderState> = new Set(['delivered', 'partly_received', 'received', 'disputed']);
/** Nobody has paid, or ever will, an order in one of these. */
const unpayable: ReadonlySet<OrderState> = new Set(['awaiting_approval', 'rejected', 'declined', 'lapsed']);

const notYours = () => new Problem('not_allowed', 'Foto ini dikirim oleh pihak lain dalam pesanan ini.');

const paysFor = (order: Order, caller: Caller): boolean =>
  order.agencyId === null ? order.buyer === caller.person : holds(caller, `agency:${order.agencyId}`, ['treasurer']);

/**
 * On whose side a party adds a picture to an order, if it may now: goods by who brings or receives them, a proof of
 * payment by who pays, a review's picture by who received. @throws Problem not_allowed, order_moved_on
 */
export const photoSide = (order: Order, purpose: PhotoPurpose, caller: Caller): OrderPhoto['side'] => {
  const parties = partiesOf(order, caller);
  const sells = actsForMerchant(caller, order.merchantId);
  if (purpose === 'handover') {
    if (!sells && !parties.includes('buyer')) throw notYours();
    if (!brought.has(order.state))
      throw new Problem(
        'order_moved_on',
        'Foto barang dikirim setelah barang diantar. Tunggu sampai barangnya datang.',
      );
    return sells ? 'merchant' : 'buyer';
  }
  if (purpose === 'proof') {
    if (!paysFor(order, caller)) throw notYours();
    if (unpayable.has(order.state))
      throw new Problem('order_moved_on', 'Pesanan ini tidak dibayar, jadi tidak ada buktinya.');
    return 'buyer';
  }
  if (sells || !parties.includes('buyer')) throw notYours();
  if (order.state !== 'received')
    throw new Problem('order_moved_on', 'Foto ulasan dikirim setelah barang diterima dan pesanan selesai.');
  return 'buyer';
};

/** Refuses one picture too many. */
export const requireRoom = (photos: readonly Pick<OrderPhoto, 'purpose'>[], purpose: PhotoPurpose): void => {
  if (photos.filter((photo) => photo.purpose === purpose).length >= MOST_PHOTOS[purpose])
    throw new Problem(
      'photo_limit',
      `Paling banyak ${MOST_PHOTOS[purpose]} foto untuk ini. Foto yang sudah ada cukup.`,
    );
};

/** The proof that somebody names must be of this order: another order's, or a made-up one, proves nothing. */
export const requireProof = (found: OrderPhoto | undefined): OrderPhoto => {
  if (found?.purpose !== 'proof')
    throw new Problem('photo_not_found', 'Bukti bayar ini bukan untuk pesanan ini. Unggah buktinya di pesanan ini.', [
      { pointer: '/proofId', detail: 'Bukan bukti bayar pesanan ini.' },
    ]);
  return found;
};
