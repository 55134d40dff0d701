import { percent } from '../../../shared/domain/basics/wording.ts';
import { type StageName, stageNames, stages } from '../../../shared/domain/spending/stage-names.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { money, plannedFrom, type Spent, share, shareOfStage, wholeOf } from './words.ts';

type Line = {
  readonly name: string;
  readonly small: string;
  readonly medium: string;
  readonly unstated: string;
  readonly total: string;
  readonly share: number | null;
};

const planned = (spent: Spent): Line => ({
  name: 'Direncanakan',
  small: money(spent.plannedSmallRupiah),
  medium: '–',
  unstated: '–',
  total: money(spent.procurementRupiah),
  share: spent.plannedShare,
});
const lineOf = (spent: Spent, stage: StageName): Line => {
  const { smallRupiah, mediumRupiah, unstatedRupiah, totalRupiah } = spent[stage];
  return {
    name: stageNames[stage],
    small: money(smallRupiah),
    medium: money(mediumRupiah),
    unstated: money(unstatedRupiah),
    total: money(totalRupiah),
    share: shareOfStage(spent, stage),
  };
};

const WIDTH = 100;
/** A share as a bar, with the rule as a line across it; what it says stands beside it in words. */
const Bar = ({ value, rule }: { value: number; rule: number | undefined }) => (
  <svg class="share-bar" viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="whole" width={WIDTH} height="10" />
    <rect class="part" width={Math.min(1, value) * WIDTH} height="10" />
    {rule !== undefined && <line x1={rule} x2={rule} y1="0" y2="10" />}
  </svg>
);

type Props = {
  readonly spent: Spent;
  readonly rule: number | undefined;
  /** Whose year it is: one office's, or that of so many. */
  readonly offices: number;
};
/** Planned, ordered, delivered and paid, each by itself against the rule; medium businesses stand apart and do not count. */
export const Stages = ({ spent, rule, offices }: Props) => (
  <DataTable
    caption={[
      `Bagian dihitung dari ${wholeOf(spent)}${rule === undefined ? '' : `; garis tegak: ${rule}%`}.`,
      plannedFrom(spent, offices) ?? '',
    ]
      .join(' ')
      .trim()}
    columns={[
      { name: 'Tahap', show: ({ name }) => name },
      { name: 'Mikro, kecil, koperasi', number: true, show: ({ small }) => small },
      { name: 'Menengah', number: true, show: ({ medium }) => medium },
      { name: 'Skala belum dinyatakan', number: true, show: ({ unstated }) => unstated },
      { name: 'Jumlah', number: true, show: ({ total }) => total },
      {
        name: 'Bagian usaha kecil',
        number: true,
        show: ({ share: value }) => (
          <>
            {share(value)}
            {value !== null && <Bar value={value} rule={rule} />}
          </>
        ),
      },
    ]}
    rows={[planned(spent), ...stages.map((stage) => lineOf(spent, stage))]}
    keyOf={({ name }) => name}
  />
);

/** Whether a stage reaches the rule, in a word; never by colour alone. */
export const reaches = (spent: Spent, rule: number | undefined): string => {
  const value = shareOfStage(spent, 'delivered');
  if (value === null || rule === undefined || spent.procurementRupiah === null) return '–';
  return value * 100 >= rule ? 'tercapai' : `kurang ${percent((rule - value * 100) / 100)}`;
};
