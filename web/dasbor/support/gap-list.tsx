import type { Output } from '../../../shared/contract.ts';
import type { Category } from '../../../shared/domain/basics/category.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import type { Month } from '../../../shared/domain/basics/month.ts';
import { count, dateTime, monthName } from '../../../shared/domain/basics/wording.ts';
import { type FollowUpState, isOpen, stateWords } from '../../../shared/domain/follow-ups/state-words.ts';
import type { Call } from '../../entry/client.ts';
import { shortNames } from '../../kit/categories.ts';
import { type Column, DataTable, More } from '../../kit/desk/data-table.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import type { Choice } from '../../kit/form.tsx';
import { Notice } from '../../kit/page.tsx';
import { ownSoughtOfShop, type SoughtFound, soughtOfShop, soughtSentence } from '../../kit/partners/sought.ts';
import { type City, districtName } from '../../kit/places.ts';
import { dasborAddress, HOME } from '../address.ts';
import { type Districts, districtFilter } from '../districts.ts';
import { pageFrom } from '../page-from.ts';
import { monthsOfCity } from '../since-founding.ts';
import { causeWords } from './cause-words.ts';
import { evidenceWords, type Line, missedWords } from './evidence.tsx';
import { addressOf, type Cause, type Wanted } from './wanted.ts';

type Gap = Output<'GET /cities/{city}/gap/{month}'>;
/** A morning's calls. */
const PAGE = 20;

export const loadGap = (call: Call, city: string, month: Month, wanted: Wanted): Promise<Gap> => {
  const { district, category, cause, since } = wanted;
  const read = (cursor: string | undefined) =>
    call('GET /cities/{city}/gap/{month}', {
      params: { city, month },
      query: { district, category, cause, unsoldSince: since, limit: PAGE, cursor },
    });
  return pageFrom(wanted.cursor, read);
};

/** The page of one shop: who looks after it. */
export const followUpAddress = (city: City, merchantId: string, month: Month): string =>
  dasborAddress(`tindak-lanjut/${merchantId}`, { level: 'city', code: city.cityCode }, { bulan: month });

type Held = { readonly state: FollowUpState; readonly officerName: string } | null;
export const heldWords = (held: Held): string => {
  if (!held) return 'Belum ada petugas';
  return isOpen(held.state) ? `${held.officerName}: ${stateWords[held.state].toLowerCase()}` : stateWords[held.state];
};

const columnsOf = ({ city, month, sought }: Pick<Props, 'city' | 'month' | 'sought'>): readonly Column<Line>[] => [
  {
    name: 'Usaha',
    show: ({ shops, followUp }) =>
      shops.map(({ merchantId, name, address, district, category }) => (
        <span key={merchantId}>
          <a href={followUpAddress(city, followUp?.merchantId ?? shops[0]?.merchantId ?? merchantId, month)}>
            <bdi>{name}</bdi>
          </a>
          <small>
            <bdi>{address}</bdi>, {districtName(city, district)} · {shortNames[category as Category]}
          </small>
        </span>
      )),
  },
  {
    name: 'Belum menjual',
    number: true,
    show: ({ monthsUnsold }) => <span class="late">{count(monthsUnsold)} bulan</span>,
  },
  {
    name: 'Sebab dan tindakan',
    prose: true,
    show: (line) => (
      <span>
        {causeWords[line.cause].name}
        <small>{line.action}</small>
        <small class="quiet">{evidenceWords(line).join(' ')}</small>
        {line.shops
          .flatMap((shop) => soughtOfShop(sought.items, shop) ?? [])
          .slice(0, 1)
          .map((one) => (
            <small key={one.category}>Ada permintaan. {soughtSentence(one)}</small>
          ))}
        {line.shops
          .flatMap((shop) => ownSoughtOfShop(sought.own, shop) ?? [])
          .slice(0, 1)
          .map((one) => (
            <small key={one.category}>Ada permintaan di pasar ini. {soughtSentence(one)}</small>
          ))}
      </span>
    ),
  },
  {
    name: 'Terlewat dua bulan',
    prose: true,
    number: true,
    show: (line) => {
      const { amount, why } = missedWords(city, line);
      return (
        <span>
          {amount}
          <small>{why}</small>
        </span>
      );
    },
  },
  { name: 'Petugas', show: ({ followUp }) => heldWords(followUp) },
];

/** Months since which somebody may not have sold, the latest first: on this list nobody is for less than two. */
const sinceChoices = (city: City, month: Month): Choice[] =>
  monthsOfCity(city, month, 12)
    .slice(1)
    .map((one) => [one, monthName(one)]);

type Props = {
  readonly city: City;
  /** Those of who reads. */
  readonly districts: Districts;
  readonly month: Month;
  readonly wanted: Wanted;
  readonly gap: Gap;
  /** What people near its shops look for and do not find. */
  readonly sought: SoughtFound;
};
const Filters = ({ city, districts, month, wanted }: Omit<Props, 'gap' | 'sought'>) => (
  <FilterBar
    action={`${HOME}perlu-didatangi`}
    keep={{ kota: city.cityCode, bulan: month, lihat: 'sebab' }}
    clear={addressOf(city, month, { view: 'causes' })}
    filters={[
      ...districtFilter(districts, wanted.district),
      {
        name: 'kategori',
        label: 'Kategori',
        value: wanted.category,
        choices: (Object.keys(categories) as Category[]).map((code) => [code, shortNames[code]]),
      },
      {
        name: 'sebab',
        label: 'Sebab',
        value: wanted.cause,
        choices: (Object.keys(causeWords) as Cause[]).map((code) => [code, causeWords[code].name]),
      },
      {
        name: 'sejak',
        label: 'Belum menjual sejak',
        value: wanted.since,
        choices: sinceChoices(city, month),
      },
    ]}
  />
);

/** Who sold nothing for two months or more: why, what to do first, what was missed, and which officer has it. */
export const GapList = ({ city, districts, month, wanted, gap, sought }: Props) => {
  const { items, next, summary } = gap;
  const view = { ...wanted, cursor: undefined };
  const narrowed = [wanted.district, wanted.category, wanted.cause, wanted.since].some((one) => one !== undefined);
  return (
    <>
      <p class="quiet">
        {summary.owners > 0 && `${count(summary.owners)} pemilik tidak menjual apa pun dua bulan atau lebih. `}
        {summary.basis} Penjualan sesudah <time dateTime={summary.madeAt}>{dateTime(summary.madeAt, city.zone)}</time>{' '}
        belum ikut.{' '}
        <a href={dasborAddress('kunjungan', { level: 'city', code: city.cityCode }, { kecamatan: wanted.district })}>
          Susun rute kunjungan
        </a>
      </p>
      <Filters city={city} districts={districts} month={month} wanted={wanted} />
      {narrowed && items.length > 0 && next === null && wanted.cursor === undefined && (
        <p>
          <b>{count(items.length)} usaha</b> cocok dengan filter.
        </p>
      )}
      {items.length === 0 ? (
        <Notice
          title={
            summary.owners === 0
              ? 'Belum ada yang dua bulan tidak menjual'
              : 'Tidak ada yang perlu dibantu dengan filter ini'
          }
          text={
            summary.owners === 0
              ? 'Pemilik masuk daftar ini setelah dua bulan tanpa penjualan.'
              : 'Kurangi filter, atau lihat semua usaha untuk yang baru sebulan belum menjual.'
          }
        >
          <a class="line" href={addressOf(city, month, { view: 'all' })}>
            Lihat semua usaha
          </a>
        </Notice>
      ) : (
        <>
          <DataTable
            caption={`${monthName(month)}, ${city.name}. Hanya untuk petugas kota. Terlewat: yang dijual toko sejenis, 95 dari 100 kali di antara kedua angka.`}
            columns={columnsOf({ city, month, sought })}
            rows={items}
            keyOf={({ ownerId }) => ownerId}
          />
          <More
            of="usaha"
            next={next ? addressOf(city, month, { ...view, cursor: next }) : undefined}
            first={wanted.cursor && addressOf(city, month, view)}
          />
        </>
      )}
    </>
  );
};
