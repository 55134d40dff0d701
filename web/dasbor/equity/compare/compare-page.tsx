import type { ComponentChild } from 'preact';
import type { Month } from '../../../../shared/domain/basics/month.ts';
import { monthName } from '../../../../shared/domain/basics/wording.ts';
import { OTHERS } from '../../../../shared/domain/equity/disclosure/others.ts';
import { ViewTabs } from '../../../kit/desk/view-tabs.tsx';
import { sourceOf } from '../../../kit/equity/words.ts';
import { Source } from '../../../kit/figure.tsx';
import { Notice } from '../../../kit/page.tsx';
import { dasborAddress, HOME } from '../../address.ts';
import type { AskedCity, Opened } from '../../opened.ts';
import { ChangeFigure } from '../change-figure.tsx';
import { filesOf, footOf } from '../foot.tsx';
import { closedMonth, closedMonths, isReader, loadSnapshot } from '../load-month.ts';
import { noMonth } from '../no-month.tsx';
import { RecapTabs } from '../recap-tabs.tsx';
import { CompareShops, loadShops } from './compare-shops.tsx';
import { type Kind, pairOf, queryOf, type Wanted, wantedOf } from './compare-wanted.ts';
import { SideBySide } from './side-by-side.tsx';

const HOW =
  'Setiap ukuran dihitung sama di kedua sisi, dengan penyebut semua usaha terverifikasi masing-masing. Kelompok kecil berubah banyak oleh satu usaha saja: lihat juga jumlah usahanya.';

type Choice = readonly [value: string, name: string];
type ChooseProps = {
  readonly asked: AskedCity;
  readonly wanted: Wanted;
  readonly month: Month;
  readonly choices: readonly Choice[];
  readonly pair: readonly [string, string];
};
const Choose = ({ asked: { place }, wanted, month, choices, pair }: ChooseProps) => (
  <form class="choose place" action={`${HOME}bandingkan`} aria-label="Pilih yang dibandingkan">
    {Object.entries({ kota: place.code, ...queryOf({ ...wanted, a: undefined, b: undefined }, month) }).map(
      ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
    )}
    {(['a', 'b'] as const).map((side, at) => (
      <select key={side} class="control" name={side} id={side} aria-label={at === 0 ? 'Yang pertama' : 'Yang kedua'}>
        {choices.map(([value, name]) => (
          <option key={value} value={value} selected={value === pair[at]}>
            {name}
          </option>
        ))}
      </select>
    ))}
    <button class="line" type="submit" id="bandingkan-dua">
      Bandingkan
    </button>
  </form>
);

const tooFew = (text: string) => <Notice title="Belum ada yang bisa dibandingkan" text={text} />;

const compareMonths = async (asked: AskedCity, wanted: Wanted, month: Month): Promise<ComponentChild> => {
  const closed = closedMonths(asked);
  const pair = pairOf(
    closed.map((one) => one.month),
    wanted.a ?? closed.find((one) => one.month < month)?.month,
    wanted.b ?? month,
  );
  if (!pair) return tooFew('Baru satu bulan yang ditutup. Bulan kedua bisa dibandingkan setelah ditutup.');
  const { place, session } = asked;
  const [before, after] = await Promise.all([loadSnapshot(asked, pair[0]), loadSnapshot(asked, pair[1])]);
  const foot = footOf(filesOf(place, after.month, isReader(asked)), session?.token);
  const choices = closed.map((one): Choice => [one.month, monthName(one.month)]);
  return (
    <>
      <Choose asked={asked} wanted={wanted} month={month} choices={choices} pair={pair} />
      <SideBySide
        caption={`${monthName(before.month)} dan ${monthName(after.month)}, ${place.name}`}
        heads={[monthName(before.month), monthName(after.month)]}
        cells={[before.total, after.total]}
      />
      <Source source={`${sourceOf(before, place.city)}. ${sourceOf(after, place.city)}`} how={HOW} />
      <ChangeFigure city={place.city} before={before} after={after} foot={foot} />
    </>
  );
};

const compareDistricts = async (asked: AskedCity, wanted: Wanted, month: Month): Promise<ComponentChild> => {
  const { place } = asked;
  const snapshot = await loadSnapshot(asked, month);
  const cells = snapshot.districts.filter(({ code, merchants }) => code !== OTHERS && merchants > 0);
  const pair = pairOf(
    cells.map(({ code }) => code),
    wanted.a,
    wanted.b,
  );
  const [a, b] = (pair ?? []).map((code) => cells.find((cell) => cell.code === code));
  if (!pair || !a || !b)
    return tooFew('Kecamatan yang usahanya terlalu sedikit digabung, dan yang tersisa kurang dari dua.');
  return (
    <>
      <Choose
        asked={asked}
        wanted={wanted}
        month={month}
        pair={pair}
        choices={cells.map(({ code, name }): Choice => [code, name])}
      />
      <SideBySide caption={`${a.name} dan ${b.name}, ${monthName(month)}`} heads={[a.name, b.name]} cells={[a, b]} />
      <Source source={sourceOf(snapshot, place.city)} how={HOW} />
    </>
  );
};

/** Two months, two districts, or for the city's own people two shops, side by side. The address says which. */
export const openCompare = async (asked: AskedCity): Promise<Opened> => {
  const { place, query, month: chosen } = asked;
  const reader = isReader(asked);
  const month = closedMonth(asked);
  if (!month) return noMonth(place.name);
  const wanted = wantedOf(query, reader);
  const shown: Readonly<Record<Kind, () => Promise<ComponentChild>>> = {
    months: () => compareMonths(asked, wanted, month),
    districts: () => compareDistricts(asked, wanted, month),
    shops: async () => <CompareShops asked={asked} shops={await loadShops(asked, wanted, chosen?.month ?? month)} />,
  };
  const to = (kind: Kind) =>
    dasborAddress('bandingkan', place, queryOf({ kind, a: undefined, b: undefined }, chosen?.month ?? month));
  const kinds: readonly (readonly [Kind, string])[] = [
    ['months', 'Dua bulan'],
    ['districts', 'Dua kecamatan'],
    ...(reader ? [['shops', 'Dua usaha'] as const] : []),
  ];
  const page = (
    <>
      <h1>Bandingkan</h1>
      <RecapTabs asked={asked} at="Bandingkan" />
      <ViewTabs
        label="Yang dibandingkan"
        at={to(wanted.kind)}
        views={kinds.map(([kind, name]) => ({ name, to: to(kind) }))}
      />
      {await shown[wanted.kind]()}
    </>
  );
  return { title: 'Bandingkan', page };
};
