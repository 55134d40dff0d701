import type { ComponentChild } from 'preact';
import type { Category } from '../../../shared/domain/basics/category.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import type { Month } from '../../../shared/domain/basics/month.ts';
import { count, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { Refusal } from '../../entry/client.ts';
import { shortNames } from '../../kit/categories.ts';
import { type Column, DataTable, More } from '../../kit/desk/data-table.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { type Standing, unsoldFor } from '../../kit/equity/words.ts';
import { Notice } from '../../kit/page.tsx';
import { type City, districtName } from '../../kit/places.ts';
import { HOME } from '../address.ts';
import { type Districts, districtFilter, districtsRead } from '../districts.ts';
import { openFollowUps } from '../follow-ups/follow-up-list.tsx';
import type { AskedCity, Opened } from '../opened.ts';
import { orPreparing, Preparing } from '../preparing.tsx';
import { Way } from '../way.tsx';
import { followUpAddress, GapList, loadGap } from './gap-list.tsx';
import { loadList, type Standings } from './load-list.ts';
import { SupportTabs } from './support-tabs.tsx';
import { addressOf, type Wanted, wantedOf } from './wanted.ts';

type ListProps = {
  readonly city: City;
  /** Those of who reads. */
  readonly districts: Districts;
  readonly month: Month;
  readonly wanted: Wanted;
  readonly list: Standings;
  readonly linkTo: AskedCity['linkTo'];
};

const columnsOf = (city: City, month: Month): readonly Column<Standing>[] => [
  {
    name: 'Usaha',
    show: ({ merchantId, name, address, district, category }) => (
      <>
        <a href={followUpAddress(city, merchantId, month)}>
          <bdi>{name}</bdi>
        </a>
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

const Filters = ({ city, districts, month, wanted }: Omit<ListProps, 'list' | 'linkTo'>) => (
  <FilterBar
    action={`${HOME}perlu-didatangi`}
    keep={{ kota: city.cityCode, bulan: month, urut: wanted.order === 'most' ? 'terbanyak' : undefined }}
    clear={addressOf(city, month, { order: wanted.order })}
    filters={[
      ...districtFilter(districts, wanted.district),
      {
        name: 'kategori',
        label: 'Kategori',
        value: wanted.category,
        choices: (Object.keys(categories) as Category[]).map((code) => [code, shortNames[code]]),
      },
    ]}
  />
);

const filterWords = (city: City, { district, category }: Wanted): string =>
  [category && categories[category], district && `di ${districtName(city, district)}`].filter(Boolean).join(' ');

const Empty = ({ city, month, wanted, linkTo }: Omit<ListProps, 'list' | 'districts'>) =>
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
    >
      <Way to={linkTo('usaha')}>Periksa pendaftaran</Way>
    </Notice>
  );

/** Who sold least, the unsold first: whom to visit. Turned round, who is bought most often. */
const LeastSold = ({ city, districts, month, wanted, list, linkTo }: ListProps) => {
  const { items, next } = list;
  const view = { ...wanted, cursor: undefined };
  const most = wanted.order === 'most';
  const done = !most && !wanted.cursor && (items[0]?.turnoverRupiah ?? 0) > 0;
  return (
    <section aria-labelledby="daftar">
      <h1 id="daftar">{most ? 'Paling banyak menjual' : 'Perlu didatangi'}</h1>
      <SupportTabs city={city} month={month} at="all" />
      <p class="quiet">
        {most ? 'Omzet terbesar di atas.' : 'Yang belum menjual di atas, lalu yang omzetnya paling kecil.'}{' '}
        <a href={addressOf(city, month, { ...view, order: most ? 'least' : 'most' })}>
          {most ? 'Lihat yang perlu didatangi' : 'Lihat yang paling banyak menjual'}
        </a>
      </p>
      <Filters city={city} districts={districts} month={month} wanted={wanted} />
      {items.length === 0 ? (
        <Empty city={city} month={month} wanted={wanted} linkTo={linkTo} />
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
            columns={columnsOf(city, month)}
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

/** A view under the page's own head. */
const framed = (city: City, month: Month, { view }: Wanted, shown: ComponentChild): Opened => ({
  title: 'Perlu didatangi',
  page: (
    <section aria-labelledby="daftar">
      <h1 id="daftar">Perlu didatangi</h1>
      <SupportTabs city={city} month={month} at={view} />
      {shown}
    </section>
  ),
});

/** The list of a month, whether it runs or is closed. */
export const openSupport = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, month, query } = asked;
  const wanted = wantedOf(query);
  const { month: of = '' } = month ?? {};
  const districts = districtsRead(asked);
  if (wanted.view === 'causes') {
    const [gap, sought] = await Promise.all([
      orPreparing(loadGap(call, place.code, of, wanted)),
      call('GET /cities/{city}/sought', { params: { city: place.code } }),
    ]);
    if (gap instanceof Refusal) return framed(place.city, of, wanted, <Preparing told={gap} again={asked.again} />);
    return framed(
      place.city,
      of,
      wanted,
      <GapList city={place.city} districts={districts} month={of} wanted={wanted} gap={gap} sought={sought} />,
    );
  }
  if (wanted.view !== 'all') return framed(place.city, of, wanted, await openFollowUps(asked, of, wanted));
  const list = await loadList(call, place.code, of, wanted);
  const title = wanted.order === 'most' ? 'Paling banyak menjual' : 'Perlu didatangi';
  const { linkTo } = asked;
  return {
    title,
    page: <LeastSold city={place.city} districts={districts} month={of} wanted={wanted} list={list} linkTo={linkTo} />,
  };
};
