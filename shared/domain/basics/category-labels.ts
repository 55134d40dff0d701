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
