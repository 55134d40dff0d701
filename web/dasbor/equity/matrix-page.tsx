import type { Output } from '../../../shared/contract.ts';
import type { Category } from '../../../shared/domain/basics/category.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import type { Month } from '../../../shared/domain/basics/month.ts';
import { count, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { shortNames } from '../../kit/categories.ts';
import { type MatrixCell, matrixRow } from '../../kit/charts/matrix.ts';
import { More } from '../../kit/desk/data-table.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { Source } from '../../kit/figure.tsx';
import { Notice } from '../../kit/page.tsx';
import { dasborAddress, HOME } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { monthsOfCity } from '../since-founding.ts';
import { type Wanted, wantedOf } from '../support/wanted.ts';
import { RecapTabs } from './recap-tabs.tsx';

type History = Output<'GET /cities/{city}/standings/{month}/histories'>['items'][number];
const SHOPS = 25;
const MONTHS = 12;

const words = { sold: 'menjual', unsold: 'belum menjual', absent: 'belum terdaftar' } as const;
const wordsOf = (month: Month, { state, rupiah: sold, reported }: MatrixCell): string =>
  [
    `${monthName(month)}: ${state === 'sold' ? rupiah(sold) : words[state]}`,
    ...(reported ? ['penjualan luar dilaporkan'] : []),
  ].join(', ');

/** Full: sold. Hollow: in the register, nothing sold. Nothing: not there. A dot beneath: sales elsewhere were reported. */
const Mark = ({ month, cell }: { month: Month; cell: MatrixCell }) => (
  <svg class="mark-of-month" viewBox="0 0 16 24" width="16" height="24" role="img" aria-label={wordsOf(month, cell)}>
    <title>{wordsOf(month, cell)}</title>
    {cell.state === 'sold' && <rect class="full" x="1" y="2" width="14" height="14" />}
    {cell.state === 'unsold' && <rect class="empty" x="2" y="3" width="12" height="12" />}
    {cell.state === 'absent' && <path class="none" d="M5 9h6" />}
    {cell.reported && <circle class="full" cx="8" cy="21" r="2" />}
  </svg>
);

type Props = { readonly shops: readonly History[]; readonly months: readonly Month[]; readonly asked: AskedCity };
const Matrix = ({ shops, months, asked: { place } }: Props) => (
  <table class="matrix">
    <caption>
      Penuh: menjual. Kosong: belum menjual. Garis: belum terdaftar. Titik di bawah: penjualan luar dilaporkan.
    </caption>
    <thead>
      <tr>
        <th scope="col">Usaha</th>
        {months.map((month, at) => (
          <th key={month} scope="col" class={at < months.length / 2 ? 'roomy' : undefined}>
            <abbr title={monthName(month)}>{monthName(month).slice(0, 3)}</abbr>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {shops.map(({ merchantId, name, district, category, months: known }) => (
        <tr key={merchantId}>
          <th scope="row">
            <a href={dasborAddress(`usaha/${merchantId}`, place)}>
              <bdi>{name}</bdi>
            </a>
            <small>
              {place.city.districts.find(({ code }) => code === district)?.name ?? place.name} · {shortNames[category]}
            </small>
          </th>
          {matrixRow(months, known).map((cell, at) => (
            <td key={months[at]} class={at < months.length / 2 ? 'roomy' : undefined}>
              <Mark month={months[at] ?? ''} cell={cell} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

type HeadProps = { readonly asked: AskedCity; readonly month: Month; readonly wanted: Wanted };
const addressOf = ({ asked, month, wanted }: HeadProps, cursor?: string): string =>
  dasborAddress('matriks', asked.place, {
    bulan: month,
    urut: wanted.order === 'most' ? 'terbanyak' : undefined,
    kecamatan: wanted.district,
    kategori: wanted.category,
    lanjut: cursor,
  });

const Filters = ({ asked: { place }, month, wanted }: HeadProps) => (
  <FilterBar
    action={`${HOME}matriks`}
    keep={{ kota: place.code, bulan: month }}
    clear={dasborAddress('matriks', place, { bulan: month })}
    filters={[
      {
        name: 'kecamatan',
        label: 'Kecamatan',
        value: wanted.district,
        choices: place.city.districts.map(({ code, name }) => [code, name]),
      },
      {
        name: 'kategori',
        label: 'Kategori',
        value: wanted.category,
        choices: (Object.keys(categories) as Category[]).map((code) => [code, shortNames[code]]),
      },
      {
        name: 'urut',
        label: 'Urutan',
        all: 'Paling lama belum menjual',
        value: wanted.order === 'most' ? 'terbanyak' : undefined,
        choices: [['terbanyak', 'Paling banyak menjual']],
      },
    ]}
  />
);

/** Shops by months, a page at a time: who sold, who reported, since when somebody is quiet. By name: for the city alone. */
export const openMatrix = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query } = asked;
  const month = asked.month?.month ?? '';
  const wanted = wantedOf(query);
  const { items, next } = await call('GET /cities/{city}/standings/{month}/histories', {
    params: { city: place.code, month },
    query: {
      limit: SHOPS,
      order: wanted.order,
      cursor: wanted.cursor,
      district: wanted.district,
      category: wanted.category,
    },
  });
  const months = monthsOfCity(place.city, month, MONTHS).reverse();
  const head = { asked, month, wanted };
  const page = (
    <>
      <h1>Usaha per bulan</h1>
      <RecapTabs asked={asked} at="Usaha per bulan" />
      <p class="quiet">
        {months.length === MONTHS ? 'Dua belas' : count(months.length)} bulan sampai {monthName(month)}. Yang paling
        lama belum menjual di atas, kecuali urutannya diganti. Di HP tampil enam bulan terakhir. Hanya untuk petugas
        kota.
      </p>
      <Filters {...head} />
      {items.length === 0 ? (
        <Notice
          title={wanted.district || wanted.category ? 'Tidak ada usaha dengan filter ini' : 'Belum ada usaha'}
          text={`Tidak ada usaha dalam hitungan ${monthName(month)}. ${wanted.district || wanted.category ? 'Kurangi filter atau pilih bulan lain.' : 'Usaha masuk hitungan setelah diverifikasi.'}`}
        />
      ) : (
        <>
          <Matrix shops={items} months={months} asked={asked} />
          <Source
            source={`Pesanan yang diterima pembeli, sampai ${monthName(month)}`}
            how="Menjual berarti paling sedikit satu pesanan diterima pembeli pada bulan itu. Laporan penjualan luar tidak dicampur dengan omzet pasar ini."
          />
          <More of="usaha" next={next ? addressOf(head, next) : undefined} first={wanted.cursor && addressOf(head)} />
        </>
      )}
    </>
  );
  return { title: 'Usaha per bulan', page };
};
