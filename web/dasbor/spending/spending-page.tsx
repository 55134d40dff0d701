import { count, dateTime } from '../../../shared/domain/basics/wording.ts';
import { type Column, DataTable } from '../../kit/desk/data-table.tsx';
import { CopyLink, Downloads, type FigureFile } from '../../kit/desk/figure-foot.tsx';
import { Notice } from '../../kit/page.tsx';
import { today as todayIn } from '../../kit/today.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { Way } from '../way.tsx';
import { ImportProcurements } from './import-procurements.tsx';
import { OfficeTabs } from './office-tabs.tsx';
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

type Office = CitySpending['offices'][number];
type Place = AskedCity['place'];

/** Of more offices than these the figures are added up behind the page (functions/spending/sum-offices.ts). */
const FEW_OFFICES = 50;

/** By what offices can stand; the largest first. */
const orders = {
  diterima: (office: Office) => Number(office.delivered.totalRupiah),
  bagian: (office: Office) => shareOfStage(office, 'delivered') ?? -1,
  pemilik: (office: Office) => office.equivalentOwners ?? -1,
  terbesar: (office: Office) => office.largestShare ?? -1,
  hari: (office: Office) => office.medianDays ?? -1,
} as const;
type Order = keyof typeof orders;
const orderOf = ({ urut }: Partial<Record<string, string>>): Order =>
  urut !== undefined && Object.hasOwn(orders, urut) ? (urut as Order) : 'diterima';

const columnsOf = (place: Place, year: string, at: Order, rule: number | undefined): Column<Office>[] => {
  const sort = (order: Order) => ({
    to: dasborAddress('belanja', place, { tahun: year, urut: order === 'diterima' ? undefined : order }),
    now: order === at ? ('descending' as const) : undefined,
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
  readonly order: Order;
};
const Offices = ({ spending: { total, offices, rule, officesWithout }, place, year, order }: OfficesProps) => (
  <>
    <p>
      {total.orders === 0
        ? 'Belum ada pesanan yang disetujui. '
        : `${count(total.orders)} pesanan dari ${count(total.owners)} pemilik, setara ${equivalent(total.equivalentOwners)} bila dibagi rata. `}
      {total.paidOrders > 0 &&
        `Lunas: ${count(total.paidOrders)} pesanan, tengah ${days(total.medianDays)} sejak serah terima, terlama ${days(total.longestDays)}. `}
      {officesWithout > 0 && `${count(officesWithout)} dinas belum diisi belanja pengadaan resminya.`}
    </p>
    <DataTable
      caption={`${count(offices.length)} dinas, tahun anggaran ${year}.`}
      columns={columnsOf(place, year, order, rule?.percent)}
      rows={[...offices].sort((a, b) => orders[order](b) - orders[order](a) || a.name.localeCompare(b.name, 'id'))}
      keyOf={({ agencyId }) => agencyId}
    />
  </>
);

const openCitySpending = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query, kinds, session } = asked;
  const today = todayIn(place.code);
  const year = yearOf(query, today);
  const spending = await call('GET /cities/{city}/spending/{year}', { params: { city: place.code, year } });
  const { total, offices, rule } = spending;
  const order = orderOf(query);
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
        {offices.length > FEW_OFFICES ? ', dijumlah lagi tiap seperempat jam' : ''}.
      </p>
      <OfficeTabs place={place} at="belanja" />
      <Years slug="belanja" place={place} year={year} today={today} />
      <Stages spent={total} rule={rule?.percent} offices={offices.length} />
      {offices.length === 0 ? (
        <Notice title="Belum ada dinas" text="Dinas memesan lewat pasar ini setelah ditambahkan kotanya.">
          <Way to={asked.linkTo('dinas')}>Buka halaman Dinas</Way>
        </Notice>
      ) : (
        <Offices spending={spending} place={place} year={year} order={order} />
      )}
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
