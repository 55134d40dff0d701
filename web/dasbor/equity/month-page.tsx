import type { Month } from '../../../shared/domain/basics/month.ts';
import { count, lastDay, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { OTHERS } from '../../../shared/domain/equity/disclosure/others.ts';
import { offeringSentence } from '../../../shared/domain/equity/snapshot/sentences.ts';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { CategoryFigure, ConcentrationFigure, DistrictFigure } from '../../kit/equity/figures.tsx';
import { Measures } from '../../kit/equity/measures.tsx';
import type { Snapshot, Standing } from '../../kit/equity/words.ts';
import type { City } from '../../kit/places.ts';
import { dasborAddress } from '../address.ts';
import type { PlaceMonth } from '../months.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { ChangeFigure } from './change-figure.tsx';
import { filesOf, footOf } from './foot.tsx';
import { loadEverybody } from './load-month.ts';
import { RunningMonth, StillRunning } from './running-month.tsx';
import { inSpan, type Span, spanOf, spanQuery } from './spans.ts';

const totals = ({ total }: Snapshot): string => {
  const { turnoverRupiah, orders } = total;
  if (turnoverRupiah === null || orders === null) return 'Omzet tidak ditampilkan: usahanya terlalu sedikit.';
  const sold = `Omzet ${rupiah(turnoverRupiah)} dari ${count(orders)} pesanan.`;
  return total.reportedRupiah === null || total.reports === 0
    ? sold
    : `${sold} Di luar pasar ini, ${count(total.reports)} usaha melaporkan ${rupiah(total.reportedRupiah)}.`;
};

type Shown = {
  readonly snapshot: Snapshot;
  /** Another closed month to stand beside it. */
  readonly before: Snapshot | undefined;
  readonly city: City;
  readonly everybody: readonly Standing[] | undefined;
  /** Where the list of those to visit is, for who may see it. */
  readonly list: string | undefined;
  /** The part of that list a row of a figure counts. */
  readonly listOf: (by: 'kecamatan' | 'kategori') => ((code: string) => string | undefined) | undefined;
  readonly foot: ReturnType<typeof footOf>;
  readonly span: Span;
  readonly spanTo: (span: Span) => string;
  readonly months: readonly PlaceMonth[];
};
/** A closed month of a city, or twelve: one sentence, four measures, where the gap is, and how sales are spread. */
const MonthPage = ({ snapshot, before, city, everybody, list, listOf, foot, span, spanTo, months }: Shown) => (
  <>
    <h1 class="headline">{snapshot.sentence}</h1>
    <p class="quiet">
      {snapshot.phase === 'final' ? 'Angka akhir' : 'Angka sementara'} {city.name} sampai {lastDay(snapshot.month)}.{' '}
      {span === 'month' && `${offeringSentence(snapshot.total)} `}
      {totals(snapshot)}
    </p>
    <ViewTabs
      label="Rentang"
      at={spanTo(span)}
      views={[
        { name: 'Bulan ini saja', to: spanTo('month') },
        { name: '12 bulan terakhir', to: spanTo('year') },
      ]}
    />
    <Measures snapshot={snapshot} city={city} list={list} year={span === 'year'} />
    <div class="columns">
      <div>
        <DistrictFigure snapshot={snapshot} city={city} everybody={everybody} foot={foot} to={listOf('kecamatan')} />
        {before && <ChangeFigure city={city} before={before} after={snapshot} months={months} foot={foot} />}
      </div>
      <div>
        <CategoryFigure snapshot={snapshot} city={city} foot={foot} to={listOf('kategori')} />
        <ConcentrationFigure snapshot={snapshot} city={city} foot={foot} />
      </div>
    </div>
  </>
);

const NoMonth = ({ city }: { city: City }) => (
  <>
    <h1 class="headline">Belum ada bulan yang ditutup di {city.name}.</h1>
    <p>Angka sebuah bulan dihitung otomatis pada tanggal 1 bulan berikutnya. Setelah itu hasilnya tampil di sini.</p>
  </>
);

const openRunning = async ({ call, place, linkTo }: AskedCity, month: Month, reader: boolean): Promise<Opened> => {
  const title = `Rekap ${monthName(month)}`;
  if (!reader) return { title, page: <StillRunning month={month} last={dasborAddress('rekap', place)} /> };
  const live = await call('GET /cities/{city}/live/{month}', { params: { city: place.code, month } });
  return { title, page: <RunningMonth live={live} list={linkTo('perlu-didatangi', { bulan: month })} /> };
};

/** The month it is compared with: the one asked for, or the one before. */
const comparedWith = ({ query: { banding } }: AskedCity, month: Month, closed: readonly PlaceMonth[]) =>
  closed.find((known) => known.month === banding && known.month !== month) ??
  closed.find((known) => known.month < month);

/** What everybody may know of a month; the city's own people see every cell, a dot for each shop, and the running month. */
export const openMonth = async (asked: AskedCity): Promise<Opened> => {
  const { call, session, kinds, place, month, months, query, linkTo } = asked;
  const { city, code } = place;
  const reader = kinds.includes('city-admin') || kinds.includes('inspectorate');
  const closed = months.filter(({ phase }) => phase !== 'running');
  if (!month || (closed.length === 0 && !(reader && query['bulan'] === month.month)))
    return { title: 'Rekap', page: <NoMonth city={city} /> };
  if (month.phase === 'running') return openRunning(asked, month.month, reader);
  const span = spanOf(query);
  const read = (of: Month) =>
    reader
      ? call('GET /cities/{city}/months/{month}', { params: { city: code, month: of } })
      : call('GET /cities/{city}/snapshots/{month}', { params: { city: code, month: of } });
  const other = span === 'month' ? comparedWith(asked, month.month, closed)?.month : undefined;
  const [snapshot, before] = await Promise.all([read(month.month), other ? read(other) : undefined]);
  const everybody = reader && span === 'month' ? await loadEverybody(call, code, snapshot) : undefined;
  const at = { bulan: month.month };
  const shown: Shown = {
    ...{ snapshot: inSpan(snapshot, span), before, city, everybody, span },
    list: linkTo('perlu-didatangi', at),
    listOf: (by) =>
      reader ? (code) => (code === OTHERS ? undefined : linkTo('perlu-didatangi', { ...at, [by]: code })) : undefined,
    foot: footOf(filesOf(place, month.month, reader), session?.token),
    spanTo: (to) => dasborAddress('rekap', place, { bulan: month.month, rentang: spanQuery(to) }),
    months: closed.filter((known) => known.month !== month.month),
  };
  return { title: `Rekap ${monthName(month.month)}`, page: <MonthPage {...shown} /> };
};
