/** A shop's month on the matrix: sold, in the register without a sale, or not in the register. */
export type MatrixState = 'sold' | 'unsold' | 'absent';
export type MatrixCell = { readonly state: MatrixState; readonly rupiah: number; readonly reported: boolean };
type Sold = { readonly month: string; readonly turnoverRupiah: number; readonly reported: boolean };

/** One cell for each month, in their order, whatever months are known. */
export const matrixRow = (months: readonly string[], known: readonly Sold[]): MatrixCell[] =>
  months.map((month) => {
    const found = known.find((one) => one.month === month);
    if (!found) return { state: 'absent', rupiah: 0, reported: false };
    return {
      state: found.turnoverRupiah > 0 ? 'sold' : 'unsold',
      rupiah: found.turnoverRupiah,
      reported: found.reported,
    };
  });
