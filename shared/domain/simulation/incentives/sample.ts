import type { Market } from '../market.ts';

/** Owners of each category who deviate at a time: so few of a hundred that they hardly meet each other. */
export const SAMPLED = 5;

/**
 * Whom deviations are tried on: in each category owners from the worst goods to the best, evenly spread, and shifted from
 * category to category, so that all together every tenth of quality is there.
 */
export const sampledOwners = ({ owners, medianPrices }: Market): ReadonlySet<string> =>
  new Set(
    medianPrices.flatMap((_, category) => {
      const byQuality = owners.filter((owner) => owner.category === category).sort((a, b) => a.quality - b.quality);
      const step = byQuality.length / Math.min(SAMPLED, byQuality.length);
      const shift = ((category % 10) + 0.5) / 10;
      return Array.from(
        { length: Math.min(SAMPLED, byQuality.length) },
        (__, index) => byQuality[Math.floor((index + shift) * step)]?.ownerId as string,
      );
    }),
  );
