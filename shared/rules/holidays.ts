import type { Day } from '../domain/basics/month.ts';
import type { Holiday } from '../domain/places/holidays.ts';

type Year = {
  readonly source: string;
  /** False while nobody read the decree itself: shown as such, and to be read before the first city goes live. */
  readonly confirmed: boolean;
  readonly days: readonly Holiday[];
};
const national = (day: Day, name: string): Holiday => ({ day, name, kind: 'national' });
const joint = (day: Day, name: string): Holiday => ({ day, name, kind: 'joint' });

/** Days on which offices of the whole country are closed, as three ministers decide them for each year. */
const years: Readonly<Record<string, Year>> = {
  '2026': {
    source:
      'Keputusan Bersama Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, dan Menteri PANRB 5/2025 (19 September 2025)',
    confirmed: false,
    days: [
      national('2026-01-01', 'Tahun Baru 2026 Masehi'),
      national('2026-01-16', 'Isra Mikraj Nabi Muhammad'),
      joint('2026-02-16', 'Cuti bersama Tahun Baru Imlek'),
      national('2026-02-17', 'Tahun Baru Imlek 2577'),
      joint('2026-03-18', 'Cuti bersama Nyepi'),
      national('2026-03-19', 'Hari Suci Nyepi'),
      joint('2026-03-20', 'Cuti bersama Idulfitri'),
      national('2026-03-21', 'Idulfitri 1447 Hijriah'),
      national('2026-03-22', 'Idulfitri 1447 Hijriah'),
      joint('2026-03-23', 'Cuti bersama Idulfitri'),
      joint('2026-03-24', 'Cuti bersama Idulfitri'),
      national('2026-04-03', 'Wafat Yesus Kristus'),
      national('2026-04-05', 'Kebangkitan Yesus Kristus'),
      national('2026-05-01', 'Hari Buruh Internasional'),
      national('2026-05-14', 'Kenaikan Yesus Kristus'),
      joint('2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus'),
      national('2026-05-27', 'Iduladha 1447 Hijriah'),
      joint('2026-05-28', 'Cuti bersama Iduladha'),
      national('2026-05-31', 'Hari Raya Waisak 2570'),
      national('2026-06-01', 'Hari Lahir Pancasila'),
      national('2026-06-16', 'Tahun Baru Islam 1448 Hijriah'),
      national('2026-08-17', 'Proklamasi Kemerdekaan'),
      national('2026-08-25', 'Maulid Nabi Muhammad'),
      joint('2026-12-24', 'Cuti bersama Natal'),
      national('2026-12-25', 'Kelahiran Yesus Kristus'),
    ],
  },
  // The months of Idulfitri and Iduladha are confirmed by the Minister of Religion in their year.
  '2027': {
    source:
      'Keputusan Bersama Menteri Agama 1205/2026, Menteri Ketenagakerjaan 3/2026, dan Menteri PANRB 2/2026 (15 September 2026)',
    confirmed: false,
    days: [
      national('2027-01-01', 'Tahun Baru 2027 Masehi'),
      national('2027-01-05', 'Isra Mikraj Nabi Muhammad'),
      joint('2027-02-05', 'Cuti bersama Tahun Baru Imlek'),
      national('2027-02-06', 'Tahun Baru Imlek 2578'),
      national('2027-03-08', 'Hari Suci Nyepi'),
      joint('2027-03-09', 'Cuti bersama Idulfitri'),
      national('2027-03-10', 'Idulfitri 1448 Hijriah'),
      national('2027-03-11', 'Idulfitri 1448 Hijriah'),
      joint('2027-03-12', 'Cuti bersama Idulfitri'),
      joint('2027-03-15', 'Cuti bersama Idulfitri'),
      joint('2027-03-25', 'Cuti bersama Wafat Yesus Kristus'),
      national('2027-03-26', 'Wafat Yesus Kristus'),
      national('2027-03-28', 'Kebangkitan Yesus Kristus'),
      national('2027-05-01', 'Hari Buruh Internasional'),
      national('2027-05-06', 'Kenaikan Yesus Kristus'),
      national('2027-05-17', 'Iduladha 1448 Hijriah'),
      joint('2027-05-18', 'Cuti bersama Iduladha'),
      joint('2027-05-19', 'Cuti bersama Waisak'),
      national('2027-05-20', 'Hari Raya Waisak 2571'),
      national('2027-06-01', 'Hari Lahir Pancasila'),
      national('2027-06-06', 'Tahun Baru Islam 1449 Hijriah'),
      national('2027-08-15', 'Maulid Nabi Muhammad'),
      national('2027-08-17', 'Proklamasi Kemerdekaan'),
      joint('2027-12-24', 'Cuti bersama Natal'),
      national('2027-12-25', 'Kelahiran Yesus Kristus'),
      national('2027-12-26', 'Isra Mikraj Nabi Muhammad'),
    ],
  },
};

/** The country's days off in a year with where they are written; undefined for a year nobody entered yet. */
export const holidaysIn = (year: string): Year | undefined => years[year];
/** All that are known, of every year. */
export const everyHoliday: readonly Holiday[] = Object.values(years).flatMap(({ days }) => days);
