import type { ComponentChildren } from 'preact';
import { count, index, percent, rupiah } from '../../../shared/domain/basics/wording.ts';
import { isCoarse } from '../../../shared/domain/equity/disclosure/public-spread.ts';
import { COARSE_CURVE, lorenzSentence, mergedSentence } from '../../../shared/domain/equity/snapshot/sentences.ts';
import { isCategory, shortNames } from '../categories.ts';
import { lorenzRows } from '../charts/lorenz.ts';
import { LorenzPlot } from '../charts/lorenz-plot.tsx';
import { RankedBars } from '../charts/ranked-bars.tsx';
import { StripPlot } from '../charts/strip-plot.tsx';
import { twentieths } from '../charts/twentieths.ts';
import { Figure } from '../figure.tsx';
import { Table } from '../page.tsx';
import type { City } from '../places.ts';
import { byGap, gapTitle, type Snapshot, type Standing, sourceOf } from './words.ts';

/** What can be taken along of a figure, by its id; nothing where nobody could press it. */
type Foot = (id: string) => ComponentChildren;
/** Where the shops of a district or category are listed, for who may see them. */
type To = (code: string) => string | undefined;
type Shown = { snapshot: Snapshot; city: City; foot?: Foot | undefined; to?: To | undefined };
type Cells = Snapshot['districts'];

const GAP_HOW =
  'Setiap usaha terverifikasi dihitung sekali, di kecamatan dan kategori yang didaftarkannya. Urutannya menurut jumlah usaha yang belum menjual.';

const GapTable = ({ cells, kind }: { cells: Cells; kind: string }) => (
  <Table
    caption={`Usaha yang menjual dan yang belum, menurut ${kind}`}
    head={[kind === 'kecamatan' ? 'Kecamatan' : 'Kategori', 'Usaha', 'Menjual', 'Belum']}
    rows={byGap(cells).map(({ name, merchants, sold, unsold }) => [name, count(merchants), count(sold), count(unsold)])}
  />
);

const told = (figure: { readonly value: number | null } | undefined): string =>
  figure?.value == null ? '–' : rupiah(Math.round(figure.value));
/** What groups of dots show, in numbers: how many sold, and what a quarter, half and three quarters of them sold at most. */
const GroupTable = ({ cells }: { cells: Cells }) => (
  <Table
    caption="Usaha yang menjual dan yang belum, dan omzet yang menjual, menurut kecamatan"
    head={['Kecamatan', 'Usaha', 'Menjual', 'Belum', 'Omzet seperempat bawah', 'Omzet tengah', 'Omzet seperempat atas']}
    rows={cells.map(({ name, merchants, sold, unsold, spread }) => [
      name,
      ...[merchants, sold, unsold].map((many) => count(many)),
      ...[spread?.p25, spread?.median, spread?.p75].map(told),
    ])}
  />
);

const Leads = () => <p class="small quiet">Pilih satu baris untuk melihat usahanya.</p>;

const GapBars = ({ cells, kind, to }: { cells: Cells; kind: string; to: To | undefined }) => (
  <>
    {to && <Leads />}
    <RankedBars
      label={`${gapTitle(cells, kind)}. Angkanya ada di tabel.`}
      bars={byGap(cells).map(({ code, name, merchants, unsold }) => ({
        name: isCategory(code) ? shortNames[code] : name,
        part: unsold,
        whole: merchants,
        text: `${count(unsold)} dari ${count(merchants)}`,
        to: to?.(code),
      }))}
    />
    {cells
      .map(mergedSentence)
      .filter(Boolean)
      .map((sentence) => (
        <p key={sentence} class="quiet">
          {sentence}
        </p>
      ))}
  </>
);

/** Dots of every district that stand for groups of its shops; undefined where a district's curve is not told. */
const groupsOf = (cells: Cells, to: To | undefined) => {
  const places = cells.flatMap(({ code, name, merchants, unsold, turnoverRupiah, spread }) => {
    const curve = { merchants, unsold, turnoverRupiah: Number(turnoverRupiah ?? 0), lorenz: spread?.lorenz ?? [] };
    const groups = twentieths(curve)?.map((rupiah) => ({ turnoverRupiah: rupiah }));
    return groups ? [{ name, to: to?.(code), shops: groups, counted: { unsold, merchants } }] : [];
  });
  return places.length === cells.length ? places : undefined;
};

/** Where the unsold are: with names at hand one dot a business, of too many one a twentieth of a district's, in public a bar a district. */
export const DistrictFigure = ({
  snapshot,
  city,
  foot,
  to,
  everybody,
  grouped,
  toShop,
}: Shown & {
  everybody: readonly Standing[] | undefined;
  /** Whether who reads may see groups of the shops where they are too many to be shown one by one. */
  grouped?: boolean;
  /** Where one of them is looked at, for who may. */
  toShop?: ((shop: Standing) => string | undefined) | undefined;
}) => {
  const cells = byGap(snapshot.districts);
  const text = {
    id: 'kecamatan',
    title: gapTitle(cells, 'kecamatan'),
    source: sourceOf(snapshot, city),
    foot: foot?.('kecamatan'),
    table: <GapTable cells={cells} kind="kecamatan" />,
  };
  const groups = grouped && !everybody ? groupsOf(cells, to) : undefined;
  if (groups)
    return (
      <Figure
        {...text}
        table={<GroupTable cells={cells} />}
        sentence={`Setiap titik seperduapuluh (5%) usaha kecamatan itu, di rata-rata omzetnya. Lingkaran kosong di kiri: omzet Rp0.`}
        how={`${GAP_HOW} Usahanya terlalu banyak untuk satu titik masing-masing, jadi yang sudah menjual diurutkan dari omzet terkecil dan dibagi rata ke titik-titiknya, menurut kurva Lorenz kecamatan itu. Angka persis di kanan dan di tabel. Skalanya logaritmik: setiap garis sepuluh kali garis sebelumnya.`}
      >
        {to && <Leads />}
        <StripPlot places={groups} label={`${text.title}. Angkanya ada di tabel.`} />
      </Figure>
    );
  if (!everybody)
    return (
      <Figure
        {...text}
        sentence="Bagian kiri batang: usaha yang belum menjual. Sisanya yang abu-abu: yang sudah menjual."
        how={GAP_HOW}
      >
        <GapBars cells={cells} kind="kecamatan" to={to} />
      </Figure>
    );
  const places = cells.map(({ code, name }) => ({
    name,
    to: to?.(code),
    shops: everybody
      .filter(({ district }) => district === code)
      .map((shop) => ({ turnoverRupiah: shop.turnoverRupiah, name: shop.name, to: toShop?.(shop) })),
  }));
  return (
    <Figure
      {...text}
      sentence="Setiap titik satu usaha. Lingkaran kosong di kiri: omzet Rp0. Titik penuh: makin ke kanan makin besar omzetnya."
      how={`${GAP_HOW} Skalanya logaritmik: setiap garis sepuluh kali garis sebelumnya. Titik yang berdekatan ditumpuk.`}
    >
      {to && (
        <p class="small quiet">
          Pilih satu baris untuk melihat daftarnya, satu titik untuk usahanya. Dengan papan tik: panah kanan dan kiri.
        </p>
      )}
      <StripPlot places={places} label={`${text.title}. Angkanya ada di tabel.`} />
    </Figure>
  );
};

export const CategoryFigure = ({ snapshot, city, foot, to }: Shown) => (
  <Figure
    id="kategori"
    title={gapTitle(snapshot.categories, 'kategori')}
    sentence="Bagian kiri batang: usaha yang belum menjual. Sisanya yang abu-abu: yang sudah menjual."
    source={sourceOf(snapshot, city)}
    foot={foot?.('kategori')}
    how={GAP_HOW}
    table={<GapTable cells={snapshot.categories} kind="kategori" />}
  >
    <GapBars cells={snapshot.categories} kind="kategori" to={to} />
  </Figure>
);

/** A curve of fewer says more about each of them than about all. */
const LEAST_FOR_CURVE = 20;

export const ConcentrationFigure = ({ snapshot, city, foot }: Shown) => {
  const { spread, merchants } = snapshot.total;
  const share = spread?.topTenMerchantsShare.value ?? null;
  if (!spread || share === null || spread.lorenz.length < 2 || merchants < LEAST_FOR_CURVE) return null;
  const gini = spread.gini.value;
  const coarse = isCoarse(spread);
  const sentence = coarse ? COARSE_CURVE : lorenzSentence(spread.lorenz);
  return (
    <Figure
      id="pemusatan"
      title={`10 usaha terbesar memegang ${percent(share)} omzet`}
      sentence={sentence}
      source={sourceOf(snapshot, city)}
      foot={foot?.('pemusatan')}
      how={`Kurva Lorenz atas ${count(merchants)} usaha, yang Rp0 ikut dihitung. Makin dekat ke garis putus-putus, makin merata.${
        gini === null ? '' : ` Indeks Gini ${index(gini)}.`
      }`}
      table={
        <Table
          caption="Bagian omzet yang diterima usaha terkecil bersama-sama"
          head={['Usaha', 'Bagian omzet']}
          rows={lorenzRows(spread.lorenz, spread.ownPoints)}
        />
      }
    >
      <LorenzPlot points={spread.lorenz} label={`Kurva Lorenz. ${sentence}`} />
    </Figure>
  );
};
