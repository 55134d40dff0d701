import type { Category } from '../../../shared/domain/basics/category.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import type { Month } from '../../../shared/domain/basics/month.ts';
import { count, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { shortNames } from '../../kit/categories.ts';
import { type Column, DataTable, More } from '../../kit/desk/data-table.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { type Standing, unsoldFor } from '../../kit/equity/words.ts';
import { Notice } from '../../kit/page.tsx';
import { type City, districtName } from '../../kit/places.ts';
import { HOME } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { loadList, type Standings } from './load-list.ts';
import { addressOf, type Wanted, wantedOf } from './wanted.ts';

type ListProps = {
  readonly city: City;
  readonly month: Month;
  readonly wanted: Wanted;
  readonly list: Standings;
};

const columnsOf = (city: City): readonly Column<Standing>[] => [
  {
    name: 'Usaha',
    show: ({ name, address, district, category }) => (
      <>
        <bdi>{name}</bdi>
        <small>
          <bdi>{address}</bdi>, {districtName(city, district)} · {shortNames[category]}
        </small>
      </>
    ),
  },
  {
    name: 'Tanpa penjualan',
    number: true,
    show: (standing) => <span class={standing.turnoverRupiah > 0 ? undefined : 'late'}>{unsoldFor(standing)}</span>,
  },
  { name: 'Pesanan', number: true, show: ({ orders }) => count(orders) },
  { name: 'Omzet', number: true, show: ({ turnoverRupiah }) => rupiah(turnoverRupiah) },
];

const Filters = ({ city, month, wanted }: Omit<ListProps, 'list'>) => (
  <FilterBar
    action={`${HOME}perlu-didatangi`}
    keep={{ kota: city.cityCode, bulan: month, urut: wanted.order === 'most' ? 'terbanyak' : undefined }}
    clear={addressOf(city, month, { order: wanted.order })}
    filters={[
      {
        ...{ name: 'kecamatan', label: 'Kecamatan', value: wanted.district },
        choices: city.districts.map(({ code, name }) => [code, name]),
      },
      {
        ...{ name: 'kategori', label: 'Kategori', value: wanted.category },
        choices: (Object.keys(categories) as Category[]).map((code) => [code, shortNames[code]]),
      },
    ]}
  />
);

const filterWords = (city: City, { district, category }: Wanted): string =>
  [category && categories[category], district && `di ${districtName(city, district)}`].filter(Boolean).join(' ');

const Empty = ({ city, month, wanted }: Omit<ListProps, 'list'>) =>
  wanted.district || wanted.category || wanted.cursor ? (
    <Notice
      title="Tidak ada usaha dengan filter ini"
      text={`Belum ada usaha ${filterWords(city, wanted)} pada ${monthName(month)}. Kurangi filter untuk melihat yang lain.`}
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
    <section aria-labelledby="daftar">
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
          <DataTable
            caption={`${monthName(month)}, ${city.name}. Hanya untuk petugas kota.`}
            columns={columnsOf(city)}
            rows={items}
            keyOf={({ merchantId }) => merchantId}
          />
          <More
            of="usaha"
            next={next ? addressOf(city, month, { ...view, cursor: next }) : undefined}
            first={wanted.cursor && addressOf(city, month, view)}
          />
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
