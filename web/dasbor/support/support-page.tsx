import type { Category } from '../../../shared/domain/basics/category.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { count, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { shortNames } from '../../kit/categories.ts';
import { type Standing, unsoldFor } from '../../kit/equity/words.ts';
import { Notice } from '../../kit/page.tsx';
import { type City, districtName } from '../../kit/places.ts';
import { HOME } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { loadList, type Standings } from './load-list.ts';
import { addressOf, type Wanted, wantedOf } from './wanted.ts';

type ListProps = { city: City; month: string; wanted: Wanted; list: Standings };

const place = (city: City, { district, category }: Wanted): string =>
  [category && categories[category], district && `di ${districtName(city, district)}`].filter(Boolean).join(' ');

const Row = ({ city, standing }: { city: City; standing: Standing }) => (
  <tr>
    <th scope="row">
      <bdi>{standing.name}</bdi>
      <small>
        <bdi>{standing.address}</bdi>, {districtName(city, standing.district)} · {shortNames[standing.category]}
      </small>
    </th>
    <td class={standing.turnoverRupiah > 0 ? 'number' : 'number none'}>{unsoldFor(standing)}</td>
    <td class="number roomy">{count(standing.orders)}</td>
    <td class="number">{rupiah(standing.turnoverRupiah)}</td>
  </tr>
);

const Filters = ({ city, month, wanted }: Omit<ListProps, 'list'>) => (
  <form class="choose" action={`${HOME}perlu-didatangi`}>
    <input type="hidden" name="kota" value={city.cityCode} />
    <input type="hidden" name="bulan" value={month} />
    {wanted.order === 'most' && <input type="hidden" name="urut" value="terbanyak" />}
    <label class="field">
      Kecamatan
      <select class="control" name="kecamatan">
        <option value="">Semua</option>
        {city.districts.map(({ code, name }) => (
          <option key={code} value={code} selected={code === wanted.district}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <label class="field">
      Kategori
      <select class="control" name="kategori">
        <option value="">Semua</option>
        {(Object.keys(categories) as Category[]).map((code) => (
          <option key={code} value={code} selected={code === wanted.category}>
            {shortNames[code]}
          </option>
        ))}
      </select>
    </label>
    <button class="line" type="submit">
      Terapkan
    </button>
  </form>
);

const Empty = ({ city, month, wanted }: Omit<ListProps, 'list'>) =>
  wanted.district || wanted.category || wanted.cursor ? (
    <Notice
      title="Tidak ada usaha dengan filter ini"
      text={`Belum ada usaha ${place(city, wanted)} pada ${monthName(month)}. Kurangi filter untuk melihat yang lain.`}
    >
      <a class="line" href={addressOf(city, month, { order: wanted.order })}>
        Lihat semua usaha
      </a>
    </Notice>
  ) : (
    <Notice
      title={`Belum ada usaha aktif pada ${monthName(month)}`}
      text="Usaha masuk daftar ini setelah diverifikasi. Periksa dulu pendaftaran yang menunggu."
    />
  );

/** Who sold least, the unsold first: whom to visit. Turned round, who is bought most often. */
const LeastSold = ({ city, month, wanted, list }: ListProps) => {
  const { items, next } = list;
  const view = { ...wanted, cursor: undefined };
  const most = wanted.order === 'most';
  const done = !most && !wanted.cursor && (items[0]?.turnoverRupiah ?? 0) > 0;
  return (
    <section class="least" aria-labelledby="daftar">
      <h1 id="daftar">{most ? 'Paling banyak menjual' : 'Perlu didatangi'}</h1>
      <p class="quiet">
        {most ? 'Omzet terbesar di atas.' : 'Yang belum menjual di atas, lalu yang omzetnya paling kecil.'}{' '}
        <a href={addressOf(city, month, { ...view, order: most ? 'least' : 'most' })}>
          {most ? 'Lihat yang perlu didatangi' : 'Lihat yang paling banyak menjual'}
        </a>
      </p>
      <Filters city={city} month={month} wanted={wanted} />
      {items.length === 0 ? (
        <Empty city={city} month={month} wanted={wanted} />
      ) : (
        <>
          {done && (
            <Notice
              title="Semua usaha di daftar ini sudah menjual"
              text={`Tidak ada yang perlu didatangi untuk ${monthName(month)}. Yang omzetnya paling kecil ada di atas.`}
            />
          )}
          <table>
            <caption>
              {monthName(month)}, {city.name}. Hanya untuk petugas kota.
            </caption>
            <thead>
              <tr>
                <th scope="col">Usaha</th>
                <th scope="col" class="number">
                  Tanpa penjualan
                </th>
                <th scope="col" class="number roomy">
                  Pesanan
                </th>
                <th scope="col" class="number">
                  Omzet
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((standing) => (
                <Row key={standing.merchantId} city={city} standing={standing} />
              ))}
            </tbody>
          </table>
          <nav class="more" aria-label="Halaman daftar">
            {next && (
              <a class="line" rel="next" href={addressOf(city, month, { ...view, cursor: next })}>
                Usaha berikutnya
              </a>
            )}
            {wanted.cursor && <a href={addressOf(city, month, view)}>Kembali ke awal daftar</a>}
            {!next && <p class="quiet">Ini akhir daftar.</p>}
          </nav>
        </>
      )}
    </section>
  );
};

/** The list of a month, whether it runs or is closed. */
export const openSupport = async ({ call, place, month, query }: AskedCity): Promise<Opened> => {
  const wanted = wantedOf(query);
  const { month: of = '' } = month ?? {};
  const list = await loadList(call, place.code, of, wanted);
  const title = wanted.order === 'most' ? 'Paling banyak menjual' : 'Perlu didatangi';
  return { title, page: <LeastSold city={place.city} month={of} wanted={wanted} list={list} /> };
};
