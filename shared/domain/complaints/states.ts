/** How far a complaint is, in the words everybody reads. A thing closed that is not mended says so. */
export const stateWords = {
  received: 'Diterima, menunggu diperiksa kota',
  verified: 'Diperiksa, menunggu dinas ditunjuk',
  assigned: 'Diteruskan ke dinas',
  'in-progress': 'Sedang dikerjakan dinas',
  answered: 'Dijawab, menunggu tanggapan pelapor',
  reopened: 'Dibuka lagi',
  'closed-fixed': 'Selesai, sudah ditangani',
  'closed-not-fixed': 'Ditutup, tidak ditangani',
  'not-ours': 'Bukan wewenang kota ini',
  duplicate: 'Sama dengan pengaduan lain',
} as const;
export type ComplaintState = keyof typeof stateWords;

/** Who has to do something next; nobody once it is over. */
export type Waits = 'city' | 'office' | 'reporter' | 'over';
const waits: Readonly<Record<ComplaintState, Waits>> = {
  received: 'city',
  verified: 'city',
  assigned: 'office',
  'in-progress': 'office',
  reopened: 'office',
  answered: 'reporter',
  'closed-fixed': 'over',
  'closed-not-fixed': 'over',
  'not-ours': 'over',
  duplicate: 'over',
};
export const waitsFor = (state: ComplaintState): Waits => waits[state];

/** What people complain of or ask for, by the code that other programmes know it by (Open311 `service_code`). */
export const complaintCategories = {
  marketplace: 'Belanja di Pasar Rata',
  payment: 'Pembayaran dinas ke usaha',
  licence: 'Izin dan NIB',
  'halal-pirt': 'Sertifikat halal dan PIRT',
  place: 'Tempat berjualan dan pasar',
  capital: 'Modal dan kredit',
  training: 'Pelatihan dan pendampingan',
  transport: 'Ojek daring dan pengiriman',
  infrastructure: 'Jalan, listrik, dan air tempat usaha',
  other: 'Lainnya',
} as const;
export type ComplaintCategoryCode = keyof typeof complaintCategories;
