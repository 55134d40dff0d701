import type { Category } from '../../../../shared/domain/basics/category.ts';

/** What people say of goods, by how content they were. */
const ofGoods: Partial<Record<Category, { readonly good: readonly string[]; readonly middling: readonly string[] }>> = {
  'meeting-food': {
    good: [
      'Masih hangat waktu sampai, semuanya lengkap. Peserta rapat senang.',
      'Tepat waktu dan rapi. Pesan lagi untuk rapat berikutnya.',
      'Rasanya pas. Jumlahnya cocok dengan pesanan.',
    ],
    middling: ['Rasanya enak, tetapi datang hampir setengah jam terlambat.', 'Isinya sedikit, lainnya baik.'],
  },
  culinary: {
    good: ['Enak dan banyak. Anak-anak minta lagi.', 'Bungkusnya rapat, tidak tumpah di jalan.'],
    middling: ['Rasanya biasa saja, tetapi pengantarnya ramah.', 'Datang lewat jam makan siang.'],
  },
  'daily-needs': {
    good: [
      'Barangnya bersih dan utuh. Diantar sampai dapur.',
      'Harganya sama dengan di pasar, tidak perlu keluar rumah.',
    ],
    middling: ['Barangnya baik, kantong plastiknya tipis dan sobek.', 'Datang sore, padahal butuh pagi.'],
  },
  printing: {
    good: ['Hasilnya rapi dan selesai sehari lebih cepat.', 'Sesuai contoh yang kami kirim.'],
    middling: ['Hasilnya baik, sebagian sedikit terlipat.', 'Perlu diingatkan dua kali baru selesai.'],
  },
  services: {
    good: ['Datang sesuai jam, kerjanya bersih dan dijelaskan.', 'Dua orang cekatan, setelah selesai dibereskan.'],
    middling: ['Pekerjaannya baik, hanya datang lewat dari jamnya.'],
  },
};
const anyGoods = {
  good: [
    'Barangnya sesuai gambar dan rapi.',
    'Bagus, dibungkus dengan baik. Terima kasih.',
    'Yang di rumah suka. Akan pesan lagi.',
    'Penjualnya cepat menjawab dan barangnya baik.',
  ],
  middling: ['Barangnya baik, sedikit berbeda dari gambar.', 'Lumayan untuk harganya.'],
};
const bad: readonly string[] = [
  'Datang terlambat dua jam dan tidak memberi kabar.',
  'Ada yang rusak. Diganti, tetapi harus menunggu.',
  'Tidak sesuai gambar, saya kecewa.',
  'Jumlahnya kurang dari pesanan.',
];

export const wordsFor = (stars: number, category: Category): readonly string[] => {
  const { good, middling } = ofGoods[category] ?? anyGoods;
  if (stars >= 4) return good;
  return stars === 3 ? middling : bad;
};

export const repliesTo = (stars: number): readonly string[] =>
  stars >= 4
    ? ['Terima kasih, senang bisa membantu.', 'Terima kasih. Kami tunggu pesanan berikutnya.']
    : [
        'Maaf atas kejadian ini. Lain kali kami periksa sekali lagi sebelum diantar.',
        'Terima kasih sudah memberi tahu. Jam antarnya kami perbaiki.',
      ];
