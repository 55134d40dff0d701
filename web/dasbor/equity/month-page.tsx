import type { ComponentChild } from 'preact';
import type { Month } from '../../../shared/domain/basics/month.ts';
import { count, lastDay, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { OTHERS } from '../../../shared/domain/equity/disclosure/others.ts';
import { offeringSentence } from '../../../shared/domain/equity/snapshot/sentences.ts';
import { CategoryFigure, ConcentrationFigure, DistrictFigure } from '../../kit/equity/figures.tsx';
import { Measures } from '../../kit/equity/measures.tsx';
import type { Snapshot, Standing } from '../../kit/equity/words.ts';
import type { City } from '../../kit/places.ts';
import { dasborAddress } from '../address.ts';
import type { PlaceMonth } from '../months.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { AttainableFigure } from './attainable-figure.tsx';
import { BetweenFigure } from './between-figure.tsx';
import { ChangeFigure } from './change-figure.tsx';
import { CloseMonth } from './close-month.tsx';
import { filesOf, footOf } from './foot.tsx';
import { closedMonths, isReader, loadCity, loadEverybody, loadSnapshot, tooManyForDots } from './load-month.ts';
import { noMonth } from './no-month.tsx';
import { RecapTabs } from './recap-tabs.tsx';
import { RunningMonth, StillRunning } from './running-month.tsx';
import { inSpan, type Span, spanOf } from './spans.ts';
import { TileFigure } from './tile-figure.tsx';
import { handledIn } from './trends/handled.ts';
import { loadHandled } from './trends/handled-figure.tsx';

const totals = ({ total }: Snapshot): string => {
  const { turnoverRupiah, orders } = total;
  if (turnoverRupiah === null || orders === null) return 'Omzet tidak ditampilkan: usahanya terlalu sedikit.';
  const sold = `Omzet ${rupiah(turnoverRupiah)} dari ${count(orders)} pesanan.`;
  return total.reportedRupiah === null || total.reports === 0
    ? sold
    : `${sold} Di luar pasar ini, ${count(total.reports)} laporan usaha berjumlah ${rupiah(total.reportedRupiah)}.`;
};

type Shown = {
  readonly snapshot: Snapshot;
  /** Another closed month to stand beside it. */
  readonly before: Snapshot | undefined;
  readonly city: City;
  readonly everybody: readonly Standing[] | undefined;
  /** Whether a dot stands for a group of shops, because they are too many to be shown one by one. */
  readonly grouped: boolean;
  /** Where the list of those to visit is, for who may see it. */
  readonly list: string | undefined;
  /** The part of that list a row of a figure counts. */
  readonly listOf: (by: 'kecamatan' | 'kategori') => ((code: string) => string | undefined) | undefined;
  /** Where one shop is looked at: what to do about it, or its file where it sells. */
  readonly toShop: (shop: Standing) => string | undefined;
  readonly foot: ReturnType<typeof footOf>;
  readonly span: Span;
  readonly tabs: ComponentChild;
  readonly months: readonly PlaceMonth[];
  readonly handled: ReadonlyMap<string, number> | undefined;
  /** Where the city says where its squares stand, for who may open it. */
  readonly settings: string | undefined;
};
/** A closed month of a city, or twelve: one sentence, four measures, where the gap is, and how sales are spread. */
const MonthPage = ({ snapshot, before, city, everybody, list, listOf, foot, span, tabs, ...rest }: Shown) => (
  <>
    <h1 class="headline">{snapshot.sentence}</h1>
    <p class="quiet">
      {snapshot.phase === 'final' ? 'Angka akhir' : 'Angka sementara'} {city.name} sampai {lastDay(snapshot.month)}.{' '}
      {span === 'month' && `${offeringSentence(snapshot.total)} `}
      {totals(snapshot)}
    </p>
    {tabs}
    <Measures snapshot={snapshot} city={city} list={list} year={span === 'year'} />
    <div class="columns">
      <div>
        <DistrictFigure
          snapshot={snapshot}
          city={city}
          everybody={everybody}
          grouped={rest.grouped}
          foot={foot}
          toShop={rest.toShop}
          to={listOf('kecamatan')}
        />
        {before && (
          <ChangeFigure
            city={city}
            before={before}
            foot={foot}
            months={rest.months}
            handled={rest.handled}
            after={snapshot}
            to={listOf('kecamatan')}
          />
        )}
        <BetweenFigure snapshot={snapshot} city={city} foot={foot} />
        {span === 'month' && <AttainableFigure snapshot={snapshot} city={city} foot={foot} />}
      </div>
      <div>
        <TileFigure snapshot={snapshot} city={city} foot={foot} to={listOf('kecamatan')} settings={rest.settings} />
        <CategoryFigure snapshot={snapshot} city={city} foot={foot} to={listOf('kategori')} />
        <ConcentrationFigure snapshot={snapshot} city={city} foot={foot} />
      </div>
    </div>
  </>
);

const openRunning = async (asked: AskedCity, month: Month, reader: boolean): Promise<Opened> => {
  const { call, place, linkTo } = asked;
  const title = `Rekap ${monthName(month)}`;
  if (!reader) return { title, page: <StillRunning month={month} last={dasborAddress('rekap', place)} /> };
  const live = await call('GET /cities/{city}/live/{month}', { params: { city: place.code, month } });
  const page = (
    <>
      <RunningMonth live={live} list={linkTo('perlu-didatangi', { bulan: month })} />
      <CloseMonth asked={asked} month={month} />
    </>
  );
  return { title, page };
};

/** The month it is compared with: the one asked for, or the one before. */
const comparedWith = ({ query: { banding } }: AskedCity, month: Month, closed: readonly PlaceMonth[]) =>
  closed.find((known) => known.month === banding && known.month !== month) ??
  closed.find((known) => known.month < month);

/** What everybody may know of a month; the city's own people see every cell, a dot for each shop, and the running month. */
export const openMonth = async (asked: AskedCity): Promise<Opened> => {
  const { call, session, place, month, query, linkTo } = asked;
  const { code } = place;
  const reader = isReader(asked);
  const closed = closedMonths(asked);
  if (!month || (closed.length === 0 && !(reader && query['bulan'] === month.month))) return noMonth(place.name);
  if (month.phase === 'running') return openRunning(asked, month.month, reader);
  const span = spanOf(query);
  const other = span === 'month' ? comparedWith(asked, month.month, closed)?.month : undefined;
  const [city, snapshot, before, handled] = await Promise.all([
    loadCity(asked),
    loadSnapshot(asked, month.month),
    other ? loadSnapshot(asked, other) : undefined,
    reader && other ? loadHandled(asked) : undefined,
  ]);
  const everybody = reader && span === 'month' ? await loadEverybody(call, code, snapshot) : undefined;
  const at = { bulan: month.month };
  const [from = '', to = ''] = [other ?? month.month, month.month].sort();
  const shown: Shown = {
    snapshot: inSpan(snapshot, span),
    before,
    city,
    everybody,
    grouped: reader && tooManyForDots(snapshot),
    span,
    list: linkTo('perlu-didatangi', at),
    listOf: (by) =>
      reader ? (code) => (code === OTHERS ? undefined : linkTo('perlu-didatangi', { ...at, [by]: code })) : undefined,
    toShop: ({ merchantId, turnoverRupiah }) =>
      turnoverRupiah > 0 ? linkTo(`usaha/${merchantId}`) : linkTo(`tindak-lanjut/${merchantId}`, at),
    foot: footOf(filesOf(place, month.month, reader), session?.token),
    tabs: <RecapTabs asked={asked} at={span === 'year' ? '12 bulan terakhir' : 'Bulan ini saja'} />,
    months: closed.filter((known) => known.month !== month.month),
    handled: handled && handledIn(handled.items, from, to),
    settings: linkTo('letak'),
  };
  return { title: `Rekap ${monthName(month.month)}`, page: <MonthPage {...shown} /> };
};
