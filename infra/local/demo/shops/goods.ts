import type * as z from 'zod';
import type { Category } from '../../../../shared/domain/basics/category.ts';
import type { NewProduct } from '../../../../shared/domain/catalogue/new-product.ts';
import type { Chance } from '../chance.ts';
import type { DemoCity } from '../places.ts';

type Offer = z.input<typeof NewProduct>;
/** Name, unit, usual price, and how many an office and a person usually take. */
type Good = readonly [name: string, unit: string, price: number, office: number, person: number];

const goods: Record<Category, readonly Good[]> = {
  'daily-needs': [
    ['Beras medium', 'karung 5 kg', 68_000, 20, 2],
    ['Minyak goreng', 'liter', 18_000, 24, 3],
    ['Telur ayam', 'kg', 29_000, 15, 2],
    ['Gula pasir', 'kg', 17_500, 15, 2],
    ['Kopi bubuk', 'bungkus', 14_000, 20, 2],
    ['Air mineral gelas', 'dus', 24_000, 25, 2],
  ],
  'meeting-food': [
    ['Nasi kotak rapat', 'kotak', 25_000, 45, 12],
    ['Snack box isi 3', 'kotak', 12_500, 60, 15],
    ['Tumpeng nasi kuning', 'paket', 350_000, 2, 1],
    ['Prasmanan rapat', 'porsi', 38_000, 50, 20],
    ['Kue basah campur', 'tampah', 150_000, 4, 1],
    ['Kopi dan teh rapat', 'termos', 85_000, 4, 1],
  ],
  culinary: [
    ['Ayam geprek', 'porsi', 17_000, 30, 3],
    ['Nasi goreng', 'porsi', 16_000, 30, 3],
    ['Frozen dimsum', 'bungkus', 32_000, 15, 2],
    ['Sambal kemasan', 'botol', 24_000, 20, 2],
  ],
  batik: [
    ['Kain batik cap', 'potong', 165_000, 25, 1],
    ['Kain batik tulis', 'potong', 450_000, 6, 1],
    ['Kemeja batik', 'potong', 195_000, 25, 1],
    ['Selendang batik', 'lembar', 95_000, 12, 1],
  ],
  uniforms: [
    ['Seragam ASN khaki', 'stel', 265_000, 25, 1],
    ['Kaus olahraga dinas', 'potong', 85_000, 40, 2],
    ['Rompi lapangan', 'potong', 120_000, 25, 1],
    ['Seragam sekolah putih merah', 'stel', 140_000, 40, 1],
  ],
  'school-shoes': [
    ['Sepatu sekolah hitam', 'pasang', 135_000, 30, 1],
    ['Sepatu sekolah kulit', 'pasang', 210_000, 15, 1],
    ['Sandal guru', 'pasang', 75_000, 12, 1],
  ],
  fashion: [
    ['Gamis katun', 'potong', 185_000, 8, 1],
    ['Kerudung segi empat', 'lembar', 35_000, 20, 2],
    ['Kemeja lengan panjang', 'potong', 130_000, 12, 1],
    ['Mukena katun', 'stel', 160_000, 10, 1],
  ],
  souvenirs: [
    ['Plakat kayu', 'buah', 125_000, 6, 1],
    ['Tas kanvas sablon', 'buah', 28_000, 60, 3],
    ['Paket oleh-oleh', 'paket', 95_000, 15, 2],
  ],
  crafts: [
    ['Meja tulis jati', 'buah', 850_000, 2, 1],
    ['Rak buku kayu', 'buah', 620_000, 3, 1],
    ['Tempat pensil anyaman', 'buah', 22_000, 40, 2],
    ['Vas gerabah', 'buah', 55_000, 10, 1],
  ],
  printing: [
    ['Spanduk', 'meter', 28_000, 12, 3],
    ['Buku laporan jilid', 'buku', 32_000, 25, 2],
    ['Kertas A4', 'rim', 52_000, 20, 1],
    ['Undangan cetak', 'lembar', 3_500, 200, 50],
    ['Map dinas', 'lembar', 4_500, 150, 10],
  ],
  services: [
    ['Servis AC', 'unit', 90_000, 8, 1],
    ['Kebersihan ruang', 'ruang', 75_000, 8, 1],
    ['Sewa tenda', 'hari', 450_000, 2, 1],
    ['Laundry gorden', 'kg', 12_000, 25, 6],
    ['Sewa sound system', 'hari', 600_000, 1, 1],
  ],
};

const local = ({ dishes, souvenirs, batik }: DemoCity, category: Category): Good[] => {
  if (category === 'culinary') return dishes.map((dish): Good => [dish, 'porsi', 20_000, 35, 3]);
  if (category === 'meeting-food') return dishes.map((dish): Good => [`Nasi kotak ${dish}`, 'kotak', 27_500, 45, 12]);
  if (category === 'souvenirs') return souvenirs.map((name): Good => [name, 'kemasan', 22_000, 50, 4]);
  if (category === 'batik') return batik.map((name): Good => [`Kain batik ${name}`, 'potong', 190_000, 20, 1]);
  return [];
};

/** All that the shops of a category sell in a city; each has a drawing in pictures/. */
export const goodsOf = (city: DemoCity, category: Category): readonly Good[] => [
  ...goods[category],
  ...local(city, category),
];

/** Made on the day, so many a day: meals and services. Everything else lies on a shelf. */
const made: readonly Category[] = ['meeting-food', 'culinary', 'services', 'printing'];
const leadDays: Partial<Record<Category, readonly [number, number]>> = {
  'meeting-food': [1, 2],
  printing: [1, 4],
  uniforms: [7, 14],
  batik: [0, 5],
  crafts: [0, 7],
  services: [1, 3],
};

/** An offer as it is sent, and how many offices and persons usually take of it. */
export type Offered = { readonly offer: Offer; readonly office: number; readonly person: number };

/** What one shop sells: some of its category's goods and some of its city's own, priced around the usual. */
export const offersOf = (city: DemoCity, category: Category, home: string, chance: Chance): Offered[] => {
  const [least, most] = leadDays[category] ?? [0, 0];
  const lead = chance.whole(least, most);
  const dear = chance.around(1, 0.12);
  const sundayOff = chance.happens(made.includes(category) ? 0.35 : 0.5);
  const near = chance.happens(0.02);
  return chance.some(goodsOf(city, category), chance.whole(1, 4)).map((good) => {
    const [name, unit, price, office, person] = good;
    const rounding = price >= 100_000 ? 5_000 : price >= 10_000 ? 500 : 100;
    const supply = made.includes(category) && unit !== 'rim' && unit !== 'botol' ? 'capacity' : 'stock';
    const amount = Math.ceil(chance.around(supply === 'capacity' ? office * 2.2 : office * 3 + person * 8, 0.35));
    const offer: Offer = {
      name,
      unit,
      priceRupiah: Math.max(rounding, Math.round((price * dear * chance.around(1, 0.05)) / rounding) * rounding),
      category,
      supply,
      amount,
      leadDays: lead,
      closedDays: sundayOff ? [7] : [],
      deliversTo: near ? [home] : [],
      minQuantity: unit === 'kotak' ? 10 : unit === 'lembar' && office > 100 ? 25 : 1,
    };
    return { offer, office, person };
  });
};

/** Who looks for what: offices for meetings and uniforms, people for rice and dinner. */
export const wantedBy: Record<'office' | 'person', Record<Category, number>> = {
  office: {
    'meeting-food': 3,
    printing: 2,
    batik: 1.2,
    uniforms: 1.4,
    souvenirs: 1.3,
    services: 1.6,
    crafts: 0.8,
    'school-shoes': 0.9,
    'daily-needs': 0.6,
    culinary: 0.8,
    fashion: 0.2,
  },
  person: {
    'daily-needs': 2.4,
    culinary: 2.2,
    fashion: 1.5,
    souvenirs: 1.4,
    batik: 1,
    'school-shoes': 1.1,
    'meeting-food': 0.6,
    crafts: 0.7,
    services: 0.7,
    uniforms: 0.6,
    printing: 0.4,
  },
};
