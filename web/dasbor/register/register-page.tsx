import { dateTime } from '../../../shared/domain/basics/wording.ts';
import { statusNames } from '../../../shared/domain/register/status-names.ts';
import { shortNames } from '../../kit/categories.ts';
import { type Column, DataTable, More } from '../../kit/desk/data-table.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { ListSheets } from '../../kit/desk/list-sheets.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Notice } from '../../kit/page.tsx';
import { type City, districtName } from '../../kit/places.ts';
import { dasborAddress, HOME } from '../address.ts';
import { districtFilter, districtsRead } from '../districts.ts';
import type { AskedCity, Opened } from '../opened.ts';
import type { Entry } from './words.ts';

const views = [
  ['pending', 'Menunggu'],
  ['returned', 'Dikembalikan'],
  ['verified', 'Terverifikasi'],
  ['suspended', 'Ditangguhkan'],
  ['proposal', 'Usulan'],
] as const;
/** Pages about what is sold and who sells, as far as somebody may open them. */
const others = [
  ['usaha-muat', 'Muat daftar dari lembar'],
  ['barang', 'Barang yang dilaporkan'],
  ['pemilik', 'Pertanyaan pemilik'],
  ['alasan', 'Alasan pengembalian'],
] as const;
/** What may be the code on a paper: looked up where anybody looks one up. */
const PAPER_CODE = /^[0-9a-z]{5}[\s-]?[0-9a-z]{5}$/i;
type View = (typeof views)[number][0];
type Wanted = { readonly view: View; readonly q?: string | undefined; readonly district?: string | undefined };

const wantedOf = (query: AskedCity['query'], { districts }: City): Wanted => ({
  view: views.find(([view]) => view === query['lihat'])?.[0] ?? 'pending',
  q: query['cari']?.trim().slice(0, 60) || undefined,
  district: districts.find(({ code }) => code === query['kecamatan'])?.code,
});
const queryOf = ({ view, q, district }: Wanted) => ({
  lihat: view === 'pending' ? undefined : view,
  cari: q,
  kecamatan: district,
});

/** What the list is asked for: a search looks everywhere, a tab at one state. */
const askedOf = ({ view, q, district }: Wanted) => ({
  ...(q === undefined ? {} : { q }),
  ...(district === undefined ? {} : { district }),
  ...(q !== undefined
    ? {}
    : view === 'proposal'
      ? { status: 'verified' as const, proposal: 'open' as const }
      : { status: view as Entry['status'] }),
});

const columnsOf = ({ place }: AskedCity): readonly Column<Entry>[] => [
  {
    name: 'Usaha',
    show: ({ merchantId, name, district, category }) => (
      <>
        <a href={dasborAddress(`usaha/${merchantId}`, place)}>
          <bdi>{name}</bdi>
        </a>
        <small>
          {districtName(place.city, district)} · {shortNames[category]}
        </small>
      </>
    ),
  },
  { name: 'Keadaan', show: ({ status }) => statusNames[status] },
  { name: 'Mendaftar', show: ({ registeredAt }) => dateTime(registeredAt, place.city.zone) },
];

const Empty = ({ wanted, clear }: { wanted: Wanted; clear: string }) =>
  wanted.q || wanted.district ? (
    <Notice
      title="Tidak ada usaha yang cocok"
      text="Coba sebagian nama, nama pemilik, nomor HP, NIB, atau NIK. Atau hapus filter kecamatan."
    >
      <a class="line" href={clear}>
        Hapus filter
      </a>
      {wanted.q && PAPER_CODE.test(wanted.q) && (
        <p>
          <a href={`/cek/${encodeURIComponent(wanted.q.toUpperCase())}`}>Cek surat dengan kode ini</a>
        </p>
      )}
    </Notice>
  ) : (
    <Notice
      title={wanted.view === 'pending' ? 'Tidak ada pendaftaran yang menunggu' : 'Belum ada usaha di sini'}
      text={
        wanted.view === 'pending'
          ? 'Pendaftaran baru muncul di sini. Daftar usaha yang sudah ada bisa dimuat dari lembar.'
          : 'Lihat bagian lain, atau cari dengan nama, nomor HP, atau NIB.'
      }
    />
  );

/** Who sells in the city: what waits to be checked first, and everybody by name, phone or number. */
export const openRegisterList = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query, linkTo } = asked;
  const wanted = wantedOf(query, place.city);
  const cursor = query['lanjut'];
  const { items, next } = await call('GET /cities/{city}/register', {
    params: { city: place.code },
    query: { ...askedOf(wanted), limit: 20, ...(cursor ? { cursor } : {}) },
  });
  const at = (but: Partial<Wanted> & { lanjut?: string } = {}) => {
    const { lanjut, ...other } = but;
    return dasborAddress('usaha', place, { ...queryOf({ ...wanted, ...other }), lanjut });
  };
  const clear = dasborAddress('usaha', place, queryOf({ view: wanted.view }));
  const page = (
    <section aria-labelledby="daftar-usaha">
      <h1 id="daftar-usaha">Usaha</h1>
      <p class="links">
        {others.map(([slug, name]) => {
          const to = linkTo(slug);
          return to && [<a href={to}>{name}</a>, ' '];
        })}
      </p>
      <FilterBar
        action={`${HOME}usaha`}
        keep={{ kota: place.code, lihat: queryOf(wanted).lihat }}
        clear={clear}
        filters={[
          { name: 'cari', label: 'Cari', value: wanted.q, placeholder: 'Nama, pemilik, HP, NIB' },
          ...districtFilter(districtsRead(asked), wanted.district),
        ]}
      />
      {wanted.q === undefined && (
        <ViewTabs label="Keadaan usaha" at={at({})} views={views.map(([view, name]) => ({ name, to: at({ view }) }))} />
      )}
      {items.length === 0 ? (
        <Empty wanted={wanted} clear={clear} />
      ) : (
        <>
          <DataTable
            caption={wanted.q ? `Yang cocok dengan "${wanted.q}", apa pun keadaannya.` : `${place.name}.`}
            columns={columnsOf(asked)}
            rows={items}
            keyOf={({ merchantId }) => merchantId}
          />
          <More of="usaha" next={next ? at({ lanjut: next }) : undefined} first={cursor ? at() : undefined} />
          <ListSheets path={`/cities/${place.code}/register`} query={askedOf(wanted)} token={asked.session?.token} />
        </>
      )}
    </section>
  );
  return { title: 'Usaha', page };
};

/** The list, or the file of one shop. */
export const openRegister = async (asked: AskedCity): Promise<Opened> => {
  if (asked.rest === '') return openRegisterList(asked);
  const { openFile } = await import('./file-page.tsx');
  return openFile(asked);
};
