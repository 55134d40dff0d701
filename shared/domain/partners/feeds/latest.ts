import type { FeedCard } from './feed.ts';

/** Of each partner the last revision of each month: a correction takes the place of what it corrects. */
export const latestOf = <F extends Pick<FeedCard, 'partnerId' | 'month' | 'revision'>>(feeds: readonly F[]): F[] => {
  const last = new Map<string, F>();
  for (const feed of feeds) {
    const key = `${feed.partnerId} ${feed.month}`;
    if (feed.revision > (last.get(key)?.revision ?? 0)) last.set(key, feed);
  }
  return [...last.values()];
};
