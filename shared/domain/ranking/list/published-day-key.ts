import * as z from 'zod';
import { Day } from '../../basics/month-schema.ts';

export const DayKey = z
  .object({
    city: z.string(),
    day: Day,
    hash: z.string().describe('SHA-256 of the key'),
    key: z.string().nullable().describe('Null until `shownFrom`'),
    shownFrom: Day,
  })
  .meta({ id: 'DayKey' });
