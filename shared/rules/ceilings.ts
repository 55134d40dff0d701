import type { Ceiling } from '../domain/catalogue/ceiling.ts';

/**
 * Retail price ceilings (harga eceran tertinggi, HET) of the whole country, by zone of provinces; rupiah for one unit.
 * Only what names its goods and unit plainly is here; a city enters its own (standar harga satuan) beside them.
 *
 * The figures are as several newspapers and the agency's own letter of 25 August 2025 reported the decree; its text was
 * not at hand, nor was it checked that nothing replaced it since. Read both before the first city goes live: a ceiling
 * that is out of date puts honest sellers below the line.
 */
const RICE = 'Keputusan Kepala Badan Pangan Nasional 299/2025 tentang HET beras (22 Agustus 2025)';

/** Kemendagri codes of the provinces of each rice zone, as the decree divides the country. */
const riceZones = [
  {
    // Jawa, Lampung, Sumatera Selatan, Bali, Nusa Tenggara Barat, Sulawesi
    provinces: ['16', '18', '31', '32', '33', '34', '35', '36', '51', '52', '71', '72', '73', '74', '75', '76'],
    medium: 13_500,
    premium: 14_900,
  },
  {
    // The rest of Sumatera, Nusa Tenggara Timur, Kalimantan
    provinces: ['11', '12', '13', '14', '15', '17', '19', '21', '53', '61', '62', '63', '64', '65'],
    medium: 14_000,
    premium: 15_400,
  },
  {
    // Maluku and Papua
    provinces: ['81', '82', '91', '92', '93', '94', '95', '96'],
    medium: 15_500,
    premium: 15_800,
  },
] as const;

const rice = (goods: string, ceilingRupiah: number): Ceiling => ({
  category: 'daily-needs',
  goods,
  unit: 'kg',
  ceilingRupiah,
  validFrom: '2025-08-22',
  validTo: null,
  source: RICE,
});

/** The country's ceilings as they hold in a province. Empty for a province that no zone names. */
export const countryCeilings = (province: string): readonly Ceiling[] => {
  const zone = riceZones.find(({ provinces }) => (provinces as readonly string[]).includes(province));
  return zone ? [rice('beras medium', zone.medium), rice('beras premium', zone.premium)] : [];
};
