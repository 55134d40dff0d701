import * as z from 'zod';
import type { Measured } from './route.ts';

/** Where somebody stood, as their phone measured it, and how far off it may be. */
export const MeasuredPlace = z
  .strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    accuracyMeters: z.number().min(0).max(1_000_000).describe('So far off it may be, by the phone’s own word'),
  })
  .meta({ id: 'MeasuredPlace' });
export type MeasuredPlace = z.infer<typeof MeasuredPlace>;

/** Measured further off than this, it is said on the form; it is kept all the same. */
export const ROUGH_METERS = 100;
/** Measured further off than this, it tells the district and not the house: no route is made of it. */
const USELESS_METERS = 1000;
/** As near as phones come: a newer one of these takes the place of an older. */
const GOOD_METERS = 50;

/** Which of two measurements says where a shop is: the newer one, unless it is much worse. */
export const betterPlace = <P extends Measured>(before: P | undefined, measured: P): P | undefined => {
  if (measured.accuracyMeters > USELESS_METERS) return before;
  if (before === undefined) return measured;
  return measured.accuracyMeters <= Math.max(before.accuracyMeters, GOOD_METERS) ? measured : before;
};
