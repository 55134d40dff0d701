/** What banks ask for with an application, in the words of their lists. */
export const needNames = {
  ktp: 'KTP pemilik',
  'spouse-ktp': 'KTP suami atau istri',
  'family-card': 'Kartu keluarga',
  nib: 'NIB',
  npwp: 'NPWP',
  'business-photo': 'Foto tempat usaha',
  'place-proof': 'Bukti tempat usaha milik sendiri atau sewa',
  sales: 'Catatan penjualan 6 bulan',
  'bank-statement': 'Rekening koran bank',
  training: 'Bukti pelatihan atau pendampingan',
  plan: 'Rencana usaha',
  collateral: 'Agunan',
} as const;
export type NeedCode = keyof typeof needNames;

/** Sales of so many months are what lists of banks speak of. */
export const SALES_MONTHS = 6;
