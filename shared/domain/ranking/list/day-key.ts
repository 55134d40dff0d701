import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { addDays, type Day } from '../../basics/month.ts';

/**
 * The draw that breaks ties. Each city and day has its own key, derived from a secret, so nobody can choose a key that
 * favours a shop: its hash is published in the morning, before the first list, and the key itself on the next day,
 * when everybody can draw every tie again.
 */
export const dayKey = (secret: string, city: string, day: Day): string =>
  createHmac('sha256', secret).update(`pasar-rata day key\n${city}\n${day}`).digest('hex');

/** What is published in the morning: SHA-256 of the key's 32 bytes, as hex. */
export const dayKeyHash = (key: string): string => createHash('sha256').update(Buffer.from(key, 'hex')).digest('hex');

/** Whether a published key is the one that was promised. */
export const keepsPromise = (key: string, publishedHash: string): boolean => {
  // Other spellings of the same bytes hash alike and draw otherwise.
  if (!/^[0-9a-f]{64}$/.test(key)) return false;
  const found = Buffer.from(dayKeyHash(key));
  const promised = Buffer.from(publishedHash);
  return found.length === promised.length && timingSafeEqual(found, promised);
};

/** The first day on which the key of `day` may be shown. */
export const dayKeyShownFrom = (day: Day): Day => addDays(day, 1);
