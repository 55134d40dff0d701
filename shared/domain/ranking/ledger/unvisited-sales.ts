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
/** ⌊V/u⌋: how many usual orders an owner received; of who waits for a visit those it received itself, after all others. */
export const stepOf = (recentSalesRupiah: number, unitRupiah: number): number =>
  recentSalesRupiah < UNVISITED_RUPIAH
    ? Math.floor(recentSalesRupiah / unitRupiah)
    : WAITING_STEP + Math.floor((recentSalesRupiah - UNVISITED_RUPIAH) / unitRupiah);
