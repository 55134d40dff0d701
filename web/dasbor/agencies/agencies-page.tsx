import { count } from '../../../shared/domain/basics/wording.ts';
import { type Column, DataTable } from '../../kit/desk/data-table.tsx';
import { Notice } from '../../kit/page.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { OfficeTabs } from '../spending/office-tabs.tsx';
import { AddAgency } from './add-agency.tsx';
import { days, inOrder, type OfficeClock, type Order, officesOf, orderOf } from './clock.ts';

const columnsOf = (place: AskedCity['place'], now: Order): Column<OfficeClock>[] => {
  const sort = (order: Order) => ({
    to: dasborAddress('dinas', place, { urut: order === 'terlama' ? undefined : order }),
    now: order === now ? (order === 'nama' ? ('ascending' as const) : ('descending' as const)) : undefined,
  });
  return [
    {
      name: 'Dinas',
      sort: sort('nama'),
      show: ({ agencyId, name }) => (
        <a href={dasborAddress(`dinas/${agencyId}`, place)}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    { name: 'Menunggu dibayar', number: true, sort: sort('jumlah'), show: ({ waiting }) => count(waiting) },
    { name: 'Lama tengah', number: true, sort: sort('tengah'), show: ({ medianDays }) => days(medianDays) },
    { name: 'Terlama', number: true, sort: sort('terlama'), show: ({ oldestDays }) => days(oldestDays) },
    { name: 'Hari kerja', number: true, show: ({ oldestWorkingDays }) => days(oldestWorkingDays) },
  ];
};

const openAgencyList = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query, kinds, linkTo } = asked;
  const offices = await officesOf(call, place.code);
  const order = orderOf(query);
  const late = offices.filter(({ waiting }) => waiting > 0).length;
  const letterhead = linkTo('kop-surat');
  const page = (
    <section aria-labelledby="daftar-dinas">
      <h1 id="daftar-dinas">Dinas</h1>
      <OfficeTabs place={place} at="dinas" />
      {letterhead && (
        <p class="links">
          <a href={letterhead}>Kop surat kota</a>
        </p>
      )}
      <p class="quiet">
        Lama menunggu dihitung sejak serah terima barang, untuk pesanan yang belum dibayar. Jumlah uangnya tidak tampil:
        itu catatan dinas dan usahanya.
      </p>
      {offices.length === 0 ? (
        <Notice title="Belum ada dinas" text="Dinas memesan lewat pasar ini setelah ditambahkan kotanya." />
      ) : (
        <DataTable
          caption={`${count(late)} dari ${count(offices.length)} dinas punya pembayaran yang menunggu.`}
          columns={columnsOf(place, order)}
          rows={inOrder(offices, order)}
          keyOf={({ agencyId }) => agencyId}
        />
      )}
      {kinds.includes('city-admin') && (
        <AddAgency asked={asked} listed={new Set(offices.map(({ agencyId }) => agencyId))} />
      )}
    </section>
  );
  return { title: 'Dinas', page };
};

/** Offices with how long their shops wait for money, or one office with its people. */
export const openAgencies = async (asked: AskedCity): Promise<Opened> => {
  if (asked.rest === '') return openAgencyList(asked);
  const { openAgency } = await import('./agency-page.tsx');
  return openAgency(asked);
};
