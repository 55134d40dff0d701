import * as z from 'zod';
import { isFirstOf, isMeant, registerWords } from '../../domain/register/register-search.ts';
import { fullPage, list, type Page } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, remove, type Write } from '../engine/writes.ts';

/** One word of a shop's name or its owner's, by whose beginning the shop is found in its city's register. */
const RegisterWord = z.object({
  cityCode: z.string(),
  word: z.string(),
  merchantId: z.string(),
  words: z.array(z.string()).describe('All of the shop’s, in order'),
});
type RegisterWord = z.infer<typeof RegisterWord>;

// | entity       | pk                                | sk               |
// | RegisterWord | CITY#35.73#WORD#<first two letters> | <word>#mrc_… |
const pkOf = (cityCode: string, start: string) => `CITY#${cityCode}#WORD#${start.slice(0, 2)}`;
const sortOf = ({ word, merchantId }: Pick<RegisterWord, 'word' | 'merchantId'>): string => `${word}#${merchantId}`;
const keyOf = (entry: Pick<RegisterWord, 'cityCode' | 'word' | 'merchantId'>) => ({
  pk: pkOf(entry.cityCode, entry.word),
  sk: sortOf(entry),
});
const words = entity({
  type: 'RegisterWord',
  schema: RegisterWord,
  key: keyOf,
});

type Named = {
  readonly cityCode: string;
  readonly merchantId: string;
  readonly name: string;
  readonly ownerName: string;
};

/** Written with every write of a shop that may change its name or its owner's. */
export const wordWrites = (after: Named, before?: Named): Write[] => {
  const [now, old] = [registerWords(after), before ? registerWords(before) : []];
  if (now.join(' ') === old.join(' ')) return [];
  const { cityCode, merchantId } = after;
  return [
    ...now.map((word) => put(words, { cityCode, word, merchantId, words: now })),
    ...old.filter((word) => !now.includes(word)).map((word) => remove('RegisterWord', keyOf({ ...after, word }))),
  ];
};

/** Each asked word is looked at so far, to begin with the rarest: `warung` stands in a third of all names. */
const FEW = 60;
const rarestOf = async (table: Table, cityCode: string, asked: readonly string[]): Promise<string> => {
  const counted = await Promise.all(
    asked.map(async (start) => {
      const request = { pk: pkOf(cityCode, start), prefix: start, limit: FEW };
      return { start, many: (await list(table, RegisterWord, undefined, request)).items.length };
    }),
  );
  counted.sort((a, b) => a.many - b.many || b.start.length - a.start.length);
  return counted[0]?.start ?? '';
};

/**
 * Shops of a city with words that begin as asked, in order of the rarest of them, whatever became of them. A page goes on
 * after the entry where the one before ended, and under the same word.
 */
export const shopsByWords = async (
  table: Table,
  cityCode: string,
  asked: readonly string[],
  { limit, after }: { readonly limit: number; readonly after: string | undefined },
): Promise<Page<{ merchantId: string; at: string }>> => {
  const begun = after && asked.find((start) => after.startsWith(start));
  const start = begun || (asked.length === 1 ? (asked[0] ?? '') : await rarestOf(table, cityCode, asked));
  const { items, next } = await fullPage(
    { limit, after },
    (request) => list(table, RegisterWord, undefined, { pk: pkOf(cityCode, start), prefix: start, ...request }),
    (entry) => isFirstOf(entry.words, entry.word, start) && isMeant(entry.words, asked),
    sortOf,
  );
  return { items: items.map((entry) => ({ merchantId: entry.merchantId, at: sortOf(entry) })), next };
};
