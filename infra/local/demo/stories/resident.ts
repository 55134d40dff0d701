import type { Scene, Shop } from '../city.ts';
import { noticeOf } from '../payments/midtrans.ts';
import type { Beat, Story } from './story.ts';

const rina = { person: 'rina', name: 'Rina Kusuma' };
const hendra = { person: 'hendra', name: 'Hendra Wijaya' };
const stranger = { person: 'warga-mlg-01', name: 'Yuni Santoso' };
const neighbour = { person: 'warga-mlg-02', name: 'Agus Nugroho' };

type Way = 'cod' | 'qris' | 'transfer';
/** The first of these ways that the shop takes. */
const by = (hours: number, ...ways: readonly Way[]): Beat => ({
  hours,
  step: 'payment/way',
  body: ({ shop: { ways: taken } }) => ({ way: ways.find((way) => taken?.[way]) ?? 'cod' }),
});
const shop = (hours: number, step: Beat['step'], body?: Beat['body']): Beat => ({
  hours,
  step,
  by: 'shop',
  ...(body ? { body } : {}),
});
const buyer = (hours: number, step: Beat['step'], body: object = {}): Beat => ({ hours, step, body: () => body });
const because = (reason: string) => () => ({ reason });
const paid: Beat['body'] = ({ order }) => ({ rupiah: order.totalRupiah });
/** The shop's provider says that so much less than what is due came in. */
const noticed = (hours: number, less = 0): Beat => ({
  hours,
  step: 'payment/confirm',
  by: 'shop',
  run: (scene: Scene, { order, shop }, at) => noticeOf(scene, shop, order, order.totalRupiah - less, at),
});

/** The shop says something of the review of this order: beneath it, or to the city. */
const ofReview = (hours: number, say: 'reply' | 'report', text: string): Beat => ({
  hours,
  step: 'review',
  by: 'shop',
  run: async ({ market }: Scene, { order, shop }, at) => {
    const asked = { params: { orderId: order.orderId } };
    const review = await market.ask('GET /orders/{orderId}/review', order.buyer, at, asked);
    const params = { reviewId: review?.reviewId ?? '' };
    const body = { [say === 'reply' ? 'text' : 'reason']: text };
    await market.ask(`POST /reviews/{reviewId}/${say}`, shop.owner, at, { params, body } as never);
  },
});

type Told = Omit<Story, 'name' | 'turn' | 'shop'> & { readonly at: 'sari' | 'banked' | 'cash' };

/** What a resident, a civil servant and a stranger have open when the building ends: one order in every state. */
const stories: Record<string, Told> = {
  baru: { at: 'sari', buyer: rina, hours: 3, beats: [by(2.9, 'qris')] },
  'bilang-bayar': {
    at: 'sari',
    buyer: rina,
    hours: 30,
    beats: [by(29.9, 'transfer'), shop(28, 'accept'), buyer(26, 'payment/claim')],
  },
  diantar: {
    at: 'cash',
    buyer: rina,
    hours: 50,
    beats: [by(49.9, 'cod'), shop(48, 'accept'), shop(2, 'deliver')],
  },
  dipersoalkan: {
    at: 'cash',
    buyer: rina,
    hours: 120,
    beats: [
      by(119.9, 'cod'),
      shop(118, 'accept'),
      shop(60, 'deliver'),
      shop(59, 'payment/collect'),
      buyer(55, 'dispute', { reason: 'Dua di antaranya rusak waktu sampai.' }),
    ],
  },
  sebagian: {
    at: 'banked',
    buyer: rina,
    hours: 130,
    beats: [
      by(129.9, 'qris', 'transfer'),
      shop(128, 'accept'),
      buyer(127, 'payment/claim'),
      shop(126, 'payment/confirm', paid),
      shop(54, 'deliver'),
      {
        hours: 52,
        step: 'receive',
        body: ({ order }) => ({
          lines: order.lines.map(({ productId }) => ({ productId, quantity: 1 })),
          rest: 'later',
        }),
      },
    ],
  },
  'tidak-ditemukan': {
    at: 'banked',
    buyer: rina,
    hours: 75,
    beats: [
      by(74.9, 'transfer', 'qris'),
      shop(73, 'accept'),
      buyer(72, 'payment/claim'),
      shop(50, 'payment/not-find', because('Belum ada uang masuk sebesar itu. Tolong kirim buktinya.')),
    ],
  },
  'harus-dikembalikan': {
    at: 'banked',
    buyer: rina,
    hours: 100,
    beats: [
      by(99.9, 'qris', 'transfer'),
      shop(98, 'accept'),
      buyer(97, 'payment/claim'),
      shop(96, 'payment/confirm', paid),
      shop(28, 'cancel', because('Bahan bakunya tidak datang. Mohon maaf.')),
    ],
  },
  'sudah-dikembalikan': {
    at: 'banked',
    buyer: rina,
    hours: 160,
    beats: [
      by(159.9, 'transfer', 'qris'),
      shop(158, 'accept'),
      buyer(157, 'payment/claim'),
      shop(156, 'payment/confirm', paid),
      shop(110, 'cancel', because('Alat kami rusak dan belum selesai diperbaiki.')),
      shop(80, 'payment/give-back', because('Sudah ditransfer kembali ke rekening Anda.')),
    ],
  },
  'tidak-sanggup': {
    at: 'cash',
    buyer: rina,
    hours: 45,
    beats: [by(44.9, 'cod'), shop(43, 'decline', because('Sedang penuh pesanan sampai akhir minggu.'))],
  },
  // Nobody answered, and the clock ended it.
  'tidak-dijawab': { at: 'cash', buyer: hendra, hours: 90, beats: [by(89.9, 'cod')] },
  'siap-diulas': {
    at: 'sari',
    buyer: rina,
    hours: 110,
    beats: [
      by(109.9, 'cod'),
      shop(108, 'accept'),
      shop(40, 'deliver'),
      shop(39.8, 'payment/collect'),
      buyer(38, 'receive'),
    ],
  },
  diulas: {
    at: 'sari',
    buyer: rina,
    hours: 168,
    beats: [
      by(167.9, 'cod'),
      shop(166, 'accept'),
      shop(100, 'deliver'),
      shop(99, 'payment/collect'),
      buyer(98, 'receive'),
      buyer(72, 'review', { stars: 5, text: 'Kotaknya rapi, lauknya lengkap, dan datang sebelum jamnya.' }),
      ofReview(50, 'reply', 'Terima kasih, Bu Rina. Kami tunggu pesanan berikutnya.'),
    ],
  },
  'diulas-kurang': {
    at: 'sari',
    buyer: neighbour,
    hours: 167,
    beats: [
      by(166.9, 'cod'),
      shop(165, 'accept'),
      shop(90, 'deliver'),
      shop(89, 'payment/collect'),
      buyer(88, 'receive'),
      buyer(70, 'review', { stars: 2, text: 'Datang terlambat satu jam, nasinya sudah dingin.' }),
      ofReview(48, 'reply', 'Maaf, jalan ke alamat Anda ditutup. Lain kali kami beri kabar.'),
      ofReview(47, 'report', 'Kami sudah menelepon; keterlambatan bukan karena kami.'),
    ],
  },
  'lewat-penyedia': {
    at: 'sari',
    buyer: hendra,
    hours: 32,
    beats: [by(31.9, 'qris'), shop(30, 'accept'), noticed(29)],
  },
  'jumlah-beda': {
    at: 'sari',
    buyer: hendra,
    hours: 55,
    beats: [by(54.9, 'qris'), shop(53, 'accept'), noticed(52, 2_500)],
  },
  'ganti-hari': {
    at: 'cash',
    buyer: hendra,
    hours: 9,
    beats: [
      by(8.9, 'qris', 'transfer', 'cod'),
      {
        hours: 6,
        step: 'reschedule',
        body: ({ order }) => ({ deliverOn: weekLater(order.deliverOn), reason: 'Acaranya diundur seminggu.' }),
      },
    ],
  },
  'ditolak-di-tempat': {
    at: 'cash',
    buyer: stranger,
    hours: 70,
    beats: [
      by(69.9, 'cod'),
      shop(68, 'accept'),
      shop(26, 'deliver'),
      shop(25.5, 'payment/refuse', because('Tidak ada orang di rumah.')),
    ],
  },
};

const weekLater = (day: string): string => new Date(Date.parse(day) + 7 * 86_400_000).toISOString().slice(0, 10);

/** Shops that take money through an account, and shops that take cash anywhere: each story at one of them, in turn. */
const offers = (at: Told['at'], { ways }: { ways: Shop['ways'] }): boolean =>
  at === 'banked' ? Boolean(ways?.qris || ways?.transfer) : ways?.cod?.districts.length === 0;

export const residentStories = (
  sari: Shop,
  shops: readonly Shop[],
  waysOf: (shop: Shop) => Shop['ways'],
): readonly Story[] => {
  const taking = (at: Told['at']) => shops.filter((one) => offers(at, { ways: waysOf(one) }));
  return Object.entries(stories).map(([name, { at, ...story }], turn): Story => {
    const some = at === 'sari' ? [sari] : taking(at);
    return { ...story, turn, name: `warga/${name}`, shop: some[turn % Math.max(some.length, 1)] ?? sari };
  });
};
