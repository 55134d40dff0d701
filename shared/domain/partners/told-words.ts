import * as z from 'zod';
import { folded } from '../basics/fold.ts';
import { Line } from '../basics/text.ts';
import { namesGoods } from './goods-words.ts';

/*
 * What was sought stands in public in the words of whoever sought it, or of a partner that says so: a name, an insult or an
 * address may be among them. So only words of goods that the market itself knows are told at once; any other waits until the
 * city has read it, and the city strikes what should not stand there.
 */

const MOST_WORDS = 200;
const words = z.array(Line(40).describe('As it was sought')).max(MOST_WORDS);
/** What a city says of words that were sought. */
export const SoughtWords = z
  .strictObject({
    shown: words.describe('Told, though the market does not know them as goods'),
    struck: words.describe('Never told, nor any that holds them'),
  })
  .meta({ id: 'SoughtWords' });
export type SoughtWords = z.infer<typeof SoughtWords>;
export const NO_WORDS: SoughtWords = { shown: [], struck: [] };

/** Whether a word that was sought may stand in public. */
export type IsTold = (term: string) => boolean;
const judged = ({ shown, struck }: SoughtWords) => {
  const [told, never] = [new Set(shown.map(folded)), struck.map(folded).filter((word) => word !== '')];
  return (term: string): 'told' | 'struck' | 'held' => {
    const plain = folded(term);
    if (never.some((word) => ` ${plain} `.includes(` ${word} `))) return 'struck';
    return told.has(plain) || namesGoods(plain) ? 'told' : 'held';
  };
};
export const toldBy = (said: SoughtWords): IsTold => {
  const judge = judged(said);
  return (term) => judge(term) === 'told';
};

/** So many wait at the most; what was sought more comes first. */
const MOST_HELD = 100;
/** Words that wait for the city, each once with the most that it was sought. */
export const heldBack = (
  sought: readonly { readonly term: string; readonly times: number }[],
  said: SoughtWords,
): { term: string; times: number }[] => {
  const judge = judged(said);
  const held = new Map<string, number>();
  for (const { term, times } of sought)
    if (judge(term) === 'held') held.set(term, Math.max(times, held.get(term) ?? 0));
  return [...held]
    .map(([term, times]) => ({ term, times }))
    .sort((a, b) => b.times - a.times || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_HELD);
};
