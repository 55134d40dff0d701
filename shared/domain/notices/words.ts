import { day, rupiah } from '../basics/wording.ts';
import type { NoticeFacts } from './notice.ts';
import type { Topic } from './topics.ts';

/** What a person reads: the head says what it is about, the line below what to do. `send` is ready for WhatsApp. */
export type NoticeWords = { readonly title: string; readonly text: string; readonly send?: string };

type Facts = { readonly [Name in keyof NoticeFacts]-?: NonNullable<NoticeFacts[Name]> };
const when = (date: string): string => (date ? day(date) : '');
const order = ({ goods, rupiah: sum }: Facts): string => `${goods}, ${rupiah(sum)}`;
const greeting = ({ name }: Facts): string => `Halo ${name}, `;
/** A sum, or that there is none to be read: told of money that a provider wrote otherwise. */
const money = ({ rupiah: sum }: Facts): string => (sum === 0 ? 'uang yang jumlahnya tidak terbaca' : rupiah(sum));

/** Every topic in the words of the pages. To send is written only where the other side has to be reached. */
const words: Record<Topic, (facts: Facts) => NoticeWords> = {
  'order-to-approve': (f) => ({
    title: 'Pesanan menunggu persetujuan Anda',
    text: `Dari ${f.name}: ${order(f)}, diantar ${when(f.day)}.`,
  }),
  'order-new': (f) => ({
    title: 'Pesanan baru',
    text: `${f.name} memesan ${order(f)}, diantar ${when(f.day)}. Terima atau tolak.`,
  }),
  'order-to-prepare': (f) => ({
    title: 'Siapkan pesanan',
    text: `${order(f)} untuk ${f.name}, diantar ${when(f.day)}.`,
    send: `${greeting(f)}pesanan Anda ${f.goods} sudah kami terima dan diantar ${when(f.day)}. ${f.place}`,
  }),
  'order-late': (f) => ({
    title: 'Hari antar sudah lewat',
    text: `${order(f)} untuk ${f.name}. Antar sekarang, atau batalkan.`,
    send: `${greeting(f)}mohon maaf, pesanan Anda ${f.goods} terlambat. Kapan bisa kami antar? ${f.place}`,
  }),
  'order-rest': (f) => ({
    title: 'Antar sisa pesanan',
    text: `${f.name} menunggu sisa ${f.goods}.`,
    send: `${greeting(f)}kapan sisa pesanan ${f.goods} bisa kami antar? ${f.place}`,
  }),
  'order-approved': (f) => ({
    title: 'Pesanan disetujui',
    text: `${order(f)}. Menunggu diterima ${f.name}.`,
  }),
  'order-accepted': (f) => ({
    title: 'Pesanan diterima penjual',
    text: `${f.name} menyiapkan ${f.goods}, diantar ${when(f.day)}.`,
  }),
  'order-to-receive': (f) => ({
    title: 'Pesanan sudah diantar',
    text: `${f.goods} dari ${f.name}. Periksa barangnya, lalu tekan Terima barang.`,
    send: `${greeting(f)}pesanan saya ${f.goods} tercatat sudah diantar. Mohon kabarnya.`,
  }),
  'order-rest-comes': (f) => ({
    title: 'Sebagian pesanan diterima',
    text: `${f.name} masih mengantar sisanya.`,
    send: `${greeting(f)}kapan sisa pesanan ${f.goods} diantar?`,
  }),
  'order-done': (f) => ({
    title: 'Pesanan selesai',
    text: `${f.goods} dari ${f.name}. Ceritakan barangnya untuk pembeli lain.`,
  }),
  'order-received': (f) => ({ title: 'Barang sudah diterima', text: `${f.name} menerima ${order(f)}.` }),
  'order-rejected': (f) => ({ title: 'Pesanan ditolak PPK', text: `${order(f)} dari ${f.name}. Baca alasannya.` }),
  'order-declined': (f) => ({ title: 'Penjual menolak pesanan', text: `${order(f)} dari ${f.name}. Baca alasannya.` }),
  'order-cancelled': (f) => ({ title: 'Pesanan dibatalkan', text: `${order(f)}, ${f.name}. Baca alasannya.` }),
  'order-lapsed': (f) => ({
    title: 'Pesanan lewat waktunya',
    text: `${order(f)}, ${f.name}. Pesanan batal sendiri karena tidak dijawab.`,
  }),
  'order-disputed': (f) => ({
    title: 'Pembeli mempersoalkan pesanan',
    text: `${f.name}: ${order(f)}. Baca alasannya dan selesaikan bersama pembeli.`,
    send: `${greeting(f)}kami sudah membaca keluhan Anda tentang ${f.goods}. Mari kita selesaikan. ${f.place}`,
  }),
  'order-in-dispute': (f) => ({
    title: 'Pesanan dipersoalkan',
    text: `${order(f)} dari ${f.name}. Kedua pihak masih mencoba menyelesaikannya.`,
  }),
  'order-to-rule': (f) => ({
    title: 'Kota diminta memutuskan',
    text: `${order(f)} dari ${f.name} belum selesai antara kedua pihak.`,
  }),
  'order-before-city': (f) => ({
    title: 'Kota diminta memutuskan',
    text: `${order(f)} dari ${f.name}. Tunggu keputusan kota, atau selesaikan dengan penjual.`,
  }),
  'payment-to-check': (f) => ({
    title: 'Cek uang masuk',
    text: `Pembeli bilang sudah membayar ${rupiah(f.rupiah)}, kode ${f.name}. Cocokkan dengan rekening Anda.`,
  }),
  'payment-recorded': (f) => ({
    title: 'Bendahara mencatat pembayaran',
    text: `${rupiah(f.rupiah)}, kode ${f.name}. Cocokkan dengan rekening Anda.`,
  }),
  'payment-arrived': (f) => ({ title: 'Uang sudah masuk', text: `${rupiah(f.rupiah)}, kode ${f.name}.` }),
  'payment-to-pay': (f) => ({ title: 'Pesanan belum dibayar', text: `Bayar ${rupiah(f.rupiah)} ke ${f.name}.` }),
  'payment-due': (f) => ({
    title: 'Tagihan menunggu dibayar',
    text: `${rupiah(f.rupiah)} untuk ${f.name}. Barangnya sudah diterima.`,
  }),
  'payment-not-found': (f) => ({
    title: 'Penjual belum menemukan uangnya',
    text: `${rupiah(f.rupiah)} untuk ${f.name}. Cek lagi pengirimannya, lalu beri tahu penjual.`,
    send: `${greeting(f)}saya sudah membayar ${rupiah(f.rupiah)}. Mohon dicek lagi. Apa yang Anda perlukan dari saya?`,
  }),
  'payment-confirmed': (f) => ({ title: 'Lunas', text: `${f.name} sudah menerima ${rupiah(f.rupiah)}.` }),
  'payment-refused': (f) => ({
    title: 'Bayar di tempat tidak jadi',
    text: `${f.name} mencatat barang tidak dibayar saat diantar: ${rupiah(f.rupiah)}.`,
  }),
  'payment-to-return': (f) => ({
    title: 'Kembalikan uang pembeli',
    text: `${rupiah(f.rupiah)}, kode ${f.name}. Catat setelah Anda kirim.`,
  }),
  'payment-owed-back': (f) => ({
    title: 'Uang Anda akan dikembalikan',
    text: `${f.name} harus mengembalikan ${rupiah(f.rupiah)}.`,
    send: `${greeting(f)}mohon kembalikan ${rupiah(f.rupiah)} dari pesanan saya. Terima kasih.`,
  }),
  'payment-to-place': (f) => ({
    title: 'Lihat uang masuk',
    text: `Penyedia mengabarkan ${money(f)}, tidak cocok dengan pesanan kode ${f.name}.`,
  }),
  'payment-unplaced': (f) => ({
    title: 'Uang Anda perlu dilihat penjual',
    text: `${f.name} mendapat kabar ${money(f)} yang tidak cocok dengan pesanan Anda. Lihat di halaman pesanan.`,
    send: `${greeting(f)}uang ${money(f)} untuk pesanan saya tidak cocok. Mohon dilihat.`,
  }),
  'payment-returned': (f) => ({
    title: 'Penjual mengembalikan uang',
    text: `${f.name} mencatat ${rupiah(f.rupiah)} sudah dikirim. Bila belum sampai, katakan di halaman pesanan.`,
  }),
  'paper-issued': (f) => ({ title: `${f.goods} diterbitkan`, text: `Dari ${f.name}. Buka pesanan untuk mencetaknya.` }),
  'papers-to-issue': (f) => ({
    title: 'Barang sudah diterima',
    text: `${f.goods} dari ${f.name}. Lengkapi suratnya di halaman pesanan.`,
  }),
  'review-new': (f) => ({ title: 'Ulasan baru', text: `${f.name} mengulas ${f.goods}. Anda bisa membalasnya.` }),
  'review-reply': (f) => ({ title: 'Penjual membalas ulasan Anda', text: f.goods }),
  'review-hidden': (f) => ({
    title: 'Ulasan Anda tidak ditampilkan lagi',
    text: `${f.goods}. Kota menyembunyikannya; tanyakan alasannya ke dinas.`,
  }),
  'review-reported': (f) => ({ title: 'Ulasan dilaporkan', text: `Ulasan tentang ${f.goods}. Baca dan nilai.` }),
  'register-to-check': (f) => ({ title: 'Pendaftaran usaha menunggu', text: `Periksa berkas ${f.name}.` }),
  'register-returned': (f) => ({
    title: 'Perbaiki pendaftaran',
    text: `Berkas ${f.name} dikembalikan kota. Perbaiki bagian yang ditandai, lalu kirim ulang.`,
  }),
  'register-verified': (f) => ({ title: 'Toko Anda sudah buka', text: `${f.name} sudah diverifikasi kota.` }),
  'goods-reported': (f) => ({
    title: 'Barang dilaporkan',
    text: `${f.goods} dari ${f.name}. Periksa, lalu tarik atau biarkan.`,
  }),
  'goods-withdrawn': (f) => ({
    title: 'Barang ditarik dinas',
    text: `${f.goods}. Baca alasannya di Barang saya.`,
  }),
  'goods-opened': (f) => ({
    title: 'Barang boleh dijual lagi',
    text: `${f.goods}. Nyalakan lagi di Barang saya.`,
  }),
  'register-suspended': (f) => ({
    title: 'Toko Anda ditangguhkan',
    text: `Kota menangguhkan ${f.name}. Baca alasannya di Toko saya.`,
  }),
  'shop-closed': (f) => ({
    title: 'Toko Anda ditutup',
    text: `${f.name} ditutup pemiliknya. Bukan Anda? Minta kota membukanya lagi.`,
  }),
  'policy-decided': (f) => ({
    title: 'Aturan urutan barang berubah',
    text: `${f.day ? `Mulai ${day(f.day)} kota` : 'Kota'} memakai aturan baru. Lihat pengaruhnya di ${f.place || 'kota Anda'}.`,
  }),
  'seat-offered': (f) => ({
    title: `Undangan menjadi ${f.goods}`,
    text: `${f.name} mengundang Anda. Terima atau tolak di halaman Akun.`,
  }),
  'erasure-asked': () => ({
    title: 'Akun Anda diminta dihapus',
    text: 'Bukan Anda, atau berubah pikiran? Buka halaman ini dalam tiga hari, lalu tekan Ambil kembali.',
  }),
  'proposal-to-check': (f) => ({ title: 'Usulan nama atau tempat baru', text: `${f.name} meminta perubahan.` }),
  'proposal-confirmed': (f) => ({ title: 'Usulan Anda disetujui', text: `Data ${f.name} sudah diperbarui.` }),
  'proposal-refused': (f) => ({
    title: 'Usulan Anda belum disetujui',
    text: `Baca alasan kota di halaman toko ${f.name}.`,
  }),
  'capital-to-answer': () => ({
    title: 'Permohonan modal menunggu jawaban bank Anda',
    text: 'Buka permohonannya selama izinnya berlaku, lalu jawab dengan alasannya.',
  }),
  'capital-answered': (f) => ({
    title: 'Bank menjawab permohonan modal Anda',
    text: `${f.name} sudah menjawab. Baca jawaban dan alasannya di Modal usaha.`,
  }),
  'story-to-answer': () => ({
    title: 'Cerita tentang usaha Anda menunggu izin',
    text: 'Petugas mengusulkan cerita dari kunjungannya. Baca dulu; tampil ke pembeli hanya bila Anda mengizinkan.',
  }),
  'visit-awaited': (f) => ({
    title: 'Petugas kota akan datang ke usaha Anda',
    text:
      `Sampai bertemu petugas, barang ${f.place} tampil di belakang usaha lain. Kunjungan tidak dipungut biaya. ` +
      `Belum datang sampai ${when(f.day)}? Ajukan keberatan di Toko saya.`,
  }),
  'visit-missed': (f) => ({
    title: 'Petugas kota datang, tetapi tidak bertemu Anda',
    text: `Periksa alamat dan nomor HP ${f.place} di Toko saya, supaya kunjungan berikutnya bertemu.`,
  }),
  'appeal-to-answer': (f) => ({ title: 'Keberatan tentang urutan', text: `${f.name} menunggu jawaban kota.` }),
  'appeal-answered': (f) => ({ title: 'Keberatan Anda dijawab', text: `Baca jawaban kota untuk ${f.name}.` }),
};

/** A notice in words. A fact that is missing leaves its place empty; no notice fails for it. */
export const noticeWords = (
  topic: Topic,
  { name = '', place = '', rupiah: sum = 0, day: on = '', goods = '' }: NoticeFacts,
): NoticeWords => words[topic]({ name, place, rupiah: sum, day: on, goods });
