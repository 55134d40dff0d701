import type { Review } from './review.ts';

/** Reports the city has not answered: those since it last hid the review or left it shown. Only the city gives a reason. */
export const openReports = ({ reports, history }: Pick<Review, 'reports' | 'history'>): Review['reports'] => {
  const ruled = history.findLast(({ reason }) => reason !== undefined)?.at ?? '';
  return reports.filter(({ at }) => at > ruled);
};
