import { count, dateTime } from '../../../shared/domain/basics/wording.ts';
import type { OfficeOrder } from '../../../shared/domain/spending/office-orders.ts';
import { type Column, DataTable, More } from '../../kit/desk/data-table.tsx';
import { CopyLink, Downloads, type FigureFile } from '../../kit/desk/figure-foot.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { Notice } from '../../kit/page.tsx';
import { today as todayIn } from '../../kit/today.ts';
import { dasborAddress, HOME } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';
import { Way } from '../way.tsx';
import { ImportProcurements } from './import-procurements.tsx';
import { OfficeTabs } from './office-tabs.tsx';
import { OftenBought } from './often-bought.tsx';
import { UnstatedShops } from './scales.tsx';
import { reaches, Stages } from './stages.tsx';
import {
  type CitySpending,
  days,
  equivalent,
  headline,
  money,
  ruleSentence,
  share,
  shareOfStage,
  unstatedSentence,
} from './words.ts';
import { HowCounted, Years, yearOf } from './year-views.tsx';

type Office = CitySpending['items'][number];
type Place = AskedCity['place'];

/** Of more offices than these the figures are added up behind the page (functions/spending/sum-offices.ts). */
const FEW_OFFICES = 20;
/** Offices a page. */
const OFFICES = 25;

/** By what offices can stand, as an address says it; the largest first. */
const orders = {
  diterima: 'delivered',
  bagian: 'share',
  pemilik: 'owners',
  terbesar: 'largest',
  hari: 'days',
} as const satisfies Readonly<Record<string, OfficeOrder>>;
type Order = keyof typeof orders;
const orderOf = ({ urut }: Partial<Record<string, string>>): Order =>
  urut !== undefined && Object.hasOwn(orders, urut) ? (urut as Order) : 'diterima';

/** What an address asks of the offices: how they stand, whose name has these words, and from where on. */
type Wanted = { readonly order: Order; readonly text: string | undefined; readonly cursor: string | undefined };
const wantedOf = (query: Partial<Record<string, string>>): Wanted => {
  const text = query['dinas']?.trim();
  return { order: orderOf(query), text: text && text.length > 1 ? text : undefined, cursor: query['lanjut'] };
};
const addressOf = (place: Place, year: string, { order, text, cursor }: Partial<Wanted>): string =>
  dasborAddress('belanja', place, {
    tahun: year,
    urut: order === 'diterima' ? undefined : order,
    dinas: text,
    lanjut: cursor,
  });

const columnsOf = (place: Place, year: string, wanted: Wanted, rule: number | undefined): Column<Office>[] => {
  const sort = (order: Order) => ({
    to: addressOf(place, year, { order, text: wanted.text }),
    now: order === wanted.order ? ('descending' as const) : undefined,
  });
  return [
    {
      name: 'Dinas',
      show: ({ agencyId, name }) => (
        <a href={dasborAddress(`belanja/${agencyId}`, place, { tahun: year })}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    { name: 'Pengadaan resmi', number: true, show: ({ procurementRupiah }) => money(procurementRupiah) },
    { name: 'Dipesan', number: true, show: ({ ordered }) => money(ordered.totalRupiah) },
    { name: 'Diterima', number: true, sort: sort('diterima'), show: ({ delivered }) => money(delivered.totalRupiah) },
    { name: 'Dibayar', number: true, show: ({ paid }) => money(paid.totalRupiah) },
    {
      name: 'Bagian usaha kecil',
      number: true,
      sort: sort('bagian'),
      show: (office) =>
        `${share(shareOfStage(office, 'delivered'))}${office.procurementRupiah === null ? ' di pasar ini' : ''}`,
    },
    { name: `Terhadap ${rule ?? 0}%`, number: true, show: (office) => reaches(office, rule) },
    { name: 'Pemilik', number: true, show: ({ owners }) => count(owners) },
    {
      name: 'Setara',
      number: true,
      sort: sort('pemilik'),
      show: ({ equivalentOwners }) => equivalent(equivalentOwners),
    },
    { name: 'Pemilik terbesar', number: true, sort: sort('terbesar'), show: ({ largestShare }) => share(largestShare) },
    { name: 'Hari bayar, tengah', number: true, sort: sort('hari'), show: ({ medianDays }) => days(medianDays) },
    { name: 'Terlama', number: true, show: ({ longestDays }) => days(longestDays) },
  ];
};

const filesOf = ({ code }: Place, year: string): FigureFile[] =>
  (['xlsx', 'csv'] as const).map((ending) => ({
    name: ending.toUpperCase(),
    path: `/cities/${code}/spending/${year}/belanja-dinas.${ending}`,
    file: `belanja-dinas-${code}-${year}.${ending}`,
  }));

type OfficesProps = {
  readonly spending: CitySpending;
  readonly place: Place;
  readonly year: string;
  readonly wanted: Wanted;
};
const Totals = ({ spending: { total, officesWithout } }: Pick<OfficesProps, 'spending'>) => (
  <p>
    {total.orders === 0
      ? 'Belum ada pesanan yang disetujui. '
      : `${count(total.orders)} pesanan dari ${count(total.owners)} pemilik, setara ${equivalent(total.equivalentOwners)} bila dibagi rata. `}
    {total.paidOrders > 0 &&
      `Lunas: ${count(total.paidOrders)} pesanan, tengah ${days(total.medianDays)} sejak serah terima, terlama ${days(total.longestDays)}. `}
    {officesWithout > 0 && `${count(officesWithout)} dinas belum diisi belanja pengadaan resminya.`}
  </p>
);
const Offices = ({ spending: { items, next, officeCount, rule }, place, year, wanted }: OfficesProps) => {
  const { order, text, cursor } = wanted;
  return (
    <>
      {officeCount > FEW_OFFICES && (
        <FilterBar
          action={`${HOME}belanja`}
          keep={{ kota: place.code, tahun: year, urut: order === 'diterima' ? undefined : order }}
          clear={addressOf(place, year, { order })}
          filters={[{ name: 'dinas', label: 'Cari dinas', value: text, placeholder: 'Sebagian namanya' }]}
        />
      )}
      {items.length === 0 ? (
        <Notice title="Tidak ada dinas dengan nama itu" text="Tulis awal salah satu kata dari namanya." />
      ) : (
        <DataTable
          caption={`${count(officeCount)} dinas, tahun anggaran ${year}.`}
          columns={columnsOf(place, year, wanted, rule?.percent)}
          rows={items}
          keyOf={({ agencyId }) => agencyId}
        />
      )}
      <More
        of="dinas"
        next={next ? addressOf(place, year, { order, text, cursor: next }) : undefined}
        first={cursor && addressOf(place, year, { order, text })}
      />
    </>
  );
};

const openCitySpending = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query, kinds, session } = asked;
  const today = todayIn(place.code);
  const year = yearOf(query, today);
  const wanted = wantedOf(query);
  const spending = await pageFrom(wanted.cursor, (cursor) =>
    call('GET /cities/{city}/spending/{year}', {
      params: { city: place.code, year },
      query: { order: orders[wanted.order], text: wanted.text, limit: OFFICES, cursor },
    }),
  );
  const { total, officeCount, rule } = spending;
  const acts = kinds.includes('city-admin');
  const page = (
    <section aria-labelledby="belanja">
      <h1 id="belanja" class="headline">
        {headline(total, year)}
      </h1>
      {unstatedSentence(total) && (
        <p class="say waiting">
          {unstatedSentence(total)} <a href="#belum-dinyatakan">Lihat usahanya</a>
        </p>
      )}
      <p class="quiet">
        {ruleSentence(rule)} Angka sampai {dateTime(spending.at, place.city.zone)}
        {officeCount > FEW_OFFICES ? ', dijumlah lagi tiap seperempat jam' : ''}.
      </p>
      <OfficeTabs place={place} at="belanja" />
      <Years slug="belanja" place={place} year={year} today={today} />
      <Stages spent={total} rule={rule?.percent} offices={officeCount} />
      {officeCount === 0 ? (
        <Notice title="Belum ada dinas" text="Dinas memesan lewat pasar ini setelah ditambahkan kotanya.">
          <Way to={asked.linkTo('dinas')}>Buka halaman Dinas</Way>
        </Notice>
      ) : (
        <>
          <Totals spending={spending} />
          <Offices spending={spending} place={place} year={year} wanted={wanted} />
        </>
      )}
      <OftenBought asked={asked} spending={spending} />
      <HowCounted rule={rule} />
      <p class="links" id="berkas-belanja">
        <Downloads files={filesOf(place, year)} token={session?.token} />
        <CopyLink id="belanja" />
      </p>
      <UnstatedShops asked={asked} spending={spending} acts={acts} />
      {acts && <ImportProcurements key={year} asked={asked} year={year} />}
    </section>
  );
  return { title: `Belanja dinas ${year}`, page };
};

/** What offices spend and at whom: all of a city, or one. */
export const openSpending = async (asked: AskedCity): Promise<Opened> => {
  if (asked.rest === '') return openCitySpending(asked);
  const { openOfficeSpending } = await import('./office-page.tsx');
  return openOfficeSpending(asked);
};
