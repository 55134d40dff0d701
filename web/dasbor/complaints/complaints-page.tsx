import type { Output } from '../../../shared/contract.ts';
import { count, day } from '../../../shared/domain/basics/wording.ts';
import { complaintCategories, stateWords } from '../../../shared/domain/complaints/states.ts';
import { Refusal } from '../../entry/client.ts';
import { spaced } from '../../kit/complaints/complaint-acts.tsx';
import { DataTable, More } from '../../kit/desk/data-table.tsx';
import { ListSheets } from '../../kit/desk/list-sheets.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Notice } from '../../kit/page.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { loadRoutes, RoutesForm } from './routes-form.tsx';

const SLUG = 'pengaduan';
type Waits = 'city' | 'office' | 'reporter' | 'over';
const views = { dinas: 'office', pelapor: 'reporter', selesai: 'over' } as const;
const tabs = [
  ['Menunggu kota', undefined],
  ['Di dinas', 'dinas'],
  ['Menunggu pelapor', 'pelapor'],
  ['Selesai', 'selesai'],
  ['Per dinas', 'angka'],
  ['Bidang dan dinas', 'bidang'],
] as const;
type Found = Output<'GET /cities/{city}/complaints'>;

const waitsIn = (query: AskedCity['query']): Waits => views[query['lihat'] as keyof typeof views] ?? 'city';

const Cards = ({ asked: { place, query, session }, found: { items, next } }: { asked: AskedCity; found: Found }) =>
  items.length === 0 ? (
    <Notice title="Tidak ada pengaduan di sini" text="Pengaduan datang dari halaman publik, petugas, dan Open311." />
  ) : (
    <>
      <DataTable
        caption="Yang paling lama menunggu lebih dulu."
        columns={[
          {
            name: 'Pengaduan',
            show: ({ number, text }) => (
              <a href={dasborAddress(`${SLUG}/${number}`, place)}>
                <bdi>{text.length > 90 ? `${text.slice(0, 90)}…` : text}</bdi>
              </a>
            ),
          },
          { name: 'Nomor', show: ({ number }) => <span class="whole">{spaced(number)}</span> },
          { name: 'Bidang', show: ({ category }) => complaintCategories[category] },
          { name: 'Keadaan', show: ({ state, late }) => `${stateWords[state]}${late ? ' · terlambat' : ''}` },
          { name: 'Dinas', show: ({ agencyName }) => (agencyName ? <bdi>{agencyName}</bdi> : '–') },
          { name: 'Masuk', show: ({ receivedAt }) => day(receivedAt) },
        ]}
        rows={items}
        keyOf={({ number }) => number}
      />
      <More
        of="pengaduan"
        next={next ? dasborAddress(SLUG, place, { lihat: query['lihat'], lanjut: next }) : undefined}
        first={query['lanjut'] && dasborAddress(SLUG, place, { lihat: query['lihat'] })}
      />
      <ListSheets path={`/cities/${place.code}/complaints`} query={{ waits: waitsIn(query) }} token={session?.token} />
    </>
  );

type Statistics = Output<'GET /cities/{city}/complaint-statistics'>;
const Offices = ({ offices }: Statistics) =>
  offices.length === 0 ? (
    <Notice title="Belum ada angka" text="Angka muncul sesudah pengaduan pertama diteruskan ke dinas." />
  ) : (
    <DataTable
      caption="Ditangani dan tidak ditangani dihitung terpisah, menurut jawaban yang masih berlaku; yang dibuka lagi keluar dari keduanya. Kepuasan tampil mulai 5 penilaian."
      columns={[
        { name: 'Dinas', show: ({ agencyName }) => <bdi>{agencyName}</bdi> },
        { name: 'Diterima', number: true, show: ({ assigned }) => count(assigned) },
        { name: 'Dijawab', number: true, show: ({ answered }) => count(answered) },
        { name: 'Terlambat', number: true, show: ({ late }) => count(late) },
        { name: 'Ditangani', number: true, show: ({ fixed }) => count(fixed) },
        { name: 'Tidak ditangani', number: true, show: ({ notFixed }) => count(notFixed) },
        { name: 'Dibuka lagi', number: true, show: ({ reopened }) => count(reopened) },
        {
          name: 'Kepuasan',
          number: true,
          show: ({ meanStars }) => (meanStars === null ? '–' : `${String(meanStars).replace('.', ',')} dari 5`),
        },
      ]}
      rows={offices}
      keyOf={({ agencyId }) => agencyId}
    />
  );

const loadCards = async ({ call, place, query }: AskedCity): Promise<Found> => {
  const waits = waitsIn(query);
  const read = (cursor: string | undefined) =>
    call('GET /cities/{city}/complaints', { params: { city: place.code }, query: { waits, limit: 50, cursor } });
  return read(query['lanjut']).catch((error) => {
    if (!(error instanceof Refusal) || error.code !== 'malformed_cursor') throw error;
    return read(undefined);
  });
};

/** What people complain of and wish, by whom it waits for; or one of them. */
export const openComplaints = async (asked: AskedCity): Promise<Opened> => {
  if (asked.rest !== '') {
    const { openComplaint } = await import('./complaint-page.tsx');
    return openComplaint(asked);
  }
  const { call, place, query, kinds, linkTo } = asked;
  const isNumbers = query['lihat'] === 'angka';
  const isRoutes = query['lihat'] === 'bidang';
  const [found, routes, statistics] = await Promise.all([
    isNumbers || isRoutes ? undefined : loadCards(asked),
    isRoutes ? loadRoutes(asked) : undefined,
    isNumbers ? call('GET /cities/{city}/complaint-statistics', { params: { city: place.code } }) : undefined,
  ]);
  const at = tabs.find(([, view]) => view !== undefined && view === query['lihat'])?.[1];
  const typing = kinds.includes('city-admin') && linkTo('pengaduan-catat');
  const page = (
    <section aria-labelledby="pengaduan-kota">
      <h1 id="pengaduan-kota">Pengaduan</h1>
      <p class="links">
        {typing && <a href={typing}>Catat dari telepon atau WhatsApp</a>}{' '}
        <a href={`/akun/pengaduan?kota=${place.code}`}>Halaman untuk warga</a>
      </p>
      <ViewTabs
        label="Pengaduan"
        at={dasborAddress(SLUG, place, { lihat: at })}
        views={tabs.map(([name, view]) => ({ name, to: dasborAddress(SLUG, place, { lihat: view }) }))}
      />
      {found && <Cards asked={asked} found={found} />}
      {statistics && <Offices {...statistics} />}
      {routes && <RoutesForm asked={asked} first={routes} />}
    </section>
  );
  return { title: 'Pengaduan', page };
};
