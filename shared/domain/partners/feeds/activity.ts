import { countOf, isMoreThan, moneyOf } from './cells.ts';
import type { ActivityCell } from './feed.ts';
import { districtFinder, type Gathering, placedIn, type Reading, vehicleOf } from './row-reader.ts';

/** Drivers, trips and money by kecamatan and vehicle, a row each. */
export const activityOf = (reading: Reading): Gathering => {
  const find = districtFinder(reading.districts);
  const cells = new Map<string, { cell: ActivityCell; at: number }>();
  return {
    take: (row) => {
      const district = placedIn(row, reading, find);
      const vehicle = vehicleOf(row);
      const group = row.text('group');
      if (group !== '' && group !== 'all_riders')
        row.flaw('group', 'Hanya baris all_riders: kelompok lain sudah termasuk di dalamnya.');
      const [driversEligible, driversActive] = [countOf(row, 'eligible'), countOf(row, 'active')];
      const [trips, riders] = [countOf(row, 'trips'), countOf(row, 'riders')];
      const [grossFare, driverPay, commission] = [
        moneyOf(row, 'fare'),
        moneyOf(row, 'pay'),
        moneyOf(row, 'commission'),
      ];
      if (isMoreThan(driversActive, driversEligible))
        row.flaw('active', 'Pengemudi aktif lebih banyak daripada yang terdaftar.');
      if (grossFare != null && commission != null && commission > grossFare)
        row.flaw('commission', 'Potongan lebih besar daripada tarif kotor.');
      if (district === undefined || vehicle === undefined) return;
      const earlier = cells.get(`${district} ${vehicle}`);
      if (earlier) {
        row.flaw('district', `Kecamatan dan kendaraan ini sudah ada di baris ${earlier.at}. Sisakan satu baris.`);
        return;
      }
      const counts = { driversEligible, driversActive, trips, riders, grossFare, driverPay, commission };
      if (Object.values(counts).includes(undefined)) return;
      cells.set(`${district} ${vehicle}`, {
        cell: { district, vehicle, ...(counts as Omit<ActivityCell, 'district' | 'vehicle'>) },
        at: row.at,
      });
    },
    figures: () => ({ kind: 'activity', cells: [...cells.values()].map(({ cell }) => cell) }),
  };
};
