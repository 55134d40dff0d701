import type { FeedKindCode } from './words.ts';

const month = ['START DATE', 'BULAN', 'MONTH'];
const district = ['GEOGRAPHY ID', 'KODE KECAMATAN', 'KECAMATAN'];
const vehicle = ['VEHICLE TYPE', 'JENIS KENDARAAN', 'KENDARAAN'];
const trips = ['TRIP COUNT', 'PERJALANAN', 'JUMLAH PERJALANAN'];

/** Which columns a feed has: MDS's own names first, then what people write here. */
export const feedColumns = {
  activity: {
    month,
    district,
    vehicle,
    trips,
    group: ['SPECIAL GROUP TYPE'],
    riders: ['RIDER COUNT', 'PENUMPANG'],
    eligible: ['DRIVERS ELIGIBLE', 'PENGEMUDI TERDAFTAR'],
    active: ['DRIVERS ACTIVE', 'PENGEMUDI AKTIF'],
    fare: ['GROSS FARE', 'TARIF KOTOR'],
    pay: ['DRIVER TRIP PAY', 'DRIVER PAY', 'PENDAPATAN PENGEMUDI'],
    commission: ['COMMISSION', 'POTONGAN'],
  },
  demand: {
    month,
    district,
    category: ['CATEGORY', 'KATEGORI'],
    term: ['TERM', 'KATA', 'YANG DICARI'],
    hour: ['HOUR', 'JAM'],
    requests: ['REQUEST COUNT', 'PERMINTAAN', 'JUMLAH DICARI'],
    unserved: ['UNSERVED COUNT', 'TIDAK ADA', 'TIDAK TERLAYANI'],
  },
  fares: {
    month,
    district,
    vehicle,
    trips,
    service: ['SERVICE TYPE', 'LAYANAN'],
    distance: ['DISTANCE KM', 'JARAK KM', 'JARAK'],
    fare: ['FARE', 'TARIF'],
  },
} as const satisfies Record<FeedKindCode, Record<string, readonly string[]>>;

/** Without these a file tells nothing. */
export const neededColumns = {
  activity: ['month', 'district', 'vehicle', 'trips', 'active'],
  demand: ['month', 'district', 'requests'],
  fares: ['month', 'district', 'vehicle', 'service', 'distance', 'fare', 'trips'],
} as const;

/** Titles as they are told to whoever sent a file without them. */
export const examplesOf = (kind: FeedKindCode): string => {
  const columns: Readonly<Record<string, readonly string[]>> = feedColumns[kind];
  return neededColumns[kind].map((name) => (columns[name]?.[0] ?? '').toLowerCase().replaceAll(' ', '_')).join(', ');
};
