import { count, lastDay, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { offeringSentence } from '../../../shared/domain/equity/snapshot/sentences.ts';
import { CategoryFigure, ConcentrationFigure, DistrictFigure } from '../../kit/equity/figures.tsx';
import { Measures } from '../../kit/equity/measures.tsx';
import type { Snapshot, Standing } from '../../kit/equity/words.ts';
import type { City } from '../../kit/places.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { filesOf, footOf } from './foot.tsx';
import { loadEverybody } from './load-month.ts';

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
  readonly city: City;
  readonly everybody: readonly Standing[] | undefined;
  /** Where the list of those to visit is, for who may see it. */
  readonly list: string | undefined;
  readonly foot: ReturnType<typeof footOf>;
};
/** The month of a city: one sentence, four measures, where the gap is, and how sales are spread. */
const MonthPage = ({ snapshot, city, everybody, list, foot }: Shown) => (
  <>
    <h1 class="headline">{snapshot.sentence}</h1>
    <p class="quiet">
      {snapshot.phase === 'final' ? 'Angka akhir' : 'Angka sementara'} {city.name} sampai {lastDay(snapshot.month)}.{' '}
      {offeringSentence(snapshot.total)} {totals(snapshot)}
    </p>
    <Measures snapshot={snapshot} city={city} list={list} />
    <div class="columns">
      <div>
        <DistrictFigure snapshot={snapshot} city={city} everybody={everybody} foot={foot} />
      </div>
      <div>
        <CategoryFigure snapshot={snapshot} city={city} foot={foot} />
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

/** What everybody may know of a month; the city's own people see every cell, and a dot for each shop. */
export const openMonth = async ({ call, session, kinds, place, month }: AskedCity): Promise<Opened> => {
  const { city, code } = place;
  const closed = month && month.phase !== 'running' ? month.month : undefined;
  if (!closed) return { title: 'Rekap', page: <NoMonth city={city} /> };
  const params = { city: code, month: closed };
  const reader = kinds.includes('city-admin') || kinds.includes('inspectorate');
  const snapshot = reader
    ? await call('GET /cities/{city}/months/{month}', { params })
    : await call('GET /cities/{city}/snapshots/{month}', { params });
  const everybody = reader ? await loadEverybody(call, code, snapshot) : undefined;
  const list = reader ? dasborAddress('perlu-didatangi', place, { bulan: closed }) : undefined;
  return {
    title: `Rekap ${monthName(closed)}`,
    page: (
      <MonthPage
        {...{ snapshot, city, everybody, list }}
        foot={footOf(filesOf(place, closed, reader), session?.token)}
      />
    ),
  };
};
