import { rungsPassed } from './rungs.ts';

/**
 * What is added to V of an owner that is to be confirmed by a visit first: ten times what an UMKM may sell in a year, so that it
 * stands behind everybody who was visited, and those who wait are ordered by their own sales.
 */
export const UNVISITED_RUPIAH = 500_000_000_000;

/** Whether an owner of such a V waits for a visit. */
export const waitsForVisit = (recentSalesRupiah = 0): boolean => recentSalesRupiah >= UNVISITED_RUPIAH;
/** V without what waiting for a visit adds. */
export const soldBy = (recentSalesRupiah: number): number =>
  waitsForVisit(recentSalesRupiah) ? recentSalesRupiah - UNVISITED_RUPIAH : recentSalesRupiah;
/** The steps of who waits begin here: behind whoever was visited, were the usual order one rupiah. */
export const WAITING_STEP = UNVISITED_RUPIAH;
/** V of an owner, and where it steps up (`offsetOf`). */
type Sales = { readonly recentSalesRupiah: number; readonly offset?: number };
/**
 * The step an owner stands on by its V: until rule version 3 how many usual orders it received, since 4 how many rungs it
 * passed. Who waits for a visit stands after all others, by what it received itself.
 */
export const stepOf = ({ recentSalesRupiah, offset }: Sales, unitRupiah: number, ruleVersion: number): number => {
  const sold = soldBy(recentSalesRupiah);
  const step = ruleVersion < 4 ? Math.floor(sold / unitRupiah) : rungsPassed(sold, unitRupiah, offset);
  return waitsForVisit(recentSalesRupiah) ? WAITING_STEP + step : step;
};
/** The same as it is told: without what waiting adds. */
export const toldStepOf = (sales: Sales, unitRupiah: number, ruleVersion: number): number =>
  stepOf({ ...sales, recentSalesRupiah: soldBy(sales.recentSalesRupiah) }, unitRupiah, ruleVersion);
