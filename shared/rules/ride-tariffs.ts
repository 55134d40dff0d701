import type { Day } from '../domain/basics/month.ts';
import { type Dated, inForce } from './dated.ts';

export type TariffZone = 'I' | 'II' | 'III';
/** What a passenger of a motorcycle taxi may be asked, in rupiah: by the kilometre, and at least for the first of them. */
export type RideTariff = Dated & {
  readonly zone: TariffZone;
  readonly floorPerKm: number;
  readonly ceilingPerKm: number;
  readonly firstKm: number;
  readonly firstFrom: number;
  readonly firstTo: number;
};

const source = 'Keputusan Menteri Perhubungan KP 667 Tahun 2022';
const since = { validFrom: '2022-09-10', validTo: null, source, confirmed: false, firstKm: 4 } as const;
/** Another year or zone is a row. Fees for goods and food are between businesses, and in no row. */
export const rideTariffs: readonly RideTariff[] = [
  { zone: 'I', floorPerKm: 2_000, ceilingPerKm: 2_500, firstFrom: 8_000, firstTo: 10_000, ...since },
  { zone: 'II', floorPerKm: 2_550, ceilingPerKm: 2_800, firstFrom: 10_200, firstTo: 11_200, ...since },
  { zone: 'III', floorPerKm: 2_300, ceilingPerKm: 2_750, firstFrom: 9_200, firstTo: 11_000, ...since },
];

/** The most a company keeps of a passenger's fare: for the application, and for what supports the driver. */
export const applicationCuts: readonly (Dated & { readonly percent: number; readonly supportPercent: number })[] = [
  {
    percent: 15,
    supportPercent: 5,
    validFrom: '2022-11-22',
    validTo: null,
    confirmed: false,
    source: 'Keputusan Menteri Perhubungan KP 1001 Tahun 2022',
  },
];

/** Jabodetabek by city; all others by province. */
const zoneTwo = new Set(['32.01', '32.16', '32.71', '32.75', '32.76', '36.03', '36.71', '36.74']);
/** Jawa, Bali and Sumatra (11 to 21); Nusa Tenggara, Kalimantan, Sulawesi, Maluku and Papua are zone III. */
export const tariffZoneOf = (cityCode: string): TariffZone => {
  const province = Number(cityCode.slice(0, 2));
  if (province === 31 || zoneTwo.has(cityCode)) return 'II';
  return province <= 36 || province === 51 ? 'I' : 'III';
};

export const rideTariffOn = (cityCode: string, day: Day): RideTariff | undefined =>
  rideTariffs.find((one) => one.zone === tariffZoneOf(cityCode) && inForce(one, day));

/** Percent of the fare; undefined where no rule was in force. */
export const mostCutOn = (day: Day): { readonly percent: number; readonly source: string } | undefined => {
  const found = applicationCuts.find((one) => inForce(one, day));
  return found && { percent: found.percent + found.supportPercent, source: found.source };
};
