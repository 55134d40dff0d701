import { folded } from '../basics/fold.ts';

/** A longer name is cut between two words: an address is read aloud and sent on. */
const LONGEST = 60;

const cut = (slug: string): string => {
  if (slug.length <= LONGEST) return slug;
  const end = slug.lastIndexOf('-', LONGEST);
  return slug.slice(0, end > 0 ? end : LONGEST);
};

/**
 * A name as it stands in an address: `Nasi kotak (20 porsi)` is `nasi-kotak-20-porsi`. Whatever was typed, only a-z, 0-9
 * and single hyphens leave; a name without any letter that can be written so becomes the word given.
 */
export const slugOf = (name: string, otherwise: string): string =>
  cut(folded(name.slice(0, 400)).replaceAll(' ', '-')) || otherwise;
