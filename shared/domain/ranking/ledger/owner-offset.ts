import { hash } from 'node:crypto';

// Apart from the rungs, which pages read too: a browser knows no `node:crypto`.

/**
 * An owner's offset of a month, 0 to 65,535: the same at every rung and in every list. One plain hash under the market's secret
 * key: two bytes of it extend to nothing, and an HMAC of each of fifty thousand owners takes four times as long.
 */
export const offsetOf = (key: string, ownerId: string): number => {
  const drawn = hash('sha256', `${key} ${ownerId}`, 'binary');
  return drawn.charCodeAt(0) * 256 + drawn.charCodeAt(1);
};
