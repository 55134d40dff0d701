/*
 * How easy a partner's app is to use: the System Usability Scale (J. Brooke, "SUS: a quick and dirty usability scale", 1996),
 * in the Indonesian of Z. Sharfina and H. B. Santoso (ICACSIS 2016), with "aplikasi ini" for "sistem ini".
 */

/** The ten statements in their order: the odd ones praise, the even ones blame. */
export const usabilityStatements = [
  'Saya berpikir akan menggunakan aplikasi ini lagi.',
  'Saya merasa aplikasi ini rumit untuk digunakan.',
  'Saya merasa aplikasi ini mudah digunakan.',
  'Saya membutuhkan bantuan dari orang lain atau teknisi dalam menggunakan aplikasi ini.',
  'Saya merasa fitur-fitur aplikasi ini berjalan dengan semestinya.',
  'Saya merasa ada banyak hal yang tidak konsisten pada aplikasi ini.',
  'Saya merasa orang lain akan memahami cara menggunakan aplikasi ini dengan cepat.',
  'Saya merasa aplikasi ini membingungkan.',
  'Saya merasa tidak ada hambatan dalam menggunakan aplikasi ini.',
  'Saya perlu membiasakan diri terlebih dahulu sebelum menggunakan aplikasi ini.',
] as const;

export const usabilityGroupWords = { merchant: 'Pemilik usaha', driver: 'Pengemudi' } as const;

/** `2026-Q4` as `triwulan 4 2026` */
export const quarterWords = (quarter: string): string => `triwulan ${quarter.slice(6)} ${quarter.slice(0, 4)}`;

/** Fewer answers than this are told as "too few", and nothing else of them. */
export const LEAST_ANSWERS = 10;

/** The middle of what people gave hundreds of products (J. Sauro, "A Practical Guide to the SUS", 2011). */
export const USUAL_SCORE = 68;
