import { percent } from '../../../shared/domain/basics/wording.ts';
import { type Bar, RankedBars } from '../../kit/charts/ranked-bars.tsx';
import { type Snapshot, sourceOf } from '../../kit/equity/words.ts';
import { Figure } from '../../kit/figure.tsx';
import { Table } from '../../kit/page.tsx';
import type { City } from '../../kit/places.ts';
import type { footOf } from './foot.tsx';

const groups = [
  ['districts', 'kecamatan'],
  ['categories', 'kategori'],
] as const;

/** How much of the inequality lies between the groups, as far as it may be told. */
export const betweenShares = ({ between }: Pick<Snapshot, 'between'>): { of: string; share: number }[] =>
  groups.flatMap(([name, of]) => {
    const share = between[name]?.betweenShare.value;
    return share == null ? [] : [{ of, share }];
  });

/** The finding, in people's words: what would remain if every group sold alike on average. */
export const betweenTitle = (shares: readonly { of: string; share: number }[]): string => {
  const most = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return most.share >= 0.5
    ? `Ketimpangan terutama antar-${most.of}: ${percent(most.share)}`
    : `Ketimpangan terutama di dalam ${most.of} yang sama: ${percent(1 - most.share)}`;
};

type Props = { readonly snapshot: Snapshot; readonly city: City; readonly foot: ReturnType<typeof footOf> };
/** Where the inequality lies: between districts and categories, or among the shops within each. */
export const BetweenFigure = ({ snapshot, city, foot }: Props) => {
  const shares = betweenShares(snapshot);
  if (shares.length === 0) return null;
  const bars = shares.map(
    ({ of, share }): Bar => ({
      name: `Antar-${of}`,
      part: share,
      whole: 1,
      text: `${percent(share)}, di dalamnya ${percent(1 - share)}`,
    }),
  );
  return (
    <Figure
      id="antar"
      title={betweenTitle(shares)}
      sentence={shares
        .map(
          ({ of, share }) =>
            `Andai omzet rata-rata semua ${of} sama, ketimpangan berkurang ${percent(share)}; ${percent(1 - share)} lagi ada di antara usaha dalam ${of} yang sama.`,
        )
        .join(' ')}
      source={sourceOf(snapshot, city)}
      how="Indeks Theil atas semua usaha, yang Rp0 ikut dihitung, dipecah tepat menjadi bagian antarkelompok dan bagian di dalam kelompok. Bagian di dalam kelompok tidak hilang dengan memindahkan pesanan dari satu kelompok ke kelompok lain."
      foot={foot('antar')}
      table={
        <Table
          caption="Di mana ketimpangan berada"
          head={['Dibagi menurut', 'Antarkelompok', 'Di dalam kelompok']}
          rows={shares.map(({ of, share }) => [of, percent(share), percent(1 - share)])}
        />
      }
    >
      <RankedBars bars={bars} label={`${betweenTitle(shares)}. Angkanya ada di tabel.`} />
    </Figure>
  );
};
