import * as z from 'zod';

/** What the market sells, in the words of the offices that buy; the label is what people read. */
export const categories = {
  'daily-needs': 'Sembako dan kebutuhan harian',
  'meeting-food': 'Konsumsi rapat',
  culinary: 'Kuliner',
  batik: 'Batik',
  uniforms: 'Seragam',
  'school-shoes': 'Sepatu sekolah',
  fashion: 'Busana',
  souvenirs: 'Oleh-oleh dan cendera mata',
  crafts: 'Kerajinan dan perabot',
  printing: 'Cetak dan alat tulis',
  services: 'Jasa',
} as const;
export const Category = z
  .enum(Object.keys(categories) as [keyof typeof categories, ...(keyof typeof categories)[]])
  .meta({ id: 'Category', example: 'meeting-food' });
export type Category = z.infer<typeof Category>;
