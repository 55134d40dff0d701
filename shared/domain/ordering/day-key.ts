import { createHash, createHmac, hash, timingSafeEqual } from 'node:crypto';
import { addDays, type Day } from '../month.ts';

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
  const found = Buffer.from(dayKeyHash(key));
  const promised = Buffer.from(publishedHash);
  return found.length === promised.length && timingSafeEqual(found, promised);
};

/** The first day on which the key of `day` may be shown. */
export const dayKeyShownFrom = (day: Day): Day => addDays(day, 1);

const BLOCK = 64;
/** A day key filled up to a block of SHA-256 and crossed with one byte. The key is hex, so the outcome is ASCII again. */
const padded = (key: string, byte: number): string =>
  String.fromCharCode(
    ...Buffer.alloc(BLOCK)
      .fill(key, 0, key.length)
      .map((one) => one ^ byte),
  );

const drawing = (key: string): ((ownerId: string) => string) => {
  if (!/^[0-9a-f]{0,64}$/.test(key)) throw new RangeError('a day key is at most 64 hex digits');
  const inner = padded(key, 0x36);
  const outer = Buffer.alloc(BLOCK + 32);
  outer.write(padded(key, 0x5c), 0, 'latin1');
  return (ownerId) => {
    outer.write(hash('sha256', inner + ownerId, 'binary'), BLOCK, 'binary');
    return hash('sha256', outer, 'hex');
  };
};

/** An owner draws once a day, however many lists it ties in: so many days and lots of each are remembered. */
const MOST_DAYS = 4;
const MOST_LOTS = 60_000;
const days = new Map<string, (ownerId: string) => string>();

const remembering = (draw: (ownerId: string) => string): ((ownerId: string) => string) => {
  const lots = new Map<string, string>();
  return (ownerId) => {
    const known = lots.get(ownerId);
    if (known !== undefined) return known;
    if (lots.size >= MOST_LOTS) lots.clear();
    const lot = draw(ownerId);
    lots.set(ownerId, lot);
    return lot;
  };
};

/**
 * The lots of a day: HMAC-SHA-256(day key, owner) as hex, sorted as text. Written out by RFC 2104 as two plain hashes:
 * when fifty thousand tie, making an HMAC object for each is most of the time it takes to order them.
 */
export const drawsOf = (key: string): ((ownerId: string) => string) => {
  const draws = days.get(key) ?? remembering(drawing(key));
  days.delete(key);
  days.set(key, draws);
  const [oldest = ''] = days.keys();
  if (days.size > MOST_DAYS) days.delete(oldest);
  return draws;
};
