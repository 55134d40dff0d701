import { count, monthName, percent, rupiah } from '../../../shared/domain/basics/wording.ts';
import { SmallMultiple } from '../../kit/charts/small-multiple.tsx';
import { scaleOf } from '../../kit/charts/trend.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Source } from '../../kit/figure.tsx';
import { dasborAddress } from '../address.ts';
import { filesOf, footOf } from '../equity/foot.tsx';
import type { AskedProvince, Opened } from '../opened.ts';
import { type CityTrend, cityTrends, improvedSentence, movedWords, type ProvinceSnapshot } from './city-trends.ts';

/** So far back each city's line goes. */
const MONTHS = 6;

const cityTo = (code: string, month: string): string =>
  dasborAddress('rekap', { level: 'city', code }, { bulan: month });

const Multiples = ({ trends, months }: { trends: readonly CityTrend[]; months: readonly ProvinceSnapshot[] }) => {
  const all = trends.map(({ series }) => series);
  const scale = scaleOf(all);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || months.length < 2) return null;
  const ends = [monthName(first.month), monthName(last.month)] as const;
  const shortEnds = [ends[0].slice(0, 3), ends[1].slice(0, 3)] as const;
  return (
    <ul class="multiples">
      {trends.map(({ city, series, moved }) => (
        <li key={city.code}>
          <h2>
            <a href={cityTo(city.code, last.month)}>{city.name}</a>
          </h2>
          <p class="small">
            <b>{count(city.unsold)}</b> dari {count(city.merchants)} belum menjual
            {moved !== null && (
              <>
                {' · '}
                <b class={moved > 0 ? 'late' : undefined}>{movedWords(moved)}</b>
              </>
            )}
          </p>
          <SmallMultiple
            series={series}
            others={all.filter((one) => one !== series)}
            scale={scale}
            ends={shortEnds}
            worse={(moved ?? 0) > 0}
            label={`${city.name}: bagian usaha yang belum menjual, ${ends[0]} sampai ${ends[1]}. Angkanya ada di tabel.`}
          />
        </li>
      ))}
    </ul>
  );
};

const hidden = 'terlalu sedikit';
const Cities = ({ trends, month }: { trends: readonly CityTrend[]; month: string }) => (
  <DataTable
    caption={`Angka per kota, ${monthName(month)}`}
    rows={trends}
    keyOf={({ city }) => city.code}
    columns={[
      { name: 'Kota', show: ({ city }) => <a href={cityTo(city.code, month)}>{city.name}</a> },
      { name: 'Usaha', number: true, show: ({ city }) => count(city.merchants) },
      { name: 'Belum menjual', number: true, show: ({ city }) => count(city.unsold) },
      {
        name: 'Bagian',
        number: true,
        show: ({ city }) => percent(city.merchants > 0 ? city.unsold / city.merchants : 0),
      },
      { name: 'Perubahan', number: true, show: ({ moved }) => (moved === null ? '–' : movedWords(moved)) },
      {
        name: 'Omzet tengah',
        number: true,
        show: ({ city: { spread } }) => (spread?.median.value == null ? hidden : rupiah(spread.median.value)),
      },
      {
        name: 'Dipegang 10 terbesar',
        number: true,
        show: ({ city: { spread } }) =>
          spread?.topTenMerchantsShare.value == null ? hidden : percent(spread.topTenMerchantsShare.value),
      },
    ]}
  />
);

type Props = {
  readonly months: readonly ProvinceSnapshot[];
  readonly last: ProvinceSnapshot;
  readonly nameOf: (city: string) => string;
  readonly foot: ReturnType<typeof footOf>;
};
/** A province of one month: its own sentence, its cities side by side on one scale, those that are missing by name. */
const ProvincePage = ({ months, last, nameOf, foot }: Props) => {
  const trends = cityTrends(months);
  const improved = months[0] && improvedSentence(trends, monthName(months[0].month));
  return (
    <>
      <h1 class="headline">{last.sentence}</h1>
      {improved && <p>{improved}</p>}
      {last.missing.length > 0 && (
        <p class="say waiting">
          Belum lengkap: {last.missing.map(nameOf).join(', ')} belum menutup {monthName(last.month)}.
        </p>
      )}
      <p class="quiet">Hanya angka gabungan. Nama usaha ada di dasbor kota masing-masing.</p>
      <Multiples trends={trends} months={months} />
      <section aria-labelledby="per-kota">
        <h2 id="per-kota">Angka per kota</h2>
        <Cities trends={trends} month={last.month} />
        <Source
          source={`${last.phase === 'final' ? 'Angka akhir' : 'Angka sementara'} kota, ${monthName(last.month)}, revisi ${last.revision}`}
          how="Penyebutnya semua usaha terverifikasi pada bulan itu, termasuk yang omzetnya Rp0. Semua garis memakai skala yang sama; garis abu-abu kota lain. Angka kota yang usahanya terlalu sedikit tidak ditampilkan, agar omzet satu usaha tidak terbuka."
          foot={foot('per-kota')}
        />
      </section>
    </>
  );
};

export const openProvince = async ({ call, session, place, months, month }: AskedProvince): Promise<Opened> => {
  const closed = months.filter(({ phase }) => phase !== 'running');
  const at = closed.findIndex((known) => known.month === month?.month);
  const shown = closed.slice(Math.max(0, at), Math.max(0, at) + MONTHS).reverse();
  const read = await Promise.all(
    shown.map(({ month: of }) =>
      call('GET /provinces/{province}/snapshots/{month}', { params: { province: place.code, month: of } }),
    ),
  );
  const last = read.at(-1);
  if (!last)
    return { title: place.name, page: <h1 class="headline">Belum ada bulan yang ditutup di {place.name}.</h1> };
  const nameOf = (code: string) => place.cities.find(({ cityCode }) => cityCode === code)?.name ?? code;
  const foot = footOf(filesOf(place, last.month, false), session?.token);
  return {
    title: `${place.name}, ${monthName(last.month)}`,
    page: <ProvincePage months={read} last={last} nameOf={nameOf} foot={foot} />,
  };
};
