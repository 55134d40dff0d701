import type { Look, Stands } from '../look.ts';

const order = (person: string, list: Stands['list'], stands: Omit<Stands, 'list'>, more: Partial<Look> = {}): Look => ({
  path: '/pesanan/',
  person,
  order: { list, ...stands },
  ...more,
});

const resident = ['placed', 'delivered', 'partly_received', 'disputed', 'received', 'declined', 'cancelled'] as const;
const money = ['unpaid', 'claimed', 'not_found', 'confirmed', 'return_owed', 'returned'] as const;
const desk = ['awaiting_approval', 'placed', 'accepted', 'delivered', 'disputed', 'received', 'rejected'] as const;
const counter = ['placed', 'accepted', 'disputed', 'received'] as const;

/** Orders in every state, seen from both sides. */
export const orderPages: Record<string, Look> = {
  pesanan: { path: '/pesanan/', person: 'rina', main: true, page: 'storefront/orders/orders-page' },
  'pesanan-asn': { path: '/pesanan/', person: 'hendra' },
  ...Object.fromEntries(
    resident.map((state) => [
      `warga-${state}`,
      order('rina', 'mine', { state }, state === 'delivered' ? { main: true } : {}),
    ]),
  ),
  ...Object.fromEntries(money.map((state) => [`warga-uang-${state}`, order('rina', 'mine', { money: state })])),
  'asn-ganti-hari': order('hendra', 'mine', { state: 'placed' }, { page: 'storefront/orders/order-page' }),
  ...Object.fromEntries(desk.map((state) => [`dinas-${state}`, order('bayu', 'office', { state })])),
  'dinas-setujui': order('ratna', 'office', { state: 'awaiting_approval' }),
  'dinas-belum-dibayar': order('teguh', 'office', { state: 'received', money: 'unpaid' }, { unfolded: true }),
  'dinas-dicatat': order('teguh', 'office', { money: 'recorded' }),
  'dinas-lunas': order('bayu', 'office', { money: 'confirmed' }, { unfolded: true, main: true }),
  ...Object.fromEntries(counter.map((state) => [`toko-${state}`, order('sari', 'shop', { state })])),
  'toko-uang-told': order('sari', 'shop', { money: 'claimed' }),
  'cek-surat': order(
    'bayu',
    'office',
    { money: 'confirmed', paper: true },
    { path: '/cek/', page: 'storefront/papers/check-page' },
  ),
};
