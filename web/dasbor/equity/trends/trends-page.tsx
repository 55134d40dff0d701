import type { Month } from '../../../../shared/domain/basics/month.ts';
import { monthName } from '../../../../shared/domain/basics/wording.ts';
import { OTHERS } from '../../../../shared/domain/equity/disclosure/others.ts';
import type { Snapshot } from '../../../kit/equity/words.ts';
import { sourceOf } from '../../../kit/equity/words.ts';
import { Figure } from '../../../kit/figure.tsx';
import { Notice } from '../../../kit/page.tsx';
import type { City } from '../../../kit/places.ts';
import type { AskedCity, Opened } from '../../opened.ts';
import { filesOf, footOf } from '../foot.tsx';
import { closedMonth, closedMonths, isReader, loadSnapshot } from '../load-month.ts';
import { noMonth } from '../no-month.tsx';
import { RecapTabs } from '../recap-tabs.tsx';
import { HandledFigure, loadHandled } from './handled-figure.tsx';
import { Multiples, TrendTable } from './multiples.tsx';
import { improvedSentence, trendsOf } from './trends.ts';

/** So far back each line goes. */
const MONTHS = 6;

type Props = {
  readonly of: 'kategori' | 'kecamatan';
  readonly months: readonly Snapshot[];
  readonly city: City;
  readonly to: ((code: string) => string | undefined) | undefined;
  readonly foot: ReturnType<typeof footOf>;
};
/** Each category or district through the months, all on one scale. What is merged is another group each month. */
const TrendsFigure = ({ of, months, city, to, foot }: Props) => {
  const cellsOf = (snapshot: Snapshot) => (of === 'kategori' ? snapshot.categories : snapshot.districts);
  const trends = trendsOf(
    months.map((snapshot) => cellsOf(snapshot).filter(({ code, merchants }) => code !== OTHERS && merchants > 0)),
  );
  const names = months.map(({ month }) => month);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return null;
  const title =
    trends.length === 0
      ? `Semua ${of} digabung: usahanya terlalu sedikit`
      : (improvedSentence(trends, monthName(first.month), of) ?? `Baru satu bulan untuk setiap ${of}`);
  return (
    <Figure
      id={of}
      title={title}
      sentence={`Bagian usaha yang belum menjual. Semua garis memakai skala yang sama; garis abu-abu ${of} lain.`}
      source={sourceOf(last, city)}
      how={`Usaha tanpa satu pun pesanan diterima, dibagi semua usaha terverifikasi ${of} itu pada bulan itu. Urutannya: yang paling memburuk di depan. ${of === 'kategori' ? 'Kategori' : 'Kecamatan'} yang digabung tidak digambar, dan pada bulan ketika digabung garisnya terputus.`}
      foot={foot(of)}
      table={<TrendTable trends={trends} months={names} of={of === 'kategori' ? 'Kategori' : 'Kecamatan'} />}
    >
      <Multiples trends={trends} months={names} level="h3" to={to} />
    </Figure>
  );
};

/** How a city's categories and districts went through the last months. */
export const openTrends = async (asked: AskedCity): Promise<Opened> => {
  const { session, place, linkTo } = asked;
  const last = closedMonth(asked);
  if (!last) return noMonth(place.name);
  const closed = closedMonths(asked).map(({ month }) => month);
  const shown: Month[] = closed
    .filter((month) => month <= last)
    .slice(0, MONTHS)
    .reverse();
  const [months, handled] = await Promise.all([
    Promise.all(shown.map((month) => loadSnapshot(asked, month))),
    isReader(asked) ? loadHandled(asked) : undefined,
  ]);
  const foot = footOf(filesOf(place, last, isReader(asked)), session?.token);
  const listOf = (by: 'kecamatan' | 'kategori') =>
    isReader(asked) ? (code: string) => linkTo('perlu-didatangi', { bulan: last, [by]: code }) : undefined;
  const page = (
    <>
      <h1>Perkembangan sampai {monthName(last)}</h1>
      <RecapTabs asked={asked} at="Perkembangan" />
      {months.length < 2 && (
        <Notice
          title="Baru satu bulan yang ditutup"
          text="Garis perkembangan tampil setelah bulan kedua ditutup. Angka bulan pertama ada di rekapnya."
        />
      )}
      <TrendsFigure of="kategori" months={months} city={place.city} to={listOf('kategori')} foot={foot} />
      <TrendsFigure of="kecamatan" months={months} city={place.city} to={listOf('kecamatan')} foot={foot} />
      {handled && <HandledFigure handled={handled} />}
    </>
  );
  return { title: `Perkembangan sampai ${monthName(last)}`, page };
};
