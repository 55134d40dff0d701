import { LEAST_SHOWN } from './words.ts';

export type Asked = { requests: number; unserved: number | null };
/** So many different words are held at once; then the rarer half is let go, as what is asked for often is never in it. */
const MOST_HELD = 60_000;
/** Of a kecamatan and category. */
const MOST_TOLD = 3;

/** Adds up what may be unknown: a sum of which nothing is known is unknown. */
export const added = (one: number | null, other: number | null): number | null =>
  one === null ? other : one + (other ?? 0);

/** What is asked for most, in memory that does not grow with the file. */
export const topTerms = () => {
  let held = new Map<string, Map<string, Asked>>();
  let many = 0;
  const prune = () => {
    const all = [...held.values()].flatMap((terms) => [...terms.values()].map(({ requests }) => requests));
    const middle = all.sort((a, b) => a - b)[all.length >> 1] ?? 0;
    many = 0;
    held = new Map(
      [...held].map(([key, terms]) => {
        const left = new Map([...terms].filter(([, { requests }]) => requests > middle));
        many += left.size;
        return [key, left] as const;
      }),
    );
  };
  return {
    add: (key: string, term: string, { requests, unserved }: Asked): void => {
      const terms = held.get(key) ?? new Map<string, Asked>();
      held.set(key, terms);
      const known = terms.get(term);
      if (known) {
        known.requests += requests;
        known.unserved = added(known.unserved, unserved);
        return;
      }
      terms.set(term, { requests, unserved });
      many += 1;
      if (many > MOST_HELD) prune();
    },
    of: (key: string) =>
      [...(held.get(key) ?? [])]
        .filter(([, { requests }]) => requests >= LEAST_SHOWN)
        .sort(([a, one], [b, other]) => other.requests - one.requests || (a < b ? -1 : 1))
        .slice(0, MOST_TOLD)
        .map(([term, asked]) => ({ term, ...asked })),
  };
};
