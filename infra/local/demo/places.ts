/** A city of the demo province: how large it is here, and what is eaten, worn and carried home there. */
export type DemoCity = {
  readonly cityCode: string;
  /** In the ids of its people: `warga-mlg-07`. */
  readonly short: string;
  /** In the ids of its admin and inspectorate: `admin-malang`. */
  readonly slug: string;
  readonly accent: string | null;
  readonly shards: 1 | 4;
  readonly merchants: number;
  readonly agencies: number;
  /** Residents and civil servants who buy, of each kind so many. */
  readonly people: number;
  /** Orders in an ordinary month when all its merchants are there. */
  readonly orders: number;
  readonly dishes: readonly string[];
  readonly souvenirs: readonly string[];
  readonly batik: readonly string[];
};

export const demoCities: readonly DemoCity[] = [
  {
    cityCode: '35.73',
    short: 'mlg',
    slug: 'malang',
    accent: null,
    shards: 1,
    merchants: 78,
    agencies: 12,
    people: 24,
    orders: 102,
    dishes: ['Bakso Malang campur', 'Cwie mie', 'Orem-orem', 'Rawon', 'Tahu campur'],
    souvenirs: ['Keripik tempe', 'Keripik buah', 'Topeng Malangan mini', 'Gantungan kunci Tugu', 'Bakpao telo'],
    batik: ['Malangan motif Tugu', 'Celaket', 'motif teratai', 'Topeng Malang'],
  },
  {
    cityCode: '35.78',
    short: 'sby',
    slug: 'surabaya',
    accent: '#1F6F5C',
    shards: 4,
    merchants: 112,
    agencies: 13,
    people: 24,
    orders: 150,
    dishes: ['Rawon', 'Lontong balap', 'Semanggi', 'Rujak cingur', 'Tahu tek'],
    souvenirs: ['Sambal bawang botol', 'Kerupuk ikan', 'Spikoe lapis', 'Almond crispy', 'Miniatur Suro lan Boyo'],
    batik: ['motif mangrove', 'motif Semanggi', 'motif Suro-Boyo', 'tulis pesisir'],
  },
  {
    cityCode: '35.72',
    short: 'blt',
    slug: 'blitar',
    accent: '#8A4B12',
    shards: 1,
    merchants: 28,
    agencies: 4,
    people: 24,
    orders: 33,
    dishes: ['Nasi pecel Blitar', 'Soto Bok Ireng', 'Uceng goreng', 'Nasi ampok'],
    souvenirs: ['Sambel pecel kemasan', 'Wajik kletik', 'Opak gambir', 'Kendang jimbe mini'],
    batik: ['Tutur Blitar', 'motif ikan koi', 'motif Jimbe'],
  },
  {
    cityCode: '35.79',
    short: 'btu',
    slug: 'batu',
    accent: '#2F6B2F',
    shards: 1,
    merchants: 27,
    agencies: 3,
    people: 24,
    orders: 33,
    dishes: ['Sate kelinci', 'Ketan susu', 'Nasi jagung', 'Sup jamur'],
    souvenirs: ['Keripik apel', 'Sari apel', 'Pia apel', 'Teh bunga kering'],
    batik: ['motif apel', 'motif bunga Sekar Batu', 'motif bantengan'],
  },
  {
    cityCode: '18.71',
    short: 'bdl',
    slug: 'bandar-lampung',
    accent: '#7A1F3D',
    shards: 1,
    merchants: 55,
    agencies: 8,
    people: 24,
    orders: 70,
    dishes: ['Seruit ikan bakar', 'Pindang patin', 'Pempek campur', 'Tempoyak udang'],
    souvenirs: ['Keripik pisang cokelat', 'Kopi robusta Lampung', 'Lempok durian', 'Miniatur siger'],
    batik: ['motif siger', 'motif kapal', 'motif gajah Way Kambas', 'Sebage'],
  },
];

/** Which cities are built, and how many whole months before the running one they live. */
export type DemoSize = { readonly cities: readonly DemoCity[]; readonly months: number };
export const wholeProvince: DemoSize = { cities: demoCities, months: 12 };

/** Some cities with a part of their merchants, offices and orders: tests build the same province small. */
export const partOf = (share: number, cityCodes = demoCities.map(({ cityCode }) => cityCode)): DemoCity[] =>
  demoCities
    .filter(({ cityCode }) => cityCodes.includes(cityCode))
    .map((city) => ({
      ...city,
      merchants: Math.ceil(city.merchants * share),
      agencies: Math.ceil(city.agencies * share),
      orders: Math.ceil(city.orders * share),
    }));

/** Demand through the year: offices hurry in November and December, Ramadan feeds kitchens, July shoes schools. */
const seasons = [0.8, 1.05, 1.2, 0.85, 0.95, 0.95, 1.1, 1.1, 0.95, 1.0, 1.15, 1.2] as const;
export const seasonOf = (month: string): number => seasons[Number(month.slice(5)) - 1] ?? 1;
