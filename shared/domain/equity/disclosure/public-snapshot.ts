import { createHash } from 'node:crypto';
import {
  type Between,
  type Cell,
  type Changes,
  type NamedCell,
  Snapshot,
  type SnapshotYear,
} from '../snapshot/snapshot.ts';
import { publicSpread } from './public-spread.ts';
import { suppressionOf } from './small-cells.ts';

/** Reports and prices held back, alike whether or not there were any: silence would tell. */
const unreported = {
  reportedRupiah: null,
  platformOfReportersRupiah: null,
  reportedMinusPlatformRupiah: null,
} as const;
const withoutPricesPaid = { pricesPaid: null } as const;

/** Turnover as hidden, and orders, which tell it nearly; counts of merchants stay, because who is registered is public anyway. */
const hidden = <C extends Cell>(cell: C): C => ({
  ...cell,
  turnoverRupiah: null,
  orders: null,
  ...unreported,
  ...withoutPricesPaid,
  topTwoShare: null,
  spread: null,
});
const shown = <C extends Cell>(cell: C): C => ({
  ...cell,
  topTwoShare: null,
  spread: cell.spread && publicSpread(cell.spread, cell),
});
/** A part never tells reports or prices: the whole does, and few parts have ten of them. */
const shownPart = <C extends Cell>(cell: C): C => ({ ...shown(cell), ...unreported, ...withoutPricesPaid });

type Coded = Cell & { readonly code: string };
const hide = <C extends Coded>(cells: readonly C[], codes: readonly string[]): C[] =>
  cells.map((cell) => (codes.includes(cell.code) ? hidden(cell) : shownPart(cell)));

type ToldSums = { readonly reports: boolean; readonly prices: boolean };
const publicWhole = (cell: Cell, tells: ToldSums): Cell => ({
  ...shown(cell),
  ...(tells.reports ? {} : unreported),
  ...(tells.prices || cell.pricesPaid === undefined ? {} : withoutPricesPaid),
});

/** One equation more about the hidden groups: of two whose sum is known it would tell both. */
const publicBetween = (between: Between | null, cells: readonly Coded[], codes: readonly string[]): Between | null =>
  cells.some(({ code, sold }) => sold > 0 && codes.includes(code)) ? null : between;

type Kept = ToldSums & { readonly whole: boolean; readonly codes: readonly string[] };
/** A month, or twelve, as everybody may see them. */
const publicPeriod = (
  { whole, districts, categories, between, control }: SnapshotYear,
  { whole: isHidden, codes, ...tells }: Kept,
): SnapshotYear => ({
  whole: isHidden ? hidden(whole) : publicWhole(whole, tells),
  districts: hide(districts, codes),
  categories: hide(categories, codes),
  between: {
    districts: isHidden ? null : publicBetween(between.districts, districts, codes),
    categories: isHidden ? null : publicBetween(between.categories, categories, codes),
  },
  agencies: [],
  control: isHidden ? { ...control, turnoverRupiah: '0' } : control,
});

const counts = ['merchants', 'sold', 'unsold', 'reports'];
const publicChanges = ({ figures, ...rest }: Changes): Changes => ({
  ...rest,
  why: rest.why.map((sentence) => sentence.replace(/ dari Rp\d+ ke Rp\d+/, '')),
  figures: figures.filter(({ id }) => counts.includes(id)),
});

/**
 * A snapshot as everybody may see it. Its fingerprint is that of what is shown: the whole content's would let anybody
 * try which amounts of a hidden shop give it.
 */
export const publicSnapshot = (snapshot: Snapshot): Snapshot => {
  // In the order of the schema: where a hidden figure stands would tell whether there was one.
  const shown = Snapshot.parse(publicContent(snapshot));
  return { ...shown, hash: createHash('sha256').update(JSON.stringify(shown)).digest('hex') };
};

const publicContent = (snapshot: Snapshot): Snapshot => {
  const { suppressed = suppressionOf(snapshot), ...open } = snapshot;
  const { whole, month, wholeYear, year, reports, prices, yearReports, yearPrices } = suppressed;
  return {
    ...open,
    ...publicPeriod(snapshot, { whole, codes: month, reports: reports === false, prices: prices === false }),
    cities: hide<NamedCell>(snapshot.cities, month),
    year: publicPeriod(snapshot.year, {
      ...{ whole: wholeYear, codes: year, reports: yearReports === false, prices: yearPrices === false },
    }),
    ...(snapshot.changes ? { changes: publicChanges(snapshot.changes) } : {}),
    ...(snapshot.inputs === undefined ? {} : { inputs: null }),
    ...(snapshot.merged ? { merged: snapshot.merged.map(({ place, revision }) => ({ place, revision })) } : {}),
    files: null,
    hash: '',
  };
};
