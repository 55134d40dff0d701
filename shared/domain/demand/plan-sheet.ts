import type { RowFlaw, Sheet } from '../basics/sheets/sheet.ts';
import type { Heading } from '../basics/sheets/sheet-heading.ts';
import { isEnded } from './plan-cells.ts';
import { type PlanColumn, planColumnWords } from './plan-columns.ts';
import type { PlannedPurchase } from './plan-line.ts';
import { ofUnit, readRow, rowsOf } from './plan-rows.ts';

/** What a file of a plan says of one office and year. */
export type PlanSheet = {
  /** Rows with something in them, below the heading, of this office. */
  readonly rows: number;
  readonly purchases: readonly PlannedPurchase[];
  /** Lines the file itself calls deleted, replaced or not announced. */
  readonly ended: readonly string[];
  readonly flaws: readonly RowFlaw[];
};

const isSame = (one: PlannedPurchase, other: PlannedPurchase): boolean =>
  one.name === other.name &&
  one.rupiah === other.rupiah &&
  one.month === other.month &&
  one.forSmall === other.forSmall;

type Asked = { readonly year: string; readonly agencyName: string; readonly unit?: string | undefined };

/**
 * The purchases a file plans for one office in a year. A code that stands twice with different words is flawed, the first stands.
 * @throws Problem unit_needed
 */
export const planOfSheet = (
  sheet: Sheet,
  heading: Heading<PlanColumn>,
  { year, agencyName, unit }: Asked,
): PlanSheet => {
  const rows = ofUnit(rowsOf(sheet, heading), agencyName, unit);
  const title = (column: PlanColumn) => heading.titles[heading.places[column] ?? -1] ?? planColumnWords[column];
  const flaws: RowFlaw[] = [];
  const ended = new Set<string>();
  const purchases = new Map<string, PlannedPurchase>();
  for (const one of rows) {
    if (isEnded(one)) {
      ended.add(one.of('rupCode'));
      continue;
    }
    const found = readRow(one, year, title);
    if (!('rupCode' in found)) {
      flaws.push(...found);
      continue;
    }
    const before = purchases.get(found.rupCode);
    if (!before) purchases.set(found.rupCode, found);
    else if (!isSame(before, found))
      flaws.push({
        row: one.row,
        column: title('rupCode'),
        detail: `Kode ini sudah ada di baris ${before.row}. Hapus salah satunya.`,
      });
  }
  return {
    rows: rows.length,
    purchases: [...purchases.values()],
    ended: [...ended].filter((code) => !purchases.has(code)),
    flaws,
  };
};
