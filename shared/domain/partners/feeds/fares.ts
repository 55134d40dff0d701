import type { RideTariff } from '../../../rules/ride-tariffs.ts';
import { countOf, moneyOf, type Row } from './cells.ts';
import { sideOf } from './corridor.ts';
import type { FareCell } from './feed.ts';
import { districtFinder, type Gathering, placedIn, type Reading, vehicleOf } from './row-reader.ts';
import { textSet } from './row-set.ts';
import { type ServiceCode, serviceNames } from './words.ts';

const services = new Map<string, ServiceCode>([
  ['passenger', 'passenger'],
  ['penumpang', 'passenger'],
  ['goods', 'goods'],
  ['barang', 'goods'],
  ['food', 'food'],
  ['makanan', 'food'],
]);
const serviceOf = (row: Row): ServiceCode | undefined =>
  services.get(row.text('service').toLowerCase()) ??
  row.flaw('service', `Layanan tidak dikenal. Pakai ${Object.keys(serviceNames).join(', ')}.`);

const KM = /^\d{1,3}([.,]\d{1,2})?$/;
const kmOf = (row: Row): number | undefined => {
  const typed = row.text('distance');
  return KM.test(typed)
    ? Number(typed.replace(',', '.'))
    : row.flaw('distance', 'Tulis jarak dalam km, misalnya 4 atau 6,5.');
};

/** How many trips were asked how much for how far, held against the corridor that was in force. */
export const faresOf = (reading: Reading & { readonly tariff: RideTariff; readonly mostRows: number }): Gathering => {
  const find = districtFinder(reading.districts);
  const cells = new Map<string, FareCell>();
  const seen = textSet(reading.mostRows);
  return {
    take: (row) => {
      const district = placedIn(row, reading, find);
      const [vehicle, service, km] = [vehicleOf(row), serviceOf(row), kmOf(row)];
      const fare = moneyOf(row, 'fare');
      const trips = countOf(row, 'trips');
      if (fare === null) row.flaw('fare', 'Tarif wajib diisi: tanpa tarif baris ini tidak berarti apa-apa.');
      if (trips === null) row.flaw('trips', 'Jumlah perjalanan wajib diisi; tulis -1 bila di bawah 10.');
      if (!district || !vehicle || !service || km === undefined || fare == null || trips == null) return;
      if (!seen.add(`${district} ${vehicle} ${service} ${km} ${fare}`)) {
        row.flaw('fare', 'Kecamatan, layanan, jarak, dan tarif ini sudah ada di baris lain. Sisakan satu baris.');
        return;
      }
      const key = `${district} ${service} ${vehicle}`;
      const cell = cells.get(key) ?? { district, service, vehicle, trips: 0, below: 0, above: 0, hidden: 0 };
      cells.set(key, cell);
      if (trips < 0) cell.hidden += 1;
      else {
        cell.trips += trips;
        const side = sideOf(reading.tariff, km, fare);
        if (side !== 'within') cell[side] += trips;
      }
    },
    figures: () => ({ kind: 'fares', cells: [...cells.values()] }),
  };
};
