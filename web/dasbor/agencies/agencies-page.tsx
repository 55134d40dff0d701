import { count } from '../../../shared/domain/basics/wording.ts';
import { type Column, DataTable, More } from '../../kit/desk/data-table.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { Notice } from '../../kit/page.tsx';
import { dasborAddress, HOME } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';
import { OfficeTabs } from '../spending/office-tabs.tsx';
import { AddAgency } from './add-agency.tsx';
import { clockOrderOf, days, type OfficeClock, type Order, officesOf, orderOf } from './clock.ts';

/** Offices a page, and of how many more there is a search. */
const OFFICES = 25;

/** What an address asks of the offices: how they stand, whose name has these words, and from where on. */
type Wanted = { readonly order: Order; readonly text: string | undefined; readonly cursor: string | undefined };
const wantedOf = (query: Partial<Record<string, string>>): Wanted => {
  const text = query['dinas']?.trim();
  return { order: orderOf(query), text: text && text.length > 1 ? text : undefined, cursor: query['lanjut'] };
};
const addressOf = (place: AskedCity['place'], { order, text, cursor }: Partial<Wanted>): string =>
  dasborAddress('dinas', place, { urut: order === 'terlama' ? undefined : order, dinas: text, lanjut: cursor });

const columnsOf = (place: AskedCity['place'], wanted: Wanted): Column<OfficeClock>[] => {
  const sort = (order: Order) => ({
    to: addressOf(place, { order, text: wanted.text }),
    now: order === wanted.order ? (order === 'nama' ? ('ascending' as const) : ('descending' as const)) : undefined,
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
  const wanted = wantedOf(query);
  const { order, text } = wanted;
  const { items, next, officeCount, owingCount } = await pageFrom(wanted.cursor, (cursor) =>
    officesOf(call, place.code, { order: clockOrderOf(order), text, limit: OFFICES, cursor }),
  );
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
      {officeCount > OFFICES && (
        <FilterBar
          action={`${HOME}dinas`}
          keep={{ kota: place.code, urut: order === 'terlama' ? undefined : order }}
          clear={addressOf(place, { order })}
          filters={[{ name: 'dinas', label: 'Cari dinas', value: text, placeholder: 'Sebagian namanya' }]}
        />
      )}
      {items.length === 0 ? (
        <Notice
          title={officeCount === 0 ? 'Belum ada dinas' : 'Tidak ada dinas dengan nama itu'}
          text={
            officeCount === 0
              ? 'Dinas memesan lewat pasar ini setelah ditambahkan kotanya.'
              : 'Tulis awal salah satu kata dari namanya.'
          }
        />
      ) : (
        <DataTable
          caption={`${count(owingCount)} dari ${count(officeCount)} dinas punya pembayaran yang menunggu.`}
          columns={columnsOf(place, wanted)}
          rows={items}
          keyOf={({ agencyId }) => agencyId}
        />
      )}
      <More
        of="dinas"
        next={next ? addressOf(place, { order, text, cursor: next }) : undefined}
        first={wanted.cursor && addressOf(place, { order, text })}
      />
      {kinds.includes('city-admin') && (
        <AddAgency asked={asked} listed={new Set(items.map(({ agencyId }) => agencyId))} />
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
