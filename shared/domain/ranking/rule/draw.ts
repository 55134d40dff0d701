import { createHmac, hash } from 'node:crypto';

/** What each owner draws under one day key: HMAC-SHA-256(key, owner), which every HMAC in the world gives again. */
export type Draws = {
  /** All of a draw, as hex; the lower text comes first. */
  whole: (ownerId: string) => string;
  /** Its first 32 bits as a number: they put two draws in order unless they are equal. */
  leading: (ownerId: string) => number;
};

/** Bytes. Of fifty thousand draws fewer than one pair agrees in four, and each more is another digit to sort by. */
const LEADING = 4;
const BLOCK = 64;
const DIGEST = 32;
/** The longest name that is drawn the short way, in bytes of UTF-8. A longer one shows by filling the room for one letter more. */
const LONGEST = 64;
const LETTER = 4;

/** A block that starts with the day key crossed with one byte (RFC 2104), and room for what is hashed under it. */
const keyed = (key: string, byte: number, room: number): Buffer => {
  const bytes = Buffer.alloc(BLOCK + room);
  bytes.write(key, 'latin1');
  for (let at = 0; at < BLOCK; at++) bytes[at] = (bytes[at] as number) ^ byte;
  return bytes;
};

/**
 * Leading bits are written out by RFC 2104 as two plain hashes of bytes that lie ready: when fifty thousand tie, making
 * an HMAC object for each is most of the time it takes to order them.
 */
const drawing = (dayKey: string): Draws => {
  if (!/^[0-9a-f]{0,64}$/.test(dayKey)) throw new RangeError('a day key is at most 64 hex digits');
  const whole = (ownerId: string): string => createHmac('sha256', dayKey).update(ownerId).digest('hex');
  const inner = keyed(dayKey, 0x36, LONGEST + LETTER);
  const outer = keyed(dayKey, 0x5c, DIGEST);
  let named = inner;
  const leading = (ownerId: string): number => {
    const length = inner.write(ownerId, BLOCK);
    if (length > LONGEST) return Number.parseInt(whole(ownerId).slice(0, 2 * LEADING), 16);
    if (named.length !== BLOCK + length) named = inner.subarray(0, BLOCK + length);
    outer.write(hash('sha256', named, 'binary'), BLOCK, 'binary');
    const draw = hash('sha256', outer, 'binary');
    let number = 0;
    for (let at = 0; at < LEADING; at++) number = number * 256 + draw.charCodeAt(at);
    return number;
  };
  return { whole, leading };
};

/** An owner draws once a day, however many lists it ties in: so many days, and lots of each, are remembered. */
const MOST_DAYS = 4;
const MOST_LOTS = 60_000;

const remembering = ({ whole, leading }: Draws): Draws => {
  const lots = new Map<string, number>();
  return {
    whole,
    leading: (ownerId) => {
      const known = lots.get(ownerId);
      if (known !== undefined) return known;
      if (lots.size >= MOST_LOTS) lots.clear();
      const lot = leading(ownerId);
      lots.set(ownerId, lot);
      return lot;
    },
  };
};

type Day = { draws: Draws; lists: number };
const days = new Map<string, Day>();

/**
 * The draws of a day, for one list. A day's first list keeps none of them: it has the most to draw, and keeping takes a
 * fifth as long again.
 * @throws RangeError when the key is not that of a day: at most 64 hex digits, which are one block
 */
export const drawsOf = (dayKey: string): Draws => {
  const day = days.get(dayKey) ?? { draws: drawing(dayKey), lists: 0 };
  day.lists++;
  if (day.lists === 2) day.draws = remembering(day.draws);
  days.delete(dayKey);
  days.set(dayKey, day);
  const [oldest = ''] = days.keys();
  if (days.size > MOST_DAYS) days.delete(oldest);
  return day.draws;
};
