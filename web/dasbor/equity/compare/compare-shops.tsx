import type { Output } from '../../../../shared/contract.ts';
import type { Month } from '../../../../shared/domain/basics/month.ts';
import { count, monthName, rupiah } from '../../../../shared/domain/basics/wording.ts';
import { shortNames } from '../../../kit/categories.ts';
import { matrixRow } from '../../../kit/charts/matrix.ts';
import { mostOf } from '../../../kit/charts/month-bars.ts';
import { MonthBars } from '../../../kit/charts/month-bars-plot.tsx';
import { Figure } from '../../../kit/figure.tsx';
import { Table } from '../../../kit/page.tsx';
import { districtName } from '../../../kit/places.ts';
import { dasborAddress, HOME } from '../../address.ts';
import type { AskedCity } from '../../opened.ts';
import { monthsOfCity } from '../../since-founding.ts';
import { queryOf, type Wanted } from './compare-wanted.ts';

type History = Output<'GET /cities/{city}/merchants/{merchantId}/standings/{month}'>;
type Found = Output<'GET /cities/{city}/register'>['items'];
const MONTHS = 12;

export type Shops = {
  readonly month: Month;
  readonly wanted: Wanted;
  readonly a: History | undefined;
  readonly b: History | undefined;
  readonly foundA: Found | undefined;
  readonly foundB: Found | undefined;
};

/** The histories of both shops, and who is found by the words for either side. */
export const loadShops = async ({ call, place }: AskedCity, wanted: Wanted, month: Month): Promise<Shops> => {
  const history = (merchantId: string | undefined) =>
    merchantId
      ? call('GET /cities/{city}/merchants/{merchantId}/standings/{month}', {
          params: { city: place.code, merchantId, month },
        })
      : undefined;
  const find = async (q: string | undefined) =>
    q
      ? (await call('GET /cities/{city}/register', { params: { city: place.code }, query: { q, limit: 8 } })).items
      : undefined;
  const [a, b, foundA, foundB] = await Promise.all([
    history(wanted.a),
    history(wanted.b),
    find(wanted.findA),
    find(wanted.findB),
  ]);
  return { month, wanted, a, b, foundA, foundB };
};

type SideProps = { readonly asked: AskedCity; readonly shops: Shops; readonly side: 'a' | 'b' };
const Chosen = ({ asked: { place }, shops, side }: SideProps) => {
  const found = side === 'a' ? shops.foundA : shops.foundB;
  if (!found) return null;
  if (found.length === 0) return <p>Tidak ada usaha yang cocok. Coba sebagian nama, nomor HP, atau NIB.</p>;
  return (
    <ul class="links">
      {found.map(({ merchantId, name, district }) => (
        <li key={merchantId}>
          <a href={dasborAddress('bandingkan', place, queryOf({ ...shops.wanted, [side]: merchantId }, shops.month))}>
            <bdi>{name}</bdi>, {districtName(place.city, district)}
          </a>
        </li>
      ))}
    </ul>
  );
};

const Finder = ({ asked, shops }: Omit<SideProps, 'side'>) => {
  const { place } = asked;
  const { wanted, month } = shops;
  const keep = { kota: place.code, ...queryOf(wanted, month) };
  return (
    <form class="choose" action={`${HOME}bandingkan`} aria-label="Pilih dua usaha">
      {Object.entries(keep).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {(['A', 'B'] as const).map((side) => (
        <div class="field" key={side}>
          <label for={`cari${side}`}>{side === 'A' ? 'Usaha pertama' : 'Usaha kedua'}</label>
          <input
            class="control"
            type="search"
            name={`cari${side}`}
            id={`cari${side}`}
            maxLength={60}
            placeholder="Nama, HP, atau NIB"
            defaultValue={side === 'A' ? wanted.findA : wanted.findB}
          />
        </div>
      ))}
      <button class="line" type="submit" id="cari-usaha">
        Cari
      </button>
    </form>
  );
};

type Pair = readonly [History, History];
const PairFigure = ({ asked: { place }, month, pair }: { asked: AskedCity; month: Month; pair: Pair }) => {
  const months = monthsOfCity(place.city, month, MONTHS).reverse();
  const rows = pair.map(({ months: known }) => matrixRow(months, known));
  const series = pair.map(({ name }, side) => ({
    name,
    values: (rows[side] ?? []).map(({ state, rupiah: sold }) => (state === 'absent' ? null : sold)),
  }));
  const most = mostOf(series);
  const soldIn = (side: number) => (rows[side] ?? []).filter(({ state }) => state === 'sold').length;
  const [first, second] = pair;
  return (
    <Figure
      id="dua-usaha"
      title={`${first.name} menjual di ${count(soldIn(0))} bulan, ${second.name} di ${count(soldIn(1))}`}
      sentence="Omzet tiap bulan, dengan skala yang sama. Lingkaran kosong: terdaftar, belum menjual."
      source={`Pesanan yang diterima pembeli, ${count(months.length)} bulan sampai ${monthName(month)}`}
      how="Hanya penjualan lewat pasar ini. Bulan tanpa tanda: usaha belum terdaftar. Hanya untuk petugas kota."
      table={
        <Table
          caption="Omzet tiap bulan"
          head={['Bulan', first.name, second.name === first.name ? `${second.name} (kedua)` : second.name]}
          rows={months.map((one, at) => [
            monthName(one),
            ...rows.map((row) => (row[at]?.state === 'absent' ? '–' : rupiah(row[at]?.rupiah ?? 0))),
          ])}
        />
      }
    >
      <div class="columns">
        {pair.map(({ merchantId, name, district, category }, side) => (
          <div key={merchantId}>
            <h3>
              <bdi>{name}</bdi>
            </h3>
            <p class="small quiet">
              {districtName(place.city, district)} · {shortNames[category]}
            </p>
            <MonthBars
              months={series[side] ?? { name, values: [] }}
              most={most}
              ends={[monthName(months[0] ?? month), monthName(month)]}
              label={`Omzet ${name} tiap bulan. Angkanya ada di tabel.`}
            />
          </div>
        ))}
      </div>
    </Figure>
  );
};

/** Two shops of the city, month by month. */
export const CompareShops = ({ asked, shops }: { asked: AskedCity; shops: Shops }) => {
  const { a, b } = shops;
  return (
    <>
      <Finder asked={asked} shops={shops} />
      <Chosen asked={asked} shops={shops} side="a" />
      <Chosen asked={asked} shops={shops} side="b" />
      {a && b ? (
        <PairFigure asked={asked} month={shops.month} pair={[a, b]} />
      ) : (
        <p class="quiet">
          {a || b ? `Sudah dipilih: ${(a ?? b)?.name}. Cari satu usaha lagi.` : 'Cari dua usaha untuk dibandingkan.'}
        </p>
      )}
    </>
  );
};
