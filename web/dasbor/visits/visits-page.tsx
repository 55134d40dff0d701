import type { Output } from '../../../shared/contract.ts';
import { grouped } from '../../../shared/domain/basics/grouped.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import { Refusal } from '../../entry/client.ts';
import { VISITS } from '../../entry/me.ts';
import { shortNames } from '../../kit/categories.ts';
import { DataTable, More } from '../../kit/desk/data-table.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Notice } from '../../kit/page.tsx';
import { districtName } from '../../kit/places.ts';
import { dasborAddress, HOME } from '../address.ts';
import { districtFilter, districtsRead } from '../districts.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';
import { orPreparing, Preparing } from '../preparing.tsx';
import { AWAITED, openAwaited } from './awaited-view.tsx';
import { RoutePlan } from './route-plan.tsx';
import { openTasks } from './tasks-view.tsx';
import { visitorsFor } from './visitors.ts';

const SLUG = 'kunjungan';
const views = { terjadwal: 'planned', selesai: 'done', batal: 'cancelled' } as const;
const tabs = [
  ['Susun rute', undefined],
  ['Menunggu didatangi', AWAITED],
  ['Terjadwal', 'terjadwal'],
  ['Sudah dikunjungi', 'selesai'],
  ['Dibatalkan', 'batal'],
  ['Kebutuhan', 'tugas'],
] as const;

const Cards = ({
  asked: { place, query },
  found,
}: {
  asked: AskedCity;
  found: Output<'GET /cities/{city}/visits'>;
}) => {
  const { items, next } = found;
  const at = { lihat: query['lihat'] };
  if (items.length === 0)
    return (
      <Notice title="Tidak ada kunjungan di sini" text="Susun rute dari usaha yang perlu didatangi, lalu jadwalkan." />
    );
  return (
    <>
      <DataTable
        caption={`Kunjungan di ${place.name}, menurut hari.`}
        columns={[
          {
            name: 'Usaha',
            show: ({ visitId, name, district, category }) => (
              <>
                <a href={dasborAddress(`${SLUG}/${visitId}`, place)}>
                  <bdi>{name}</bdi>
                </a>
                <small>
                  {districtName(place.city, district)} · {shortNames[category]}
                </small>
              </>
            ),
          },
          { name: 'Hari', show: (visit) => day(visit.day) },
          { name: 'Petugas', show: ({ visitorName }) => <bdi>{visitorName}</bdi> },
          { name: 'Sebab', show: ({ reason }) => <bdi>{reason ?? '–'}</bdi> },
        ]}
        rows={items}
        keyOf={({ visitId }) => visitId}
      />
      <More
        of="kunjungan"
        next={next ? dasborAddress(SLUG, place, { ...at, lanjut: next }) : undefined}
        first={query['lanjut'] && dasborAddress(SLUG, place, at)}
      />
    </>
  );
};

/** Where most of those live who have not sold for longest: where a day's route begins when nobody said where. */
const neediest = async ({ call, place }: AskedCity, month: string): Promise<string | undefined> => {
  const { items } = await call('GET /cities/{city}/gap/{month}', { params: { city: place.code, month } });
  const there = grouped(items, ({ shops }) => shops[0]?.district);
  return [...there].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
};

/** The shops of one district that did not sell, and who may be sent there. */
const openRoute = async (asked: AskedCity) => {
  const { call, place, query, kinds, month: { month = '' } = {} } = asked;
  const districts = districtsRead(asked);
  const wanted = query['kecamatan'] ?? (districts.length > 1 ? await neediest(asked, month) : undefined);
  const district = districts.find(({ code }) => code === wanted)?.code ?? districts[0]?.code ?? '';
  const acts = kinds.includes('city-admin') || kinds.includes('district-officer');
  const [gap, visitors] = await Promise.all([
    call('GET /cities/{city}/gap/{month}', { params: { city: place.code, month }, query: { district, limit: 30 } }),
    acts ? visitorsFor(asked, district) : [],
  ]);
  return (
    <>
      <FilterBar
        action={`${HOME}${SLUG}`}
        keep={{ kota: place.code, bulan: month }}
        clear={dasborAddress(SLUG, place, { bulan: month })}
        filters={districtFilter(districts, district).map((filter) => ({ ...filter, all: null }))}
      />
      <RoutePlan key={district} asked={asked} month={month} district={district} lines={gap.items} visitors={visitors} />
    </>
  );
};

const openCards = async (asked: AskedCity) => {
  const { call, place, query } = asked;
  const state = views[query['lihat'] as keyof typeof views] ?? 'planned';
  const read = (cursor: string | undefined) =>
    call('GET /cities/{city}/visits', { params: { city: place.code }, query: { state, limit: 50, cursor } });
  return <Cards asked={asked} found={await pageFrom(query['lanjut'], read)} />;
};

/** Visits of a city: a day's route from who did not sell, what is planned, what was found; or one of them. */
export const openVisits = async (asked: AskedCity): Promise<Opened> => {
  const { place, query, rest, kinds } = asked;
  if (rest !== '') {
    const { openVisit } = await import('./visit-page.tsx');
    return openVisit(asked);
  }
  const ofCity = kinds.includes('city-admin') || kinds.includes('inspectorate');
  const shownTabs = tabs.filter(([, view]) => view !== 'tugas' || ofCity);
  const at = shownTabs.find(([, view]) => view !== undefined && view === query['lihat'])?.[1];
  const others: Readonly<Record<string, typeof openCards>> = { tugas: openTasks, [AWAITED]: openAwaited };
  const open = at === undefined ? openRoute : (others[at] ?? openCards);
  const found = await orPreparing(open(asked));
  const shown = found instanceof Refusal ? <Preparing told={found} again={asked.again} /> : found;
  const acts = kinds.includes('city-admin') || kinds.includes('district-officer');
  const page = (
    <section aria-labelledby="kunjungan-kota">
      <h1 id="kunjungan-kota">Kunjungan</h1>
      {acts && (
        <p class="links">
          <a href={VISITS}>Kunjungan saya di HP, bisa tanpa sinyal</a>
        </p>
      )}
      <ViewTabs
        label="Kunjungan"
        at={dasborAddress(SLUG, place, { lihat: at })}
        views={shownTabs.map(([name, view]) => ({ name, to: dasborAddress(SLUG, place, { lihat: view }) }))}
      />
      {shown}
    </section>
  );
  return { title: 'Kunjungan', page };
};
