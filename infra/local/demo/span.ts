import { addMonths, type Instant, type Month, monthOf } from '../../../shared/domain/basics/month.ts';

/** The months that are lived through: the first, the running one, and the instant at which the building stops. */
export type Span = { readonly first: Month; readonly running: Month; readonly until: Instant };

export const spanOf = (until: Instant, months: number): Span => {
  const running = monthOf(until, 'Asia/Jakarta');
  return { first: addMonths(running, -months), running, until };
};
