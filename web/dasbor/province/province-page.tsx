import type { Output } from '../../../shared/contract.ts';
import { count, monthName, percent, rupiah } from '../../../shared/domain/basics/wording.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Source } from '../../kit/figure.tsx';
import { dasborAddress } from '../address.ts';
import { filesOf, footOf } from '../equity/foot.tsx';
import { Multiples } from '../equity/trends/multiples.tsx';
import { improvedSentence, movedWords } from '../equity/trends/trends.ts';
import type { AskedProvince, Opened } from '../opened.ts';
import { type CityTrend, cityTrends, type ProvinceSnapshot } from './city-trends.ts';
import { type PolicyStep, policySentence, policySteps } from './policy-steps.ts';
import { PolicyTable } from './policy-table.tsx';

/** So far back each city's line goes. */
const MONTHS = 6;

const cityTo = (code: string, month: string): string =>
  dasborAddress('rekap', { level: 'city', code }, { bulan: month });

/** Why a figure of sellers is not there: nobody sold, or so few that it would tell of one. */
const hidden = ({ merchants, unsold }: CityTrend['cell']): string => (merchants === unsold ? '–' : 'terlalu sedikit');
const Cities = ({ trends, month }: { trends: readonly CityTrend[]; month: string }) => (
  <DataTable
    caption={`Angka per kota, ${monthName(month)}`}
    rows={trends}
    keyOf={({ cell }) => cell.code}
    columns={[
      { name: 'Kota', show: ({ cell }) => <a href={cityTo(cell.code, month)}>{cell.name}</a> },
      { name: 'Usaha', number: true, show: ({ cell }) => count(cell.merchants) },
      { name: 'Belum menjual', number: true, show: ({ cell }) => count(cell.unsold) },
      {
        name: 'Bagian',
        number: true,
        show: ({ cell }) => percent(cell.merchants > 0 ? cell.unsold / cell.merchants : 0),
      },
      { name: 'Perubahan', number: true, show: ({ moved }) => (moved === null ? '–' : movedWords(moved)) },
      {
        name: 'Omzet tengah',
        number: true,
        show: ({ cell }) => (cell.spread?.median.value == null ? hidden(cell) : rupiah(cell.spread.median.value)),
      },
      {
        name: 'Dipegang 10 terbesar',
        number: true,
        show: ({ cell }) =>
          cell.spread?.topTenMerchantsShare.value == null
            ? hidden(cell)
            : percent(cell.spread.topTenMerchantsShare.value),
      },
    ]}
  />
);

type Props = {
  readonly months: readonly ProvinceSnapshot[];
  readonly last: ProvinceSnapshot;
  readonly nameOf: (city: string) => string;
  readonly trends: readonly CityTrend[];
  /** Where cities changed the rule their offers are ordered by. */
  readonly steps: readonly PolicyStep[];
  readonly foot: ReturnType<typeof footOf>;
};
/** A province of one month: its own sentence, its cities side by side on one scale, those that are missing by name. */
const ProvincePage = ({ months, last, nameOf, foot, trends, steps }: Props) => {
  const since = monthName(months[0]?.month ?? last.month);
  const improved = improvedSentence(trends, since, 'kota');
  const byPolicy = policySentence(steps);
  return (
    <>
      <h1 class="headline">{last.sentence}</h1>
      {improved && <p>{improved}</p>}
      {byPolicy && (
        <p>
          {byPolicy} <a href="#aturan">Bandingkan aturannya</a>
        </p>
      )}
      {last.missing.length > 0 && (
        <p class="say waiting">
          Belum lengkap: {last.missing.map(nameOf).join(', ')} belum menutup {monthName(last.month)}.
        </p>
      )}
      <p class="quiet">Hanya angka gabungan. Nama usaha ada di dasbor kota masing-masing.</p>
      <Multiples
        trends={trends}
        months={months.map(({ month }) => month)}
        level="h2"
        to={(code) => cityTo(code, last.month)}
        marksOf={(code) => steps.filter((step) => step.code === code).map(({ from }) => from)}
      />
      <PolicyTable steps={steps} since={since} />
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

type Policies = Output<'GET /cities/{city}/ranking-policy'>;
/** What each city decided of its order; a city that does not answer is left out. */
const loadPolicies = async (
  { call }: Pick<AskedProvince, 'call'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Policies>> => {
  const read = await Promise.all(
    codes.map((city) =>
      call('GET /cities/{city}/ranking-policy', { params: { city } }).then(
        (policies): [string, Policies] => [city, policies],
        () => undefined,
      ),
    ),
  );
  return new Map(read.filter((one) => one !== undefined));
};

/** A province of which no month is closed: when there will be one, and its cities, each with its own beginning. */
const NoMonth = ({ place: { name, cities } }: Pick<AskedProvince, 'place'>) => (
  <>
    <h1 class="headline">Belum ada bulan yang ditutup di {name}.</h1>
    <p>
      Angka sebuah bulan dihitung otomatis pada tanggal 1 bulan berikutnya, dari semua kota di provinsi ini. Setelah itu
      hasilnya tampil di sini.
    </p>
    <h2>Kota di provinsi ini</h2>
    {cities.length === 0 ? (
      <p class="quiet">Belum ada. Kota dibuka pengelola pasar.</p>
    ) : (
      <ul>
        {cities.map(({ cityCode, name: city }) => (
          <li key={cityCode}>
            <a href={dasborAddress('rekap', { level: 'city', code: cityCode })}>
              <bdi>{city}</bdi>
            </a>
          </li>
        ))}
      </ul>
    )}
  </>
);

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
  if (!last) return { title: place.name, page: <NoMonth place={place} /> };
  const nameOf = (code: string) => place.cities.find(({ cityCode }) => cityCode === code)?.name ?? code;
  const foot = footOf(filesOf(place, last.month, false), session?.token);
  const trends = cityTrends(read);
  const policies = await loadPolicies(
    { call },
    trends.map(({ cell }) => cell.code),
  );
  const steps = policySteps(
    trends,
    policies,
    read.map(({ month: of }) => of),
  );
  return {
    title: `${place.name}, ${monthName(last.month)}`,
    page: <ProvincePage months={read} last={last} nameOf={nameOf} foot={foot} trends={trends} steps={steps} />,
  };
};
