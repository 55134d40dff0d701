import type { Day } from '../basics/month.ts';
import type { Point } from '../places/meters.ts';

/** A visit of an officer that met somebody, by the record that came of it: where they were, and what they took pictures of. */
export type VisitMade = {
  readonly visitor: string;
  readonly visitorName: string;
  readonly merchantId: string;
  readonly name: string;
  readonly ownerId: string;
  readonly district: string;
  /** Planned for, and come in on, by the city's clock. */
  readonly day: Day;
  readonly receivedOn: Day;
  readonly place: (Point & { readonly accuracyMeters: number }) | null;
  /** Hashes of pictures. */
  readonly photos: readonly string[];
};
