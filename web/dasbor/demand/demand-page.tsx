import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { grouped } from '../../../shared/domain/basics/grouped.ts';
import { count, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { Refusal } from '../../entry/client.ts';
import { type Cell, type Demand, demandName, wantedWords } from '../../kit/demand/demand.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { ListSheets } from '../../kit/desk/list-sheets.tsx';
import { Notice } from '../../kit/page.tsx';
import { today } from '../../kit/today.ts';
import { HOME } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { OfficeTabs } from '../spending/office-tabs.tsx';
import { CORRECTIONS, correctionsAddress, openCorrections } from './corrections-view.tsx';
import { DemandLines, type Lines } from './demand-lines.tsx';
import { addressOf, SLUG, type Wanted, wantedOf } from './wanted.ts';

const PAGE = 50;

const loadLines = async ({ call, place }: AskedCity, wanted: Wanted): Promise<Lines | undefined> => {
  const { year, category, month, cursor } = wanted;
  if (category === undefined) return undefined;
  const read = (from: string | undefined) =>
    call('GET /cities/{city}/demand/{year}/lines', {
      params: { city: place.code, year },
      query: { category, month, limit: PAGE, cursor: from },
    });
  return read(cursor).catch((error) => {
    if (!(error instanceof Refusal) || error.code !== 'malformed_cursor') throw error;
    return read(undefined);
  });
};

type Total = { readonly category: Cell['category']; readonly lines: number; readonly rupiah: bigint };
const totalsOf = (cells: readonly Cell[]): Total[] =>
  [...grouped(cells, ({ category }) => category)]
    .map(([category, of]) => ({
      category,
      lines: of.reduce((sum, { lines }) => sum + lines, 0),
      rupiah: of.reduce((sum, cell) => sum + BigInt(cell.rupiah), 0n),
    }))
    .sort((a, b) => Number(a.category === null) - Number(b.category === null) || b.lines - a.lines);

const Totals = ({ asked, demand, wanted }: { asked: AskedCity; demand: Demand; wanted: Wanted }) => (
  <DataTable
    caption="Menurut kategori. Pilih satu untuk melihat bulan dan dinasnya."
    columns={[
      {
        name: 'Kategori',
        show: ({ category }) => (
          <a href={addressOf(asked.place.code, { year: wanted.year, category: category ?? 'none' })}>
            {demandName(category)}
          </a>
        ),
      },
      { name: 'Paket', number: true, show: ({ lines }) => count(lines) },
      { name: 'Pagu', number: true, show: (total) => rupiah(total.rupiah) },
    ]}
    rows={totalsOf(demand.cells)}
    keyOf={({ category }) => category ?? ''}
  />
);

const Months = ({ asked, demand, wanted }: { asked: AskedCity; demand: Demand; wanted: Wanted }) => (
  <DataTable
    caption={`${wanted.category === 'none' || wanted.category === undefined ? demandName(null) : categories[wanted.category]}, menurut bulan dan dinas: 25 dinas terbesar tiap bulan, semuanya ada di berkas.`}
    columns={[
      {
        name: 'Bulan',
        show: ({ month }) => (
          <a href={addressOf(asked.place.code, { ...wanted, month, cursor: undefined })}>{monthName(month)}</a>
        ),
      },
      { name: 'Dinas', show: ({ agencyName }) => <bdi>{agencyName}</bdi> },
      { name: 'Jumlah', show: ({ wanted: many }) => wantedWords(many) || '–' },
      { name: 'Paket', number: true, show: ({ lines }) => count(lines) },
      { name: 'Pagu', number: true, show: (cell) => rupiah(cell.rupiah) },
    ]}
    rows={demand.offices.filter(({ month }) => wanted.month === undefined || month === wanted.month)}
    keyOf={({ month, agencyId }) => month + agencyId}
  />
);

const headline = ({ cells, planCount }: Demand): string => {
  const lines = cells.reduce((sum, cell) => sum + cell.lines, 0);
  const sold = cells.reduce((sum, cell) => sum + (cell.category === null ? 0 : cell.lines), 0);
  return `${count(sold)} dari ${count(lines)} paket ${count(planCount)} dinas bisa dipenuhi usaha kota ini.`;
};

/** What offices plan to buy, by month and category; a line that stands wrong is corrected, and all like it with it. */
export const openDemand = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query, linkTo } = asked;
  if (query['lihat'] === CORRECTIONS) return openCorrections(asked, today(place.code));
  const wanted = wantedOf(query, today(place.code));
  const { year, category } = wanted;
  const [demand, lines] = await Promise.all([
    call('GET /cities/{city}/demand/{year}', {
      params: { city: place.code, year },
      query: category === undefined ? {} : { category },
    }),
    loadLines(asked, wanted),
  ]);
  const importing = linkTo('rencana-muat');
  const page = (
    <section aria-labelledby="kalender">
      <h1 id="kalender">Kalender kebutuhan {year}</h1>
      <OfficeTabs place={place} at="kebutuhan" />
      <p class="links">
        {importing && <a href={importing}>Muat rencana (RUP)</a>}
        <a href={correctionsAddress(place, year)}>Perbaikan kategori</a>
      </p>
      {demand.planCount > 0 && <p>{headline(demand)}</p>}
      <FilterBar
        action={HOME + SLUG}
        keep={{ kota: place.code }}
        clear={addressOf(place.code, { year })}
        filters={[
          { name: 'tahun', label: 'Tahun', value: year, choices: yearsAround(today(place.code)) },
          {
            name: 'kategori',
            label: 'Kategori',
            value: category === 'none' ? 'lainnya' : category,
            choices: [...Object.entries(categories), ['lainnya', demandName(null)]],
          },
        ]}
      />
      {demand.planCount === 0 ? (
        <Notice
          title={`Belum ada rencana ${year}`}
          text="Dinas atau kota memuat RUP-nya; sesudah itu usaha melihat kebutuhan yang akan datang di Toko saya."
        />
      ) : (
        <>
          <Totals asked={asked} demand={demand} wanted={wanted} />
          {category !== undefined && <Months asked={asked} demand={demand} wanted={wanted} />}
          <ListSheets path={`/cities/${place.code}/demand/${year}`} query={{ category }} token={asked.session?.token} />
          {lines && <DemandLines asked={asked} wanted={wanted} lines={lines} />}
        </>
      )}
    </section>
  );
  return { title: `Kalender kebutuhan ${year}`, page };
};

const yearsAround = (now: string): [string, string][] =>
  [0, 1].map((more) => {
    const year = String(Number(now.slice(0, 4)) + more);
    return [year, year];
  });
