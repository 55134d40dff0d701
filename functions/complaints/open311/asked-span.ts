import { DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Span } from './public-cards.ts';

const MOST_DAYS = 90;
/** The days asked about, 90 at most. @throws Problem invalid_request */
export const spanOf = (
  { start_date, end_date }: { start_date?: string | undefined; end_date?: string | undefined },
  now: string,
): Span => {
  const until = end_date ?? (start_date === undefined ? later(now, 1) : later(start_date, MOST_DAYS * DAY_MS));
  const from = start_date ?? later(until, -MOST_DAYS * DAY_MS);
  if (from > until || Date.parse(until) - Date.parse(from) > MOST_DAYS * DAY_MS)
    throw new Problem('invalid_request', `Minta paling banyak ${MOST_DAYS} hari, dari yang awal ke yang akhir.`, [
      { pointer: '#/query/start_date', detail: `Paling banyak ${MOST_DAYS} hari sebelum end_date.` },
    ]);
  return { from, until };
};
