import { categories } from '../../shared/domain/basics/category-labels.ts';
import { count, weekdays } from '../../shared/domain/basics/wording.ts';
import { LAST_HANDOVER_AT } from '../../shared/domain/orders/receiving/last-handover.ts';
import { type City, districtName } from '../kit/places.ts';
import type { ShownProduct } from './public/page.ts';

/** What can be had, in one sentence; made to order and lying on a shelf are told apart. How many are left changes by the minute. */
const supplyOf = ({ available, perDay, unit }: Pick<ShownProduct, 'available' | 'perDay' | 'unit'>): string => {
  if (!available) return 'Sedang habis';
  return perDay === null ? 'Tersedia' : `Bisa dibuat hingga ${count(perDay)} ${unit} per hari`;
};

/** Why it cannot be ordered now, if so. */
export const closedSentence = ({ available }: Pick<ShownProduct, 'available'>): string | undefined =>
  available ? undefined : 'Sedang habis. Lihat barang lain dari toko ini atau tanya kapan ada lagi.';

const sameDay = ({ policies: { lastHandoverAt = LAST_HANDOVER_AT } }: City): string =>
  `Bisa untuk hari yang sama, sebelum pukul ${lastHandoverAt.replace(':', '.')}`;

/** A product's facts as pairs of a name and what is so. */
export const factsOf = (city: City, product: ShownProduct): [name: string, fact: string][] => {
  const { closedDays, deliversTo, leadDays, minQuantity, unit } = product;
  const facts: [string, string][] = [
    ['Usaha', product.merchantName],
    ['Kecamatan', districtName(city, product.district)],
    ['Kategori', categories[product.category]],
    ['Persediaan', supplyOf(product)],
    ['Pesan', leadDays === 0 ? sameDay(city) : `Paling lambat ${leadDays} hari sebelum diantar`],
  ];
  if (minQuantity > 1) facts.push(['Minimal pesan', `${count(minQuantity)} ${unit}`]);
  if (closedDays.length > 0) facts.push(['Tutup', closedDays.map((day) => weekdays[day - 1]).join(', ')]);
  if (deliversTo.length > 0) facts.push(['Diantar ke', deliversTo.map((code) => districtName(city, code)).join(', ')]);
  return facts;
};
