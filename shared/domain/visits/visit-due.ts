import { DAY_MS, type Instant, later } from '../basics/month.ts';

/** So soon honest newcomers lose nothing by waiting (docs/equity). */
const WITHIN_DAYS = 30;

/** Until when the city should have been with an owner who waits to be visited first; apart from its schemas, so that a page can ask it. */
export const visitDue = ({ since }: { readonly since: Instant }): Instant => later(since, WITHIN_DAYS * DAY_MS);
