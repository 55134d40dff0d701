import { count, percent } from '../../../shared/domain/basics/wording.ts';
import { mayBeChance } from '../../../shared/domain/equity/snapshot/sentences.ts';
import { tileLayout } from '../../../shared/domain/places/tile-layout.ts';
import type { TileFact } from '../../kit/charts/tile-grid.ts';
import { TileGrid } from '../../kit/charts/tile-grid-plot.tsx';
import { type Snapshot, sourceOf } from '../../kit/equity/words.ts';
import { Figure } from '../../kit/figure.tsx';
import { Table } from '../../kit/page.tsx';
import type { City } from '../../kit/places.ts';
import type { footOf } from './foot.tsx';

type Districts = Snapshot['districts'];

/** What each of a city's districts tells by itself; of one that is merged or has no shops nothing. */
export const tileFacts = ({ districts }: Pick<City, 'districts'>, cells: Districts): TileFact[] =>
  districts.map(({ code, name }) => {
    const cell = cells.find((one) => one.code === code);
    return { code, name, share: cell && cell.merchants > 0 ? cell.unsold / cell.merchants : null };
  });

/** The finding by share; where the next one is within the interval it says so. */
export const tileTitle = (facts: readonly TileFact[], cells: Districts): string => {
  const known = facts
    .flatMap(({ code, share }) => cells.filter((cell) => share !== null && cell.code === code))
    .sort((a, b) => b.unsold / b.merchants - a.unsold / a.merchants);
  const [first, second] = known;
  if (!first) return 'Semua kecamatan digabung: usahanya terlalu sedikit';
  if (first.unsold === 0) return 'Di setiap kecamatan, semua usaha sudah menjual';
  const share = percent(first.unsold / first.merchants);
  return `Bagian terbesar di ${first.name}: ${share}${mayBeChance(first, second) ? ' (mungkin kebetulan)' : ''}`;
};

type Props = {
  readonly snapshot: Snapshot;
  readonly city: City;
  readonly foot: ReturnType<typeof footOf>;
  readonly to: ((code: string) => string | undefined) | undefined;
  /** Where the city says where its squares stand, for who may open it. */
  readonly settings: string | undefined;
};
/** The city's districts as squares of one size, where the city put them. */
export const TileFigure = ({ snapshot, city, foot, to, settings }: Props) => {
  const facts = tileFacts(city, snapshot.districts);
  // Where all are told as one, squares would be empty: the figure of districts says so already.
  if (facts.every(({ share }) => share === null)) return null;
  const title = tileTitle(facts, snapshot.districts);
  const tiles = tileLayout(
    city.districts.map(({ code }) => code),
    city.tiles,
  );
  return (
    <Figure
      id="peta"
      title={title}
      sentence="Setiap kotak satu kecamatan. Makin panjang batangnya, makin besar bagian usaha yang belum menjual."
      source={sourceOf(snapshot, city)}
      how="Usaha tanpa satu pun pesanan diterima, dibagi semua usaha terverifikasi kecamatan itu. Kotak sama besar dan bukan peta wilayah. “Mungkin kebetulan” berarti kecamatan berikutnya masih dalam rentang 95% bagian ini. Kotak bertanda – digabung atau tidak punya usaha."
      foot={foot('peta')}
      table={
        <Table
          caption="Bagian usaha yang belum menjual"
          head={['Kecamatan', 'Bagian', 'Usaha']}
          rows={facts.map(({ code, name, share }) => [
            name,
            share === null ? '–' : percent(share),
            share === null ? '–' : count(snapshot.districts.find((cell) => cell.code === code)?.merchants ?? 0),
          ])}
        />
      }
    >
      <TileGrid tiles={tiles} facts={facts} label={`${title}. Angkanya ada di tabel.`} to={to} />
      {settings && (
        <p class="small unprinted">
          <a href={settings}>Atur letak kecamatan</a>
        </p>
      )}
    </Figure>
  );
};
