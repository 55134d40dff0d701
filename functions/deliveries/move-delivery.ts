import { adapterOf } from '../../shared/domain/deliveries/couriers/adapters.ts';
import type { Delivery, DeliveryState, NewProof, Proof } from '../../shared/domain/deliveries/delivery.ts';
import { requireOwnMove, withNotice } from '../../shared/domain/deliveries/move-delivery.ts';
import { Problem } from '../../shared/problem.ts';
import { getDelivery, getHandoverProof, insertHandoverProof, replaceDelivery } from '../../shared/table/deliveries.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { getOrderPhoto } from '../../shared/table/orders/order-photos.ts';
import { getPayment, paymentStands } from '../../shared/table/payments/payments.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { askCourier, expectKeys } from './ask-courier.ts';
import { expectShopsOrder } from './expect-order.ts';
import { pinOf } from './pin.ts';

type Named = { readonly orderId: string; readonly attempt: number };
const expectDelivery = async ({ table }: World, { orderId, attempt }: Named): Promise<Delivery> => {
  const delivery = await getDelivery(table, orderId, attempt);
  if (!delivery) throw new Problem('delivery_not_found', 'Pengantaran tidak ditemukan. Muat ulang pesanannya.');
  return delivery;
};

/** Four digits can be guessed: every try is counted before it is looked at. */
const requirePin = async (world: World, orderId: string, pin: string): Promise<void> => {
  await commit(world.table, [countToday('delivery-pin', orderId, world.now())]);
  if (pin !== pinOf(world, orderId))
    throw new Problem('pin_not_valid', 'Kode terima tidak cocok. Minta pembeli membacakannya lagi.', [
      { pointer: '/proof/pin', detail: '4 angka di halaman pesanan pembeli.' },
    ]);
};

/** A picture of the shop's own, and of this order alone: what showed another handover shows nothing of this one. */
const expectHandoverPhoto = async ({ table }: World, { orderId, merchantId }: Delivery, photoId: string) => {
  const [photo, shown] = await Promise.all([
    getOrderPhoto(table, { orderId, purpose: 'handover', photoId }),
    getHandoverProof(table, { merchantId, photoId }),
  ]);
  if (photo?.side !== 'merchant')
    throw new Problem('photo_not_found', 'Foto serah terima ini belum ada. Unggah dulu di pesanan ini.', [
      { pointer: '/proof/photoId', detail: 'Unggah foto serah terima dulu.' },
    ]);
  if (shown && shown.orderId !== orderId)
    throw new Problem(
      'proof_repeated',
      'Foto ini sudah dipakai untuk pesanan lain. Ambil foto baru saat menyerahkan.',
      [{ pointer: '/proof/photoId', detail: 'Sudah dipakai untuk pesanan lain.' }],
    );
  return shown ? [] : [insertHandoverProof({ merchantId, photoId, orderId })];
};

type Shown = { readonly proofs: readonly Proof[]; readonly writes: readonly Write[] };
const shownBy = async (world: World, delivery: Delivery, proof: NewProof | undefined): Promise<Shown> => {
  if (!proof) return { proofs: [], writes: [] };
  const common = { at: world.now(), by: 'shop' };
  if (proof.kind === 'signature') return { proofs: [{ ...common, kind: proof.kind, name: proof.name }], writes: [] };
  if (proof.kind === 'pin') {
    await requirePin(world, delivery.orderId, proof.pin);
    return { proofs: [{ ...common, kind: proof.kind }], writes: [] };
  }
  const { kind, photoId } = proof;
  return { proofs: [{ ...common, kind, photoId }], writes: await expectHandoverPhoto(world, delivery, photoId) };
};

/** Who said that a buyer refused does not say beside it that their courier handed the goods over. */
const requireNotRefused = async ({ table }: World, orderId: string, state: DeliveryState): Promise<Write[]> => {
  if (state !== 'delivered') return [];
  const payment = await getPayment(table, orderId);
  if (payment?.state === 'refused')
    throw new Problem(
      'delivery_moved_on',
      'Toko sudah mencatat bahwa pembeli menolak. Bila uangnya ternyata diterima, catat dulu di pembayarannya.',
    );
  return [paymentStands(orderId, payment)];
};

/** The shop's own courier says how far it is. The same word twice is one; nothing it says touches the order. */
export const sayDelivery = endpoint('POST /orders/{orderId}/deliveries/{attempt}/say', async (ask, world) => {
  const { params, body, caller } = ask;
  await expectShopsOrder(world, caller, params.orderId);
  const before = await expectDelivery(world, params);
  if (before.by === 'own' && before.state === body.state) return before;
  requireVersion(ask, before);
  requireOwnMove(before, body.state);
  const { proofs, writes } = await shownBy(world, before, body.proof);
  const unrefused = await requireNotRefused(world, params.orderId, body.state);
  const notice = { noticeId: `own.${before.version}`, state: body.state, at: world.now(), proofs };
  const after = { ...withNotice(before, notice), reason: body.reason ?? before.reason };
  await commit(world.table, [replaceDelivery(after), ...unrefused, ...writes]);
  return after;
});

export const cancelDelivery = endpoint('POST /orders/{orderId}/deliveries/{attempt}/cancel', async (ask, world) => {
  const { params, body, caller } = ask;
  const order = await expectShopsOrder(world, caller, params.orderId);
  const before = await expectDelivery(world, params);
  if (before.state === 'cancelled') return before;
  if (before.by === 'own') requireOwnMove(before, 'cancelled');
  else if (before.partnerId !== null) {
    const secret = await expectKeys(world, order.merchantId, before.by);
    await askCourier(world, secret, order.merchantId, adapterOf(secret).cancel(before.partnerId, secret, world.now()));
  }
  const notice = { noticeId: `cancelled.${before.attempt}`, state: 'cancelled' as const, at: world.now() };
  const after = { ...withNotice(before, notice), reason: body.reason };
  if (after.state !== 'cancelled')
    throw new Problem('delivery_moved_on', 'Pengantaran ini sudah selesai. Tidak ada yang bisa dibatalkan.');
  await commit(world.table, [replaceDelivery(after)]);
  return after;
});
