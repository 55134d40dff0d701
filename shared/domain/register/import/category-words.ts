import type { Category } from '../../basics/category.ts';
import { categories } from '../../basics/category-labels.ts';
import { folded } from '../../basics/fold.ts';

/** What lists call what a shop sells, beside the market's own words. */
const categoryWords: Readonly<Record<Category, readonly string[]>> = {
  'daily-needs': ['sembako', 'kelontong', 'toko kelontong', 'pertanian', 'perikanan', 'peternakan', 'warung'],
  'meeting-food': ['katering', 'catering', 'konsumsi', 'jasa boga', 'snack box', 'nasi kotak'],
  culinary: [
    'kuliner',
    'makanan',
    'minuman',
    'makanan dan minuman',
    'makanan minuman',
    'mamin',
    'kue',
    'olahan pangan',
  ],
  batik: ['batik', 'tenun', 'ecoprint'],
  uniforms: ['seragam', 'konveksi', 'penjahit', 'jahit'],
  'school-shoes': ['sepatu', 'alas kaki', 'sepatu sekolah'],
  fashion: ['fashion', 'fesyen', 'busana', 'pakaian', 'aksesoris', 'aksesori', 'sandang'],
  souvenirs: ['oleh oleh', 'suvenir', 'souvenir', 'cendera mata', 'cinderamata', 'hampers'],
  crafts: ['kerajinan', 'craft', 'handicraft', 'kriya', 'mebel', 'furnitur', 'perabot', 'kayu', 'rotan', 'bambu'],
  printing: ['percetakan', 'cetak', 'fotokopi', 'alat tulis', 'atk', 'sablon'],
  services: ['jasa', 'servis', 'service', 'bengkel', 'laundry', 'salon', 'sewa'],
};
export const categoryNamed = new Map(
  (Object.keys(categories) as Category[]).flatMap((category) =>
    [category, categories[category], ...categoryWords[category]].map((name) => [folded(name), category] as const),
  ),
);
