import { createHash } from 'node:crypto';
import type { Between, Cell, NamedCell } from '../snapshot/cell.ts';
import { type Changes, Snapshot, type SnapshotYear, type Suppressed } from '../snapshot/snapshot.ts';
import { withDecisionsAbove } from './decisions-above.ts';
import { KEPT_BACK, othersOf } from './others.ts';
import { publicSpread } from './public-spread.ts';
import { suppressionOf } from './suppression.ts';

/** Reports and prices held back, alike whether or not there were any: to say nothing would tell. */
const { pricesPaid: _prices, ...withoutReports } = KEPT_BACK;
const withoutPricesPaid = { pricesPaid: null } as const;

/** Turnover as hidden, and orders, which tell it nearly; counts of merchants stay: how many do not sell is the headline. */
const hidden = (cell: Cell): Cell => ({
  ...cell,
  ...KEPT_BACK,
  turnoverRupiah: null,
  orders: null,
  topTwoShare: null,
  spread: null,
});
const shown = <C extends Cell>(cell: C): C => ({
  ...cell,
  topTwoShare: null,
  spread: cell.spread && publicSpread(cell.spread, cell),
});

/** The parts that may be shown, and all others as one, whose sum is known beside a whole that is. */
const publicParts = (cells: readonly NamedCell[], codes: readonly string[], totalIsHidden: boolean): NamedCell[] => {
  const isHidden = ({ code }: NamedCell) => codes.includes(code);
  return [
    ...cells.filter((cell) => !isHidden(cell)).map((cell) => ({ ...shown(cell), ...KEPT_BACK })),
    ...othersOf(cells.filter(isHidden), !totalIsHidden),
  ];
};
/** Of a hidden whole no part is shown: they add up to it. */
const codesIn = (cells: readonly NamedCell[], hides: Hidden): readonly string[] =>
  hides.total ? cells.map(({ code }) => code) : hides.codes;

/** What of a period is hidden. */
type Hidden = {
  readonly total: boolean;
  readonly codes: readonly string[];
  readonly reports: boolean;
  readonly prices: boolean;
};
const publicTotal = (cell: Cell, hides: Hidden): Cell => ({
  ...shown(cell),
  ...(hides.reports ? withoutReports : {}),
  ...(hides.prices && cell.pricesPaid !== undefined ? withoutPricesPaid : {}),
});

/** One equation more about the hidden groups: of two whose sum is known it would tell both. */
const publicBetween = (between: Between | null, cells: readonly NamedCell[], hides: Hidden): Between | null =>
  hides.total || cells.some(({ code, sold }) => sold > 0 && hides.codes.includes(code)) ? null : between;

/** A month, or twelve, as everybody may see them. */
const publicPeriod = (
  { total, districts, categories, between, control }: SnapshotYear,
  hides: Hidden,
): SnapshotYear => ({
  total: hides.total ? hidden(total) : publicTotal(total, hides),
  districts: publicParts(districts, codesIn(districts, hides), hides.total),
  categories: publicParts(categories, codesIn(categories, hides), hides.total),
  between: {
    districts: publicBetween(between.districts, districts, hides),
    categories: publicBetween(between.categories, categories, hides),
  },
  agencies: [],
  control: hides.total ? { ...control, turnoverRupiah: '0' } : control,
});

const counts = ['merchants', 'sold', 'unsold', 'reports'];
const wholes = ['total', 'year'];
/** Counts of the whole only: those of a part may be hidden. */
const publicChanges = ({ figures, reasons, since }: Changes): Changes => ({
  since,
  reasons: reasons.map((sentence) => sentence.replace(/ dari Rp\d+ ke Rp\d+/, '')),
  figures: figures.filter(({ id, of }) => counts.includes(id) && wholes.includes(of)),
});

/**
 * A snapshot as everybody may see it; `above` are the decisions of the merges it is part of. Its fingerprint is that of
 * what is shown: the whole content's would let anybody try which amounts of a hidden shop give it.
 */
export const publicSnapshot = (
  snapshot: Snapshot,
  above: readonly (Pick<Suppressed, 'month'> | undefined)[] = [],
): Snapshot => {
  // In the order of the schema: where a hidden figure stands would tell whether there was one.
  const open = Snapshot.parse(publicContent(snapshot, above));
  return { ...open, hash: createHash('sha256').update(JSON.stringify(open)).digest('hex') };
};

const publicContent = (snapshot: Snapshot, above: readonly (Pick<Suppressed, 'month'> | undefined)[]): Snapshot => {
  const { suppressed = suppressionOf(snapshot), ...open } = snapshot;
  const decided = withDecisionsAbove(snapshot.place, suppressed, above);
  const { total, yearTotal, year, prices, reports, yearPrices, yearReports } = decided;
  const month = [...decided.month, ...above.flatMap((one) => one?.month ?? [])];
  return {
    ...open,
    // What was never decided is kept back.
    ...publicPeriod(snapshot, { total: total, codes: month, prices: prices !== false, reports: reports !== false }),
    // Cities are told by their own months: a whole that hides its sum leaves them.
    cities: publicParts(snapshot.cities, month, total),
    year: publicPeriod(snapshot.year, {
      total: yearTotal,
      codes: year,
      prices: yearPrices !== false,
      reports: yearReports !== false,
    }),
    ...(snapshot.changes ? { changes: publicChanges(snapshot.changes) } : {}),
    ...(snapshot.inputs === undefined ? {} : { inputs: null }),
    ...(snapshot.merged ? { merged: snapshot.merged.map(({ place, revision }) => ({ place, revision })) } : {}),
    files: null,
    hash: '',
  };
};
