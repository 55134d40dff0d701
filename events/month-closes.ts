import { REPORTING_DAYS } from '../shared/domain/basics/month.ts';

/**
 * What starts the month close: in each zone, five minutes into its day, preliminary as soon as the month is over and
 * final when reporting has ended; and a city that asks for it.
 */
export const monthCloses = {
  minute: 5,
  phases: [
    { phase: 'preliminary', day: 1 },
    { phase: 'final', day: 1 + REPORTING_DAYS },
  ],
  hears: ['CloseRequested'],
} as const;
