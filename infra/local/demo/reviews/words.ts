import type { Category } from '../../../../shared/domain/basics/category.ts';

/** What people say of goods, by how content they were. */
const ofGoods: Partial<Record<Category, { readonly good: readonly string[]; readonly middling: readonly string[] }>> = {
  'meeting-food': {
    good: [
      'Nasinya masih hangat waktu sampai, lauknya lengkap. Peserta rapat senang.',
      'Tepat waktu, kotaknya rapi dan ada sendoknya. Pesan lagi untuk rapat berikutnya.',
      'Rasanya pas, tidak terlalu asin. Jumlahnya cocok dengan pesanan.',
    ],
    middling: ['Rasanya enak, tetapi datang hampir setengah jam terlambat.', 'Sayurnya sedikit, lainnya baik.'],
  },
  culinary: {
    good: [
      'Enak dan porsinya banyak. Sambalnya dipisah, jadi aman untuk anak.',
      'Bungkusnya rapat, kuahnya tidak tumpah.',
    ],
    middling: ['Rasanya biasa saja, tetapi pengantarnya ramah.', 'Kurang panas waktu sampai.'],
  },
  'daily-needs': {
    good: [
      'Berasnya bersih, tidak ada kutu. Diantar sampai dapur.',
      'Telurnya utuh semua. Harga sama dengan di pasar, tidak perlu keluar rumah.',
    ],
    middling: ['Barangnya baik, kantong plastiknya tipis dan sobek.', 'Datang sore, padahal butuh pagi.'],
  },
  printing: {
    good: ['Cetakannya tajam dan selesai sehari lebih cepat.', 'Warnanya sesuai contoh, dipotong rapi.'],
    middling: ['Hasilnya baik, dua lembar terpotong miring.', 'Perlu diingatkan dua kali baru selesai.'],
  },
  services: {
    good: ['Datang sesuai jam, kerjanya bersih dan dijelaskan.', 'Dua orang cekatan, setelah selesai dibereskan.'],
    middling: ['Pekerjaannya baik, hanya datang lewat dari jamnya.'],
  },
};
const anyGoods = {
  good: [
    'Barangnya sesuai gambar, jahitannya rapi.',
    'Bagus, dibungkus dengan baik. Terima kasih.',
    'Cocok untuk oleh-oleh, yang di rumah suka.',
    'Penjualnya cepat menjawab dan barangnya baik.',
  ],
  middling: ['Barangnya baik, warnanya sedikit berbeda dari gambar.', 'Lumayan untuk harganya.'],
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
