import type { Cell } from '../snapshot/cell.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type Contributors, NO_CONTRIBUTORS } from './contributors.ts';
import { isSensitive, summedOver } from './sensitive-sums.ts';

/*
 * Indicator 15 is told in three sums: what was reported, what the reporting sold on the platform, and, by subtraction,
 * what the others sold. Each is over other shops than turnover, so each has the rules of small cells for itself. Reports
 * come in one by one, so they are told once they are complete, and never again where a later revision has others: the
 * difference would be those that came.
 */

/** Fewer reports would be somebody's own. */
const LEAST_REPORTS = 10;
const fewReports = ({ reports }: Pick<Cell, 'reports'>): boolean => reports > 0 && reports < LEAST_REPORTS;

/** The shops behind what was reported, behind the turnover of the reporting, and behind that of the others. */
export type ReportContributors = {
  readonly reported: Contributors;
  readonly reporting: Contributors;
  readonly silent: Contributors;
};

const unsafe = (rupiah: bigint, contributors: Contributors): boolean =>
  rupiah > 0n && isSensitive(summedOver(String(rupiah), contributors));

/** Would the reports of a city's month show single shops? Without its contributors, one shop may have given all. */
export const reportsAreSensitive = (whole: Cell, contributors: ReportContributors | undefined): boolean => {
  if (whole.reports === 0) return false;
  const { reported, reporting, silent } = contributors ?? {
    reported: NO_CONTRIBUTORS,
    reporting: NO_CONTRIBUTORS,
    silent: NO_CONTRIBUTORS,
  };
  const [turnover, platform] = [BigInt(whole.turnoverRupiah ?? '0'), BigInt(whole.platformOfReportersRupiah ?? '0')];
  return (
    fewReports(whole) ||
    unsafe(BigInt(whole.reportedRupiah ?? '0'), reported) ||
    unsafe(platform, reporting) ||
    unsafe(turnover - platform, silent)
  );
};

const sums = ({ reportedRupiah, platformOfReportersRupiah }: Cell) => `${reportedRupiah} ${platformOfReportersRupiah}`;
/** What came between two revisions is their difference, and nobody knows from how many shops. */
const changed = (before: Cell, after: Cell): boolean => sums(before) !== sums(after);

/** Must this revision keep what an earlier final one told, or kept, in mind? */
export const suppressedByRevision = (
  latest: Pick<Snapshot, 'phase' | 'suppressed' | 'total' | 'year'> | undefined,
  after: Pick<Snapshot, 'total' | 'year'>,
): { reports: boolean; yearReports: boolean } => {
  if (latest?.phase !== 'final') return { reports: false, yearReports: false };
  const { reports = true, yearReports = true } = latest.suppressed ?? {};
  return {
    reports: reports || changed(latest.total, after.total),
    yearReports: yearReports || changed(latest.year.total, after.year.total),
  };
};
