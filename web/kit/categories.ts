import type { Category } from '../../shared/domain/category.ts';

/**
 * What people read for a category. The domain's own table comes with its schema, which must not reach the page; the
 * type keeps this one complete and a test keeps it the same.
 */
export const categoryNames: Record<Category, string> = {
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
};

/** Where room is short. */
export const shortNames: Record<Category, string> = {
  ...categoryNames,
  'daily-needs': 'Sembako',
  souvenirs: 'Oleh-oleh',
  crafts: 'Kerajinan',
  printing: 'Cetak & tulis',
};

export const isCategory = (text: string | undefined): text is Category =>
  text !== undefined && Object.hasOwn(categoryNames, text);
