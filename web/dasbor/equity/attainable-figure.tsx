import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { dateTime, index, monthName, percent } from '../../../shared/domain/basics/wording.ts';
import {
  attainedTitle,
  cheapestSentence,
  envySentence,
  exposureSentence,
  firstSaleSentence,
  reachedSentence,
  silenceSentence,
} from '../../../shared/domain/equity/attainable/sentences.ts';
import { attainableIndicators } from '../../../shared/domain/equity/definitions/attainable.ts';
import { type Bar, RankedBars } from '../../kit/charts/ranked-bars.tsx';
import type { Snapshot } from '../../kit/equity/words.ts';
import { Figure } from '../../kit/figure.tsx';
import { Table } from '../../kit/page.tsx';
import type { City } from '../../kit/places.ts';
import type { footOf } from './foot.tsx';

type Attainable = NonNullable<Snapshot['attainable']>;
type Reached = Attainable['total'];

const shown = (value: number | null): string => (value === null ? '–' : index(value));

const ways = [
  ['Daftar terlaris', 'giniPopularity'],
  ['Yang terjadi', 'giniActual'],
  ['Pembagian otomatis', 'giniAssigned'],
  ['Otomatis, pesanan besar dibagi', 'giniSplit'],
] as const;
/** The same orders in four ways, on one scale: the shorter, the more even. */
const barsOf = (total: Reached): Bar[] =>
  ways.flatMap(([name, id]) => {
    const { value } = total[id];
    return value === null ? [] : [{ name, part: value, whole: 1, text: index(value) }];
  });

const rowOf = (name: string, of: Reached): string[] => [
  name,
  ...ways.map(([, id]) => shown(of[id].value)),
  of.closedShare.value === null ? '–' : percent(of.closedShare.value),
];
const rowsOf = (city: City, { total, categories: parts }: Attainable): string[][] => [
  rowOf(city.name, total),
  ...parts.map((of) => rowOf((categories as Readonly<Record<string, string>>)[of.code] ?? of.code, of)),
];

const HOW = attainableIndicators.map(({ name, formula, inclusion }) => `${name}: ${formula}. ${inclusion}`).join(' ');

type Props = { readonly snapshot: Snapshot; readonly city: City; readonly foot: ReturnType<typeof footOf> };
/** What the month's orders would have made of it when given out otherwise, and how long shops waited; where it may be told. */
export const AttainableFigure = ({ snapshot, city, foot }: Props) => {
  const { attainable, month } = snapshot;
  if (!attainable) return null;
  const { total } = attainable;
  const bars = barsOf(total);
  const said = [
    envySentence(attainable),
    silenceSentence(attainable),
    firstSaleSentence(attainable),
    exposureSentence(attainable),
    cheapestSentence(attainable),
  ].filter((sentence) => sentence !== '');
  return (
    <Figure
      id="tercapai"
      title={attainedTitle(total)}
      sentence={`Yang bisa dicapai. ${reachedSentence(total) || 'Pesanannya terlalu sedikit untuk dibandingkan.'}`}
      source={`Pesanan yang diterima penjual, ${monthName(month)} · dihitung sekali, ${dateTime(attainable.takenAt, city.zone)}`}
      how={HOW}
      foot={foot('tercapai')}
      table={
        <Table
          caption="Gini pesanan yang sama, dibagi dengan cara lain"
          head={['Bagian', ...ways.map(([name]) => name), 'Jarak ditempuh']}
          rows={rowsOf(city, attainable)}
        />
      }
    >
      {bars.length > 0 && (
        <>
          <p class="small quiet">Gini: makin pendek batangnya, makin rata.</p>
          <RankedBars bars={bars} label={`${attainedTitle(total)}. Angkanya ada di tabel.`} />
        </>
      )}
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Figure>
  );
};
