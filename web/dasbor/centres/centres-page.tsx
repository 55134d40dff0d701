import { count, day, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { scheduleWords } from '../../../shared/domain/centres/schedule-words.ts';
import { centreAddress } from '../../../shared/domain/pages/address.ts';
import { CentreSales } from '../../kit/centres/centre-sales.tsx';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Notice } from '../../kit/page.tsx';
import { districtName } from '../../kit/places.ts';
import { today } from '../../kit/today.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { monthsOfCity } from '../since-founding.ts';
import { AddCentre, type Centre, EditCentre, fresh } from './centre-form.tsx';
import { AddDay } from './day-form.tsx';
import { DayPage, DayTable } from './day-parts.tsx';

const SLUG = 'sentra';
/** So many months of sales can be looked back at. */
const MONTHS = 12;

const CentreTable = ({ asked: { place }, items }: { asked: AskedCity; items: readonly Centre[] }) => (
  <DataTable
    caption="Sentra di kota ini."
    columns={[
      {
        name: 'Sentra',
        show: ({ slug, name }) => (
          <a href={dasborAddress(`${SLUG}/${slug}`, place)}>
            <bdi>{name}</bdi>
          </a>
        ),
      },
      { name: 'Kecamatan', show: ({ district }) => districtName(place.city, district) },
      { name: 'Buka', show: ({ schedules }) => scheduleWords(schedules) },
      { name: 'Lapak', number: true, show: ({ stalls }) => count(stalls) },
      {
        name: 'Sewa sehari',
        number: true,
        show: ({ rentRupiah }) => (rentRupiah > 0 ? rupiah(rentRupiah) : 'tanpa sewa'),
      },
      { name: 'Ambil pesanan', show: ({ pickUp }) => (pickUp ? 'bisa' : 'tidak') },
    ]}
    rows={items}
    keyOf={({ slug }) => slug}
  />
);

/** One market day of a centre. */
const openDay = async (asked: AskedCity, centre: Centre, hari: string): Promise<Opened> => {
  const { call, place } = asked;
  const params = { city: place.code, slug: centre.slug, day: hari };
  const market = await call('GET /cities/{city}/centres/{slug}/days/{day}', { params, headers: fresh });
  const title = `${market.name}, ${day(market.day)}`;
  const page = (
    <article>
      <h1>{title}</h1>
      <p>
        <a href={dasborAddress(`${SLUG}/${centre.slug}`, place)}>
          Kembali ke <bdi>{centre.name}</bdi>
        </a>
      </p>
      <DayPage key={market.version} asked={asked} centre={centre} market={market} />
    </article>
  );
  return { title, page };
};

/** Who sold what was picked up there; the city's own people see every shop. */
const loadSales = async ({ call, place, query }: AskedCity, slug: string) => {
  const now = today(place.code).slice(0, 7);
  const months = monthsOfCity(place.city, now, MONTHS);
  const asked = query['penjualan'] ?? '';
  const month = months.includes(asked) ? asked : now;
  const params = { city: place.code, slug };
  const [{ items }, told] = await Promise.all([
    call('GET /cities/{city}/centres/{slug}/sellers', { params, query: { month } }),
    month < now ? call('GET /cities/{city}/centres/{slug}/sales', { params, query: { month } }) : undefined,
  ]);
  return { month, months, items, told };
};

type Sales = Awaited<ReturnType<typeof loadSales>>;
const SalesBlock = ({
  asked: { place },
  slug,
  sales: { month, months, items, told },
}: {
  asked: AskedCity;
  slug: string;
  sales: Sales;
}) => (
  <section>
    <h2>Pesanan yang diambil di sini, {monthName(month)}</h2>
    <nav class="chips" aria-label="Bulan">
      {months.slice(0, 3).map((one) => (
        <a
          key={one}
          href={dasborAddress(`${SLUG}/${slug}`, place, { penjualan: one })}
          aria-current={one === month ? 'page' : undefined}
        >
          {monthName(one)}
        </a>
      ))}
    </nav>
    {items.length === 0 ? (
      <p class="quiet">Belum ada pesanan yang diambil di sini pada bulan itu.</p>
    ) : (
      <DataTable
        caption="Hanya untuk petugas kota. Halaman publik menyebut berapa usaha, tanpa nama dan nilai."
        columns={[
          { name: 'Usaha', show: ({ merchantName }) => <bdi>{merchantName}</bdi> },
          { name: 'Pesanan', number: true, show: ({ orders }) => count(orders) },
          { name: 'Nilai', number: true, show: (one) => rupiah(one.rupiah) },
        ]}
        rows={items}
        keyOf={({ merchantId }) => merchantId}
      />
    )}
    {told ? (
      <>
        <h3>Yang terbaca umum</h3>
        <CentreSales month={month} sales={told} />
      </>
    ) : (
      <p class="quiet">Umum membacanya sesudah bulan ini selesai, tanpa nama usaha.</p>
    )}
  </section>
);

const openCentre = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, kinds, rest: slug, query } = asked;
  const { days, ...centre } = await call('GET /cities/{city}/centres/{slug}', {
    params: { city: place.code, slug },
    headers: fresh,
  });
  const hari = query['hari'];
  if (hari !== undefined && /^\d{4}-\d\d-\d\d$/.test(hari)) return openDay(asked, centre, hari);
  const sales = await loadSales(asked, slug);
  const acts = kinds.includes('city-admin');
  const page = (
    <article>
      <h1>{centre.name}</h1>
      <p>
        <a href={dasborAddress(SLUG, place)}>Semua sentra</a> ·{' '}
        <a href={centreAddress(place.city, centre)}>Halaman publik</a>
      </p>
      <p>
        {centre.address}. {scheduleWords(centre.schedules)}. {count(centre.stalls)} lapak.
      </p>
      {days.length > 0 ? (
        <DayTable asked={asked} centre={centre} days={days} />
      ) : (
        <p class="quiet">Belum ada hari pasar yang akan datang.</p>
      )}
      {acts && (
        <details>
          <summary>Tambah hari pasar</summary>
          <AddDay key={days.length} asked={asked} centre={centre} />
        </details>
      )}
      <SalesBlock asked={asked} slug={slug} sales={sales} />
      {acts && (
        <details>
          <summary>Ubah data sentra</summary>
          <EditCentre key={centre.version} asked={asked} first={centre} />
        </details>
      )}
    </article>
  );
  return { title: centre.name, page };
};

/** Places where small businesses sell side by side; or one of them with its market days. */
export const openCentres = async (asked: AskedCity): Promise<Opened> => {
  if (asked.rest !== '') return openCentre(asked);
  const { items } = await asked.call('GET /cities/{city}/centres', {
    params: { city: asked.place.code },
    headers: fresh,
  });
  const page = (
    <>
      <h1>Sentra</h1>
      {items.length === 0 ? (
        <Notice
          title="Belum ada sentra di kota ini"
          text="Sentra adalah tempat usaha kecil berjualan bersama. Lapaknya dibagi dengan Urut Merata."
        />
      ) : (
        <CentreTable asked={asked} items={items} />
      )}
      {asked.kinds.includes('city-admin') && (
        <details>
          <summary>Tambah sentra</summary>
          <AddCentre asked={asked} />
        </details>
      )}
    </>
  );
  return { title: 'Sentra', page };
};
