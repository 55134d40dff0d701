import type { MerchantStatus } from './merchant.ts';

/** How a shop stands, as the city’s people read it. */
export const statusNames: Readonly<Record<MerchantStatus, string>> = {
  pending: 'Menunggu verifikasi',
  returned: 'Dikembalikan',
  verified: 'Terverifikasi',
  suspended: 'Ditangguhkan',
};
