import * as z from 'zod';

/** A time on the wall clock of a city: `08:00`. Times compare as text. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Tulis jam seperti 21:00.')
  .meta({ id: 'ClockTime', example: '21:00' });
