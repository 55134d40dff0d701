import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { RupiahTotal } from '../basics/money.ts';
import { ratio } from '../equity/measures/fraction.ts';
import { published } from '../equity/snapshot/spread.ts';
import type { Procurement } from './procurement.ts';
import type { Scale } from './scale.ts';
import type { ShopYearCard } from './shop-year.ts';
import type { StageName } from './stage-names.ts';

const Share = z.number().min(0).nullable();
/** One stage of the money, by how large the sellers are. Shares are of the part at small businesses. */
const Stage = z
  .object({
    smallRupiah: RupiahTotal.describe('Micro, small and cooperatives: what counts'),
    mediumRupiah: RupiahTotal.describe('Does not count'),
    unstatedRupiah: RupiahTotal.describe('At shops whose scale nobody stated: does not count either'),
    totalRupiah: RupiahTotal,
    ofMarket: Share.describe('Of what went through this market; null where nothing did'),
    ofProcurement: Share.describe('Of the official procurement budget; null where it is not known'),
  })
  .meta({ id: 'SpendingStage' });
export type Stage = z.infer<typeof Stage>;

/** A year of one office, or of all of a city’s: what was planned, ordered, delivered and paid, each by itself. */
export const Spent = z
  .object({
    procurementRupiah: RupiahTotal.nullable().describe('Official; null where nobody said'),
    plannedSmallRupiah: RupiahTotal.nullable().describe(
      'Planned for small businesses, as the city said it or else as the lines of the plan are marked; null where neither is',
    ),
    plannedShare: Share.describe('Of the official budget of those offices'),
    plannedByMarks: z.int().describe('Offices whose figure is the sum of the marks of their plan'),
    ordered: Stage,
    delivered: Stage,
    paid: Stage,
    orders: z.int(),
    owners: z.int().describe('Different owners goods came from: shops of one owner are one'),
    equivalentOwners: Share.describe('As if bought in equal parts from so many (1 / Herfindahl)'),
    largestShare: Share.describe('Of the owner most was bought from'),
    paidOrders: z.int(),
    medianDays: z.int().nullable().describe('From handover to payment: the lower middle of the paid orders'),
    longestDays: z.int().nullable(),
  })
  .meta({ id: 'Spent' });
export type Spent = z.infer<typeof Spent>;

export const OfficeYear = Spent.extend({ agencyId: AgencyId, name: z.string() }).meta({ id: 'OfficeYear' });
export type OfficeYear = z.infer<typeof OfficeYear>;

/** An office with what it bought of each shop, and its official budget. */
export type OfficeRows = {
  readonly rows: readonly ShopYearCard[];
  readonly procurement: Procurement | undefined;
  /** What the lines of its plan keep for small businesses, where they are marked. */
  readonly markedSmallRupiah?: string | null | undefined;
};
export type Known = {
  readonly scaleOf: (merchantId: string) => Scale | null;
  /** Whose a shop is, as the market's lists know it. */
  readonly ownerOf: (row: ShopYearCard) => string;
  readonly counts: readonly Scale[];
};

const shareOf = (part: bigint, whole: bigint | null): number | null =>
  whole === null || whole === 0n ? null : published(ratio(part, whole));
const sumOf = <T>(all: readonly T[], of: (one: T) => bigint): bigint => all.reduce((sum, one) => sum + of(one), 0n);
const rowsOf = (offices: readonly OfficeRows[]) => offices.flatMap(({ rows }) => rows);

/** What counts as spent at small businesses: a scale that is stated, and is one of those the rule counts. */
const isSmall = (row: ShopYearCard, { scaleOf, counts }: Known): boolean => {
  const scale = scaleOf(row.merchantId);
  return scale !== null && counts.includes(scale);
};

/** The share of the official budget is of those offices alone whose budget is known. */
const stageOf = (offices: readonly OfficeRows[], name: StageName, known: Known): Stage => {
  const amount = (row: ShopYearCard) => BigInt(row[`${name}Rupiah`]);
  const rows = rowsOf(offices);
  const small = rows.filter((row) => isSmall(row, known));
  const unstated = rows.filter((row) => known.scaleOf(row.merchantId) === null);
  const [total, ofSmall, ofUnstated] = [rows, small, unstated].map((some) => sumOf(some, amount)) as [
    bigint,
    bigint,
    bigint,
  ];
  const budgeted = offices.filter(({ procurement }) => procurement !== undefined);
  const budgetedSmall = rowsOf(budgeted).filter((row) => isSmall(row, known));
  return {
    smallRupiah: String(ofSmall),
    mediumRupiah: String(total - ofSmall - ofUnstated),
    unstatedRupiah: String(ofUnstated),
    totalRupiah: String(total),
    ofMarket: shareOf(ofSmall, total),
    ofProcurement: shareOf(sumOf(budgetedSmall, amount), officialOf(budgeted)),
  };
};

const officialOf = (offices: readonly OfficeRows[]): bigint | null => {
  const known = offices.flatMap(({ procurement }) => (procurement ? [BigInt(procurement.procurementRupiah)] : []));
  return known.length === 0 ? null : sumOf(known, (one) => one);
};

/** The lower middle and the longest of how long paid orders waited, from how many waited each number of days. */
const daysOf = (rows: readonly ShopYearCard[]) => {
  const counts = new Map<number, number>();
  for (const { paidAfterDays } of rows)
    for (const [days, orders] of Object.entries(paidAfterDays))
      counts.set(Number(days), (counts.get(Number(days)) ?? 0) + orders);
  const inOrder = [...counts].sort(([one], [other]) => one - other);
  const paidOrders = inOrder.reduce((sum, [, orders]) => sum + orders, 0);
  let passed = 0;
  const middle = inOrder.find(([, orders]) => {
    passed += orders;
    return passed >= Math.ceil(paidOrders / 2);
  });
  return { paidOrders, medianDays: middle?.[0] ?? null, longestDays: inOrder.at(-1)?.[0] ?? null };
};

/** How what was delivered lies on the owners it came from; totals of a year pass what a Number holds exactly. */
const ownersOf = (rows: readonly ShopYearCard[], ownerOf: Known['ownerOf']) => {
  const byOwner = new Map<string, bigint>();
  for (const row of rows) byOwner.set(ownerOf(row), (byOwner.get(ownerOf(row)) ?? 0n) + BigInt(row.deliveredRupiah));
  const spent = [...byOwner.values()].filter((amount) => amount > 0n);
  const total = sumOf(spent, (one) => one);
  const largest = spent.reduce((most, one) => (one > most ? one : most), 0n);
  return {
    owners: spent.length,
    equivalentOwners: shareOf(
      total * total,
      sumOf(spent, (one) => one * one),
    ),
    largestShare: shareOf(largest, total),
  };
};

/** What an office planned for small businesses: the city's word before the marks of the plan. */
const plannedOf = ({ procurement, markedSmallRupiah }: OfficeRows) => {
  const stated = procurement?.plannedSmallRupiah ?? null;
  if (stated !== null) return { rupiah: BigInt(stated), byMarks: false };
  return typeof markedSmallRupiah === 'string' ? { rupiah: BigInt(markedSmallRupiah), byMarks: true } : undefined;
};

const plannedBy = (offices: readonly OfficeRows[]) => {
  const planned = offices.flatMap((office) => {
    const found = plannedOf(office);
    return found ? [{ ...found, office }] : [];
  });
  const budgeted = planned.filter(({ office }) => office.procurement !== undefined);
  const sum = (some: typeof planned) => sumOf(some, ({ rupiah }) => rupiah);
  return {
    plannedSmallRupiah: planned.length === 0 ? null : String(sum(planned)),
    plannedShare: shareOf(sum(budgeted), officialOf(budgeted.map(({ office }) => office))),
    plannedByMarks: planned.filter(({ byMarks }) => byMarks).length,
  };
};

/** The figures of some offices together: of one for its own line, of all for the city's. */
export const spentBy = (offices: readonly OfficeRows[], known: Known): Spent => {
  const rows = rowsOf(offices);
  const official = officialOf(offices);
  return {
    procurementRupiah: official === null ? null : String(official),
    ...plannedBy(offices),
    ordered: stageOf(offices, 'ordered', known),
    delivered: stageOf(offices, 'delivered', known),
    paid: stageOf(offices, 'paid', known),
    orders: rows.reduce((sum, { orders }) => sum + orders, 0),
    ...ownersOf(rows, known.ownerOf),
    ...daysOf(rows),
  };
};
