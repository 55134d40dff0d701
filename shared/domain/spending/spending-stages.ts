import { type Known, type OfficeRows, officialOf, rowsOf, shareOf, sumOf } from './office-rows.ts';
import type { ShopYearCard } from './shop-year.ts';
import type { Stage } from './spent.ts';
import type { StageName } from './stage-names.ts';

/** What counts as spent at small businesses: a scale that is stated, and is one of those the rule counts. */
const isSmall = (row: ShopYearCard, { scaleOf, counts }: Known): boolean => {
  const scale = scaleOf(row.merchantId);
  return scale !== null && counts.includes(scale);
};

/** The share of the official budget is of those offices alone whose budget is known. */
export const stageOf = (offices: readonly OfficeRows[], name: StageName, known: Known): Stage => {
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
