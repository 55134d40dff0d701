import type { Zone } from '../domain/basics/month.ts';

/** The civil zone of every province (Keppres 41/1987; the provinces of 2022 keep the zone of the land they are on). */
const provinceZones: Record<Zone, readonly string[]> = {
  'Asia/Jakarta': [...'11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62'.split(' ')],
  'Asia/Makassar': [...'51 52 53 63 64 65 71 72 73 74 75 76'.split(' ')],
  'Asia/Jayapura': [...'81 82 91 92 93 94 95 96'.split(' ')],
};

export const isProvince = (code: string): boolean =>
  Object.values(provinceZones).some((provinces) => provinces.includes(code));

/** The civil zone of a region by its Kemendagri code (`35.73`). @throws Error for a province nobody knows */
export const zoneOf = (code: string): Zone => {
  const province = code.slice(0, 2);
  const found = Object.entries(provinceZones).find(([, provinces]) => provinces.includes(province));
  if (!found) throw new Error(`no zone is known for province ${province}`);
  return found[0] as Zone;
};
