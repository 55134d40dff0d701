import type { Sealer } from '../basics/keys/seal.ts';
import { type Instant, later } from '../basics/month.ts';
import { type PhotoSize, photoSizes } from './sizes.ts';

/** So long a link to a private picture opens: one look at a page, not a thing to pass on. */
export const LINK_MS = 10 * 60_000;

/** Where a private picture of an order, or of a proof, lies; no page and no address leads there. */
export const privateFile = (folder: string, photoId: string, size: PhotoSize): string =>
  `private/${folder}/${photoId}-${photoSizes[size]}.jpg`;

const BOUND = 'private picture';

/** A token that opens one file for a while, made for who may see it; nobody else can make or read one. */
export const sealLink = (seals: Pick<Sealer, 'seal'>, file: string, now: Instant): string =>
  seals.seal(`${later(now, LINK_MS)} ${file}`, BOUND);

/** The file a token opens now; undefined when it is over, altered, or none of ours. */
export const openLink = (seals: Pick<Sealer, 'open'>, token: string, now: Instant): string | undefined => {
  const [until = '', file] = seals.open(token, BOUND)?.split(' ') ?? [];
  return until > now ? file : undefined;
};
