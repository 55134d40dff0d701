/** So many requests at once, and so many a second after that. */
export type Rate = { readonly burst: number; readonly perSecond: number };
type Bucket = { left: number; at: number };

/** Buckets of one process; the oldest half is forgotten when there are too many, which is kinder, never stricter. */
export type Throttle = {
  readonly person: Rate;
  /** Of who is not signed in; absent where a distribution stands in front and everybody comes from its addresses. */
  readonly address?: Rate;
  readonly buckets: Map<string, Bucket>;
};
const MOST_BUCKETS = 20_000;

/** Takes one request out of a bucket: 0 when there was one left, else the seconds until there is. */
export const waitFor = (buckets: Map<string, Bucket>, key: string, { burst, perSecond }: Rate, now: number): number => {
  const { left, at } = buckets.get(key) ?? { left: burst, at: now };
  const filled = Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
  buckets.delete(key);
  if (buckets.size >= MOST_BUCKETS)
    for (const old of [...buckets.keys()].slice(0, MOST_BUCKETS / 2)) buckets.delete(old);
  buckets.set(key, { left: filled >= 1 ? filled - 1 : filled, at: now });
  return filled >= 1 ? 0 : Math.ceil((1 - filled) / perSecond);
};
