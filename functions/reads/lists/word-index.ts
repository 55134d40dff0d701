import MiniSearch from 'minisearch';
import { searchWords } from '../../../shared/domain/basics/fold.ts';
import type { Offered } from '../../../shared/domain/ranking/list/offered.ts';
import { type Sought, soughtIn } from '../../../shared/domain/ranking/list/search-text.ts';

type Row = { readonly id: number; readonly name: string };
type Words = MiniSearch<Row>;

const indexes = new WeakMap<readonly Offered[], Words>();

/** The words of these goods' names, each as the rules compare it: made once for rows that many searches share. */
export const wordsOf = (offered: readonly Offered[]): Words => {
  const known = indexes.get(offered);
  if (known) return known;
  const words: Words = new MiniSearch({ fields: ['name'], tokenize: searchWords, processTerm: (term) => term });
  words.addAll(offered.map(({ product }, id) => ({ id, name: product.name })));
  indexes.set(offered, words);
  return words;
};

/** Rows whose name holds one word sought, or what may stand for it. */
const holding = (words: Words, { word, others }: Sought): ReadonlySet<number> =>
  new Set(words.search({ queries: [word, ...others], combineWith: 'OR', prefix: true }).map(({ id }) => id as number));

/** Of these goods, those that a text can mean: no more is looked at one by one, and nothing that it can mean is missing. */
export const namedBy = (offered: readonly Offered[], text: string | undefined): readonly Offered[] => {
  if (text === undefined) return offered;
  const words = wordsOf(offered);
  const [first, ...rest] = soughtIn(text).map((sought) => holding(words, sought));
  if (!first) return [];
  return [...first]
    .filter((id) => rest.every((found) => found.has(id)))
    .sort((a, b) => a - b)
    .map((id) => offered[id] as Offered);
};
