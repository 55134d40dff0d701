/** `850 m`, `4,2 km`. */
export const distance = (meters: number): string => {
  const tens = Math.round(meters / 10) * 10;
  return tens < 1000 ? `${tens} m` : `${(Math.round(meters / 100) / 10).toFixed(1).replace('.', ',')} km`;
};

/** Whom an officer met. */
export const metWords = {
  owner: 'Pemilik',
  family: 'Keluarga atau karyawan',
  nobody: 'Tidak bertemu siapa pun',
} as const;
export type Met = keyof typeof metWords;

/** What keeps a shop from selling, in the words of who stands in it. */
export const obstacleWords = {
  photo: 'Belum ada foto yang baik',
  price: 'Harga terlalu tinggi',
  delivery: 'Tidak bisa mengantar',
  phone: 'HP atau kuota',
  material: 'Bahan baku',
  permit: 'Izin, halal, atau PIRT',
  money: 'Modal',
  stopped: 'Sudah berhenti berjualan',
} as const;
export type Obstacle = keyof typeof obstacleWords;

/** What a maker needs, by who can give it. */
export const needWords = {
  photos: 'Foto dan kemasan',
  training: 'Pelatihan',
  permit: 'Izin, halal, atau PIRT',
  capital: 'Modal',
  equipment: 'Alat atau bahan',
  delivery: 'Pengantaran',
  place: 'Tempat berjualan',
  other: 'Lainnya',
} as const;
export type Need = keyof typeof needWords;

export const visitStateWords = { planned: 'Dijadwalkan', done: 'Sudah dikunjungi', cancelled: 'Dibatalkan' } as const;
export type VisitStateCode = keyof typeof visitStateWords;
