import type { HiddenReason } from './participation.ts';

/** Why a number is not told, in words. */
export const hiddenWords: Record<HiddenReason, string> = {
  'small-office': 'pegawai terlalu sedikit',
  few: 'kurang dari 5 orang',
  'almost-all': 'hampir semua',
};
