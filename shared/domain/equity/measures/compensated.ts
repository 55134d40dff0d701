/** A sum of doubles and what rounding has taken from it so far. */
export type CompensatedSum = { sum: number; lost: number };

/**
 * Adds one term by Neumaier's rule (A. Neumaier, ZAMM 54, 1974): the error of every addition is computed exactly and
 * kept apart, so the error of the whole does not grow with the number of terms.
 */
export const addTo = (total: CompensatedSum, term: number): void => {
  const sum = total.sum + term;
  total.lost += Math.abs(total.sum) >= Math.abs(term) ? total.sum - sum + term : term - sum + total.sum;
  total.sum = sum;
};

export const compensated = (terms: Iterable<number> = []): CompensatedSum => {
  const total = { sum: 0, lost: 0 };
  for (const term of terms) addTo(total, term);
  return total;
};

export const rounded = (total: CompensatedSum): number => total.sum + total.lost;
