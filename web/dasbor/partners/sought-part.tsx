import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { count, monthName } from '../../../shared/domain/basics/wording.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { isFeatured, type Sought, type SoughtFound } from '../../kit/partners/sought.ts';
import { type City, districtName } from '../../kit/places.ts';

/** So many words tell what a place is asked for. */
const MOST_WORDS = 5;

/** What people eat and take home, in the words in which most of it was sought: what a place may be known for. */
export const featuredWords = (items: readonly Sought[]): string =>
  [...new Set(items.filter(isFeatured).flatMap(({ terms }) => terms))].slice(0, MOST_WORDS).join(', ');

/** What was sought in the market itself without a result, apart from what partners say. */
export const OwnSoughtPart = ({ city, own }: { city: City; own: SoughtFound['own'] }) =>
  own.items.length === 0 ? null : (
    <>
      <h2>Dicari di pasar ini, tidak ada</h2>
      <DataTable
        caption={`${monthName(own.month)}: satu jaringan internet dihitung sekali sebulan untuk satu kata, dibulatkan ke bawah per 10; di bawah 10 disembunyikan. Tidak dijumlahkan dengan angka mitra.`}
        columns={[
          {
            name: 'Kecamatan',
            show: ({ district }) => (district === null ? 'Seluruh kota' : districtName(city, district)),
          },
          { name: 'Kategori', show: ({ category }) => categories[category] },
          { name: 'Kali', number: true, show: ({ times }) => count(times) },
          { name: 'Kata', show: ({ terms }) => terms.join(', ') || '–' },
        ]}
        rows={own.items}
        keyOf={({ district, category }) => `${district} ${category}`}
      />
    </>
  );

/** What people asked partners for and nobody had, most of it first. */
export const SoughtPart = ({ city, found }: { city: City; found: SoughtFound }) => {
  if (found.month === null || found.items.length === 0) return null;
  const featured = featuredWords(found.items);
  return (
    <>
      <h2>Dicari dan tidak ada</h2>
      {featured && <p>Kuliner dan oleh-oleh yang dicari: {featured}.</p>}
      <DataTable
        caption={`${monthName(found.month)}: angka terbesar dari satu mitra, dibulatkan ke bawah per 10; di bawah 10 disembunyikan.`}
        columns={[
          { name: 'Kecamatan', show: ({ district }) => districtName(city, district) },
          { name: 'Kategori', show: ({ category }) => categories[category] },
          { name: 'Kali', number: true, show: ({ times }) => count(times) },
          { name: 'Kata', show: ({ terms }) => terms.join(', ') || '–' },
        ]}
        rows={found.items}
        keyOf={({ district, category }) => `${district} ${category}`}
      />
    </>
  );
};
