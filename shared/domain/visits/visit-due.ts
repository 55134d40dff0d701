import { DAY_MS, type Instant, later } from '../basics/month.ts';

/** So soon honest newcomers lose nothing by waiting (docs/equity). */
const WITHIN_DAYS = 30;

/** Until when the city should have been with an owner who waits to be visited first; apart from its schemas, so that a page can ask it. */
export const visitDue = ({ since }: { readonly since: Instant }): Instant => later(since, WITHIN_DAYS * DAY_MS);

/** What an owner who waits is told of the visit. */
export const expectedVisit = (awaited: { readonly since: Instant; readonly tried: boolean }) => ({
  since: awaited.since,
  due: visitDue(awaited),
  tried: awaited.tried,
});
