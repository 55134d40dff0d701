import * as z from 'zod';

/** What a person switches on and off by itself. */
export const NoticeKind = z
  .enum(['orders', 'payments', 'papers', 'reviews', 'register', 'disputes'])
  .meta({ id: 'NoticeKind' });
export type NoticeKind = z.infer<typeof NoticeKind>;

/**
 * Everything a notice can be about, what a push says of it, and whether somebody has to act. A push passes through
 * others' hands and lies on a locked screen: it names nobody, no sum, no goods.
 */
export const topics = {
  'order-to-approve': { kind: 'orders', waits: true, push: 'Ada pesanan yang menunggu persetujuan Anda' },
  'order-new': { kind: 'orders', waits: true, push: 'Ada pesanan baru' },
  'order-to-prepare': { kind: 'orders', waits: true, push: 'Ada pesanan yang perlu disiapkan' },
  'order-late': { kind: 'orders', waits: true, push: 'Ada pesanan yang lewat hari antarnya' },
  'order-rest': { kind: 'orders', waits: true, push: 'Ada sisa pesanan yang perlu diantar' },
  'order-approved': { kind: 'orders', waits: false, push: 'Pesanan Anda disetujui' },
  'order-accepted': { kind: 'orders', waits: false, push: 'Pesanan Anda diterima penjual' },
  'order-to-receive': { kind: 'orders', waits: true, push: 'Pesanan Anda sudah diantar' },
  'order-rest-comes': { kind: 'orders', waits: false, push: 'Sisa pesanan Anda masih diantar' },
  'order-done': { kind: 'orders', waits: false, push: 'Pesanan Anda selesai' },
  'order-received': { kind: 'orders', waits: false, push: 'Pesanan sudah diterima pembeli' },
  'order-rejected': { kind: 'orders', waits: false, push: 'Pesanan Anda ditolak' },
  'order-declined': { kind: 'orders', waits: false, push: 'Pesanan Anda ditolak penjual' },
  'order-cancelled': { kind: 'orders', waits: false, push: 'Ada pesanan yang dibatalkan' },
  'order-lapsed': { kind: 'orders', waits: false, push: 'Ada pesanan yang lewat waktunya' },
  'order-disputed': { kind: 'disputes', waits: true, push: 'Ada pesanan yang dipersoalkan' },
  'order-to-rule': { kind: 'disputes', waits: true, push: 'Ada pesanan yang perlu diputuskan kota' },
  'order-in-dispute': { kind: 'disputes', waits: false, push: 'Ada pesanan yang dipersoalkan' },
  'order-before-city': { kind: 'disputes', waits: false, push: 'Kota diminta memutuskan pesanan Anda' },
  'payment-to-check': { kind: 'payments', waits: true, push: 'Ada uang yang perlu dicek' },
  'payment-recorded': { kind: 'payments', waits: true, push: 'Bendahara mencatat pembayaran' },
  'payment-arrived': { kind: 'payments', waits: false, push: 'Ada pembayaran masuk' },
  'payment-to-pay': { kind: 'payments', waits: true, push: 'Ada pesanan yang belum dibayar' },
  'payment-due': { kind: 'payments', waits: true, push: 'Ada tagihan yang menunggu dibayar' },
  'payment-not-found': { kind: 'payments', waits: true, push: 'Pembayaran Anda belum ditemukan penjual' },
  'payment-confirmed': { kind: 'payments', waits: false, push: 'Pembayaran Anda sudah diterima penjual' },
  'payment-refused': { kind: 'payments', waits: false, push: 'Ada pembayaran di tempat yang tidak jadi' },
  'payment-to-return': { kind: 'payments', waits: true, push: 'Ada uang yang perlu dikembalikan' },
  'payment-owed-back': { kind: 'payments', waits: false, push: 'Ada uang Anda yang akan dikembalikan' },
  'payment-to-place': { kind: 'payments', waits: true, push: 'Ada uang masuk yang perlu dilihat' },
  'payment-unplaced': { kind: 'payments', waits: false, push: 'Ada kabar tentang uang Anda' },
  'payment-returned': { kind: 'payments', waits: false, push: 'Penjual mencatat uang Anda dikembalikan' },
  'paper-issued': { kind: 'papers', waits: false, push: 'Ada surat baru' },
  'papers-to-issue': { kind: 'papers', waits: false, push: 'Ada surat yang bisa diterbitkan' },
  'review-new': { kind: 'reviews', waits: false, push: 'Ada ulasan baru' },
  'review-reply': { kind: 'reviews', waits: false, push: 'Penjual membalas ulasan Anda' },
  'review-hidden': { kind: 'reviews', waits: false, push: 'Ulasan Anda tidak ditampilkan lagi' },
  'review-reported': { kind: 'reviews', waits: false, push: 'Ada ulasan yang dilaporkan' },
  'register-to-check': { kind: 'register', waits: true, push: 'Ada pendaftaran yang perlu diperiksa' },
  'register-returned': { kind: 'register', waits: true, push: 'Pendaftaran Anda perlu diperbaiki' },
  'register-verified': { kind: 'register', waits: false, push: 'Pendaftaran Anda sudah diverifikasi' },
  'register-suspended': { kind: 'register', waits: false, push: 'Ada keputusan kota tentang toko Anda' },
  'shop-closed': { kind: 'register', waits: false, push: 'Toko Anda ditutup' },
  'policy-decided': { kind: 'register', waits: false, push: 'Ada aturan baru di kota Anda' },
  'seat-offered': { kind: 'register', waits: true, push: 'Ada undangan untuk Anda' },
  'erasure-asked': { kind: 'register', waits: true, push: 'Akun Anda diminta dihapus' },
  'proposal-to-check': { kind: 'register', waits: true, push: 'Ada usulan perubahan yang perlu diperiksa' },
  'proposal-confirmed': { kind: 'register', waits: false, push: 'Usulan perubahan Anda disetujui' },
  'proposal-refused': { kind: 'register', waits: false, push: 'Usulan perubahan Anda belum disetujui' },
  'goods-reported': { kind: 'register', waits: true, push: 'Ada barang yang dilaporkan' },
  'goods-withdrawn': { kind: 'register', waits: true, push: 'Ada barang Anda yang ditarik dinas' },
  'goods-opened': { kind: 'register', waits: false, push: 'Ada barang Anda yang boleh dijual lagi' },
  'capital-to-answer': { kind: 'register', waits: true, push: 'Ada permohonan modal yang menunggu jawaban' },
  'capital-answered': { kind: 'register', waits: false, push: 'Permohonan modal Anda sudah dijawab' },
  'story-to-answer': { kind: 'register', waits: true, push: 'Ada cerita tentang usaha Anda yang menunggu izin' },
  'visit-awaited': { kind: 'register', waits: false, push: 'Petugas kota akan datang ke usaha Anda' },
  'visit-missed': { kind: 'register', waits: true, push: 'Petugas kota belum bertemu Anda' },
  'appeal-to-answer': { kind: 'disputes', waits: true, push: 'Ada keberatan yang perlu dijawab' },
  'appeal-answered': { kind: 'disputes', waits: false, push: 'Keberatan Anda sudah dijawab' },
} as const satisfies Record<string, { kind: NoticeKind; waits: boolean; push: string }>;

export type Topic = keyof typeof topics;
export const Topic = z.enum(Object.keys(topics) as [Topic, ...Topic[]]).meta({ id: 'NoticeTopic' });
