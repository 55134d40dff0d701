/** What a feed tells, in the words of the page. */
export const feedKinds = {
  activity: 'Pengemudi dan perjalanan',
  demand: 'Permintaan',
  fares: 'Tarif',
} as const;
export type FeedKindCode = keyof typeof feedKinds;

export const vehicleNames = { motorcycle: 'Sepeda motor', car: 'Mobil', bicycle: 'Sepeda', truck: 'Truk' } as const;
export type VehicleCode = keyof typeof vehicleNames;

export const serviceNames = { passenger: 'Penumpang', goods: 'Barang', food: 'Makanan' } as const;
export type ServiceCode = keyof typeof serviceNames;

/** A count that is below ten and kept back by who reports it, as MDS writes it. */
export const BELOW_TEN = -1;
/** Counts below this are kept back. */
export const LEAST_SHOWN = 10;
