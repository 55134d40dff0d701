import { count, lastDay, monthName } from '../../../shared/domain/basics/wording.ts';
import { OTHERS } from '../../../shared/domain/equity/disclosure/others.ts';
import { offeringSentence } from '../../../shared/domain/equity/snapshot/sentences.ts';
import { tileLayout } from '../../../shared/domain/places/tile-layout.ts';
import { isCategory, shortNames } from '../../kit/categories.ts';
import { QrCode } from '../../kit/charts/qr-code.tsx';
import { RankedBars } from '../../kit/charts/ranked-bars.tsx';
import { TileGrid } from '../../kit/charts/tile-grid-plot.tsx';
import { byGap, gapTitle, measuresOf, type Snapshot, sourceOf } from '../../kit/equity/words.ts';
import type { City } from '../../kit/places.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { closedMonth, closedMonths, loadCity, loadSnapshot } from './load-month.ts';
import { noMonth } from './no-month.tsx';
import { RecapTabs } from './recap-tabs.tsx';
import { tileFacts, tileTitle } from './tile-figure.tsx';

/** More rows would be too small to read across a table. */
const ROWS = 5;
/** Squares in more rows than these would not be read across a table: then the worst districts stand as bars. */
const MOST_ROWS = 4;

type Props = {
  readonly snapshot: Snapshot;
  readonly before: Snapshot | undefined;
  readonly city: City;
  readonly live: string;
};

/** By how much each measure moved, where it can be said in one number. */
const movedSince = ({ total }: Snapshot, before: Snapshot | undefined): (string | undefined)[] => {
  if (!before) return [];
  const said = (was: string) => `${monthName(before.month)}: ${was}`;
  const [reach, depth, concentration, gap] = measuresOf(before.total);
  return total.merchants === 0 ? [] : [reach, depth, concentration, gap].map(({ value }) => said(value));
};

const Four = ({ snapshot, before }: Pick<Props, 'snapshot' | 'before'>) => {
  const moved = movedSince(snapshot, before);
  return (
    <ul class="four">
      {measuresOf(snapshot.total).map(({ name, value, sentence }, at) => (
        <li key={name}>
          <h2>{name}</h2>
          <p class="value">{value}</p>
          <p>{sentence}</p>
          <p class="quiet">{moved[at]}</p>
        </li>
      ))}
    </ul>
  );
};

/** Where most are unsold, as many rows as can be read. */
const Worst = ({ cells, label }: { cells: Snapshot['districts']; label: string }) => (
  <RankedBars
    label={label}
    bars={byGap(cells)
      .slice(0, ROWS)
      .map(({ code, name, merchants, unsold }) => ({
        name: isCategory(code) ? shortNames[code] : name,
        part: unsold,
        whole: merchants,
        text: `${count(unsold)} dari ${count(merchants)}`,
      }))}
  />
);

const Categories = ({ snapshot }: Pick<Props, 'snapshot'>) => {
  const cells = byGap(snapshot.categories).filter(({ code }) => code !== OTHERS);
  return (
    <section aria-labelledby="rapat-kategori">
      <h2 id="rapat-kategori">Kategori dengan usaha belum menjual terbanyak</h2>
      {cells.length === 0 ? (
        <p>Semua kategori digabung: usahanya terlalu sedikit.</p>
      ) : (
        <Worst cells={cells} label="Usaha yang belum menjual menurut kategori" />
      )}
    </section>
  );
};

/**
 * How a city's districts stand on the sheet, under the finding over what is drawn: as squares, by share; as bars where squares
 * would be too many rows, by how many; as neither where all are told as one.
 */
export const districtsOnSheet = (city: Pick<City, 'districts' | 'tiles'>, cells: Snapshot['districts']) => {
  const facts = tileFacts(city, cells);
  if (facts.every(({ share }) => share === null)) return { title: tileTitle(facts, cells) };
  const tiles = tileLayout(
    city.districts.map(({ code }) => code),
    city.tiles,
  );
  const rows = Math.max(...tiles.map(({ row }) => row));
  if (rows <= MOST_ROWS) return { title: tileTitle(facts, cells), squares: { tiles, facts, few: rows < MOST_ROWS } };
  const bars = cells.filter(({ code }) => code !== OTHERS);
  return { title: gapTitle(bars, 'kecamatan'), bars };
};

const Districts = ({ snapshot, city }: Pick<Props, 'snapshot' | 'city'>) => {
  const { title, squares, bars } = districtsOnSheet(city, snapshot.districts);
  return (
    <section aria-labelledby="rapat-kecamatan">
      <h2 id="rapat-kecamatan">{title}</h2>
      {squares && (
        <div class={squares.few ? 'few-rows' : 'many-rows'}>
          <TileGrid tiles={squares.tiles} facts={squares.facts} label={`${title}. Bagian usaha belum menjual.`} />
        </div>
      )}
      {bars && <Worst cells={bars} label={`${title}. Usaha yang belum menjual menurut kecamatan.`} />}
    </section>
  );
};

/** One sheet for a table of people: A4 across, read from a metre away, the same in black and white, with the way to the live view. */
const Sheet = ({ snapshot, before, city, live }: Props) => (
  <article class="sheet" aria-label="Lembar rapat">
    <header>
      <p class="whose">
        {city.name} · {monthName(snapshot.month)}
      </p>
      <p class="headline">{snapshot.sentence}</p>
    </header>
    <Four snapshot={snapshot} before={before} />
    <div class="halves">
      <Districts snapshot={snapshot} city={city} />
      <Categories snapshot={snapshot} />
    </div>
    <footer>
      <p>
        {offeringSentence(snapshot.total)} {sourceOf(snapshot, city)}. Sampai {lastDay(snapshot.month)}. Batang gelap:
        usaha yang belum menjual.
      </p>
      <QrCode text={live} label={`Kode ke ${live}`} class="way" waiting="Memuat kode…" />
    </footer>
  </article>
);

/** What a meeting looks at, on one printed page. */
export const openMeeting = async (asked: AskedCity): Promise<Opened> => {
  const { place } = asked;
  const month = closedMonth(asked);
  if (!month) return noMonth(place.name);
  const earlier = closedMonths(asked).find((known) => known.month < month)?.month;
  const [city, snapshot, before] = await Promise.all([
    loadCity(asked),
    loadSnapshot(asked, month),
    earlier ? loadSnapshot(asked, earlier) : undefined,
  ]);
  const live = location.origin + dasborAddress('rekap', place, { bulan: month });
  const page = (
    <>
      <div class="unprinted">
        <h1>Lembar rapat {monthName(month)}</h1>
        <RecapTabs asked={asked} at="Lembar rapat" />
        <p class="quiet">Satu halaman A4 mendatar, terbaca dari satu meter, juga hitam putih.</p>
        <button class="button" type="button" onClick={() => print()}>
          Cetak lembar ini
        </button>
      </div>
      <Sheet snapshot={snapshot} before={before} city={city} live={live} />
    </>
  );
  return { title: `Lembar rapat ${monthName(month)}`, page };
};
