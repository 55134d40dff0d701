import { addMonths, monthsBetween } from '../../basics/month.ts';
import { type Activity, activityOf, plusActivity } from './activity.ts';
import { MONTHS_BEFORE, monthsInLine } from './past-line.ts';
import type { Standing } from './standing.ts';

/** What a shop did in the eleven months before a month; undefined when it was in the register in none of them. */
export const activityBefore = ({ month, past = '' }: Pick<Standing, 'month' | 'past'>): Activity | undefined => {
  const begin = addMonths(month, -MONTHS_BEFORE - 1);
  let sum: Activity | undefined;
  for (const one of monthsInLine(month, past)) {
    if (one.gone) continue;
    const activity = activityOf(one, monthsBetween(begin, one.month));
    sum = sum ? plusActivity(sum, activity) : activity;
  }
  return sum;
};
