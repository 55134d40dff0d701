import { type Day, daysIn, daysLeft, type Month } from '../../basics/month.ts';

/** Who has an active offer on so many days of a month takes part in its market (EQUITY.md §1). */
const OFFERED_DAYS = 15;

/**
 * Has the shop an active offer now, and on how many days of the month if that stays so: while the month runs a
 * projection, afterwards the count, and only the first offer put up and the last one taken down are ever written.
 */
export type Offering = { readonly offering: boolean; readonly offeredDays: number };

export const offeredAll = (offering: boolean, month: Month): Offering => ({
  offering,
  offeredDays: offering ? daysIn(month) : 0,
});

/**
 * On a day the first offer goes up, or the last one comes down: a day counts by how it ends. The machine that takes it
 * down may believe that it is a day earlier than the one that put it up: there are never fewer days than none, nor more
 * than the month has.
 */
export const withOffering = <S extends Offering>(standing: S, offering: boolean, day: Day): S => {
  if (standing.offering === offering) return standing;
  const days = standing.offeredDays + (offering ? daysLeft(day) : -daysLeft(day));
  return { ...standing, offering, offeredDays: Math.min(daysIn(day.slice(0, 7)), Math.max(0, days)) };
};

export const tookPart = ({ offeredDays }: Pick<Offering, 'offeredDays'>): boolean => offeredDays >= OFFERED_DAYS;
