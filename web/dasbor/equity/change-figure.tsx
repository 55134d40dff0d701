import type { Month } from '../../../shared/domain/basics/month.ts';
import { count, monthName, percent } from '../../../shared/domain/basics/wording.ts';
import { OTHERS } from '../../../shared/domain/equity/disclosure/others.ts';
import { type Change, outstanding } from '../../kit/charts/slope.ts';
import { SlopePlot } from '../../kit/charts/slope-plot.tsx';
import { type Snapshot, sourceOf } from '../../kit/equity/words.ts';
import { Figure } from '../../kit/figure.tsx';
import { Table } from '../../kit/page.tsx';
import type { City } from '../../kit/places.ts';
import { HOME } from '../address.ts';
import type { PlaceMonth } from '../months.ts';
import type { footOf } from './foot.tsx';

type To = (code: string) => string | undefined;
type Named = Snapshot['districts'][number];
const shareOf = ({ merchants, unsold }: Named): number => (merchants > 0 ? unsold / merchants : 0);

/** Districts that both months tell by themselves: what is merged for disclosure is another group in another month. */
export const changesOf = (
  before: Snapshot,
  after: Snapshot,
  handled?: ReadonlyMap<string, number>,
  to?: To,
): Change[] =>
  after.districts.flatMap((district) => {
    const was = before.districts.find(({ code }) => code === district.code);
    return was && district.code !== OTHERS && district.merchants > 0 && was.merchants > 0
      ? [
          {
            name: district.name,
            before: shareOf(was),
            after: shareOf(district),
            ...(handled?.get(district.code) ? { acts: handled.get(district.code) } : {}),
            ...(to ? { to: to(district.code) } : {}),
          },
        ]
      : [];
  });

/** The finding of a comparison. */
export const changeTitle = (changes: readonly Change[]): string => {
  const { worse, better } = outstanding(changes);
  if (worse && better) return `${worse.name} memburuk, ${better.name} membaik`;
  if (worse) return `${worse.name} paling memburuk`;
  if (better) return `${better.name} paling membaik`;
  const moved = (wanted: (by: number) => boolean) =>
    changes.filter(({ before, after }) => wanted(after - before)).length;
  const [grew, fell] = [moved((by) => by > 0), moved((by) => by < 0)];
  if (grew + fell === 0) return 'Tidak ada kecamatan yang berubah';
  return `Membaik di ${count(fell)} kecamatan, memburuk di ${count(grew)}`;
};

type CompareProps = Pick<Props, 'city'> & { month: Month; before: Month; months: readonly PlaceMonth[] };
const Compare = ({ city, month, months, before }: CompareProps) => (
  <form class="choose place" action={`${HOME}rekap`} aria-label="Bandingkan bulan">
    <input type="hidden" name="kota" value={city.cityCode} />
    <input type="hidden" name="bulan" value={month} />
    <select class="control" name="banding" id="banding" aria-label="Bandingkan dengan">
      {months.map((known) => (
        <option key={known.month} value={known.month} selected={known.month === before}>
          {monthName(known.month)}
        </option>
      ))}
    </select>
    <button class="line" type="submit" id="bandingkan">
      Bandingkan
    </button>
  </form>
);

type Props = {
  readonly city: City;
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Closed months it can be compared with; none where they are chosen elsewhere. */
  readonly months?: readonly PlaceMonth[];
  /** How many shops of each district officers took up in these months, for who may know. */
  readonly handled?: ReadonlyMap<string, number> | undefined;
  readonly foot: ReturnType<typeof footOf>;
  /** Where the shops of a district are listed, for who may see them. */
  readonly to?: To | undefined;
};
/** Where more or fewer are unsold than in another month. */
export const ChangeFigure = ({ city, before, after, months, handled, foot, to }: Props) => {
  const changes = changesOf(before, after, handled, to);
  const acted = changes.some(({ acts }) => acts !== undefined);
  if (changes.length === 0) return null;
  const heads = [monthName(before.month), monthName(after.month)] as const;
  const title = changeTitle(changes);
  const shortHeads = [heads[0].split(' ')[0] ?? '', heads[1].split(' ')[0] ?? ''] as const;
  return (
    <Figure
      id="perubahan"
      title={title}
      sentence={`Bagian usaha yang belum menjual, ${heads[0]} dan ${heads[1]}.`}
      source={sourceOf(after, city)}
      how="Bagian ialah usaha tanpa satu pun pesanan diterima, dibagi semua usaha terverifikasi kecamatan itu pada bulan itu. Kecamatan yang digabung tidak dibandingkan."
      foot={foot('perubahan')}
      table={
        <Table
          caption={`Bagian usaha yang belum menjual di ${count(changes.length)} kecamatan`}
          head={['Kecamatan', ...heads, ...(acted ? ['Ditangani'] : [])]}
          rows={changes.map((one) => [
            one.name,
            percent(one.before),
            percent(one.after),
            ...(acted ? [count(one.acts ?? 0)] : []),
          ])}
        />
      }
    >
      {months && <Compare city={city} month={after.month} months={months} before={before.month} />}
      <SlopePlot
        changes={changes}
        heads={before.month.slice(0, 4) === after.month.slice(0, 4) ? shortHeads : heads}
        label={`${title}. Angkanya ada di tabel.`}
      />
      {acted && (
        <p class="small">
          Belah ketupat: petugas menangani usaha di kecamatan itu antara kedua bulan. Jumlahnya di tabel.
        </p>
      )}
    </Figure>
  );
};
