import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { inForce } from '../../rules/dated.ts';
import { folded } from '../basics/fold.ts';
import type { Day } from '../basics/month.ts';
import { Line, Name } from '../basics/text.ts';
import { areNamed, likeLetters, readWords, searchWords } from '../basics/words/search-words.ts';
import { CityCode } from '../places/region.ts';

/** Goods that may not be sold here, by the words that name them, and the words beside which they are something else. */
export type Ban = {
  readonly goods: readonly string[];
  readonly unless?: readonly string[];
  readonly reason: string;
  readonly source: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** What a city forbids besides, by its own rules. */
export const CityBans = z
  .strictObject({
    bans: z
      .array(
        z.strictObject({
          goods: Name(60)
            .refine((text) => searchWords(text).length > 0, 'Tulis paling sedikit satu kata.')
            .describe('Words that the name of every such product has'),
          reason: Line(200).describe('Why, and where it is written'),
        }),
      )
      .max(100),
  })
  .meta({ id: 'CityBans' });
export type CityBans = z.infer<typeof CityBans>;

/** A city's bans as its people read them, with the country's beside. */
export const ShownBans = z
  .object({
    cityCode: CityCode,
    bans: CityBans.shape.bans,
    country: z.array(
      z.object({ goods: z.array(z.string()), reason: z.string(), source: z.string(), validFrom: z.string() }),
    ),
    version: z.int().describe('0 before the city forbade anything'),
  })
  .meta({ id: 'BannedGoods' });

/** Right before a word of what is forbidden these say that goods are without it, or about it: "bakso tanpa boraks". */
const ALWAYS_UNLESS: ReadonlySet<string> = new Set(['tanpa', 'bebas', 'non', 'anti', 'stop']);
/** What is packed or given with something is sold too: "kotak kayu isi rokok". */
const ALSO_SOLD = /[+&]|\b(?:plus|isi|berisi|gratis|bonus|free)\b/;

/**
 * The words of a name that say what is sold: Indonesian names goods head first, so what stands behind `asbak` only tells which
 * one, up to the next `dan`, and "rokok kotak" is tobacco. `bebas` frees of all that follows, and only of what is forbidden.
 */
const headsOf = (words: readonly string[], { forbidden, unless }: Rule): string => {
  const heads: string[] = [];
  let toldApart = false;
  for (const [index, word] of words.entries()) {
    if (ALWAYS_UNLESS.has(word) && forbidden.has(likeLetters(words[index + 1] ?? ''))) break;
    toldApart = word !== 'dan' && (toldApart || unless.has(word));
    if (!toldApart) heads.push(word);
  }
  return heads.join(' ');
};

type Named = { readonly goods: string; readonly reason: string };
/** A rule with its words made ready; `unless` names what is another thing with them in its name. */
type Rule = {
  readonly goods: readonly { readonly name: string; readonly words: readonly string[] }[];
  readonly forbidden: ReadonlySet<string>;
  readonly unless: ReadonlySet<string>;
  readonly reason: string;
};
const ruleOf = (names: readonly string[], unless: readonly string[], reason: string): Rule => {
  const goods = names.map((name) => ({ name, words: searchWords(name) }));
  return { goods, forbidden: new Set(goods.flatMap(({ words }) => words)), unless: new Set(unless), reason };
};

/** The rules of a day, ready for many names: the first that a name falls under. */
export const bansOn = (
  day: Day,
  country: readonly Ban[],
  city: CityBans['bans'],
): ((name: string) => Named | undefined) => {
  const rules = [
    ...country
      .filter((ban) => inForce(ban, day))
      .map(({ goods, unless = [], reason, source }) => ruleOf(goods, unless, `${reason} (${source})`)),
    ...city.map(({ goods, reason }) => ruleOf([goods], [], reason)),
  ];
  return (name) => {
    const parts = name
      .normalize('NFKC')
      .toLowerCase()
      .split(ALSO_SOLD)
      .map((part) => folded(part).split(' '));
    // To nearly every rule a name says the same: it is read once.
    const known = new Map<string, ReadonlySet<string>>();
    const readIn = (heads: string): ReadonlySet<string> => {
      const read = known.get(heads) ?? readWords(heads);
      known.set(heads, read);
      return read;
    };
    for (const rule of rules) {
      const heads = parts.map((part) => readIn(headsOf(part, rule)));
      const found = rule.goods.find(({ words }) => heads.some((read) => areNamed(words, read)));
      if (found) return { goods: found.name, reason: rule.reason };
    }
    return undefined;
  };
};

/** The first ban that a name falls under on a day. */
export const bannedBy = (name: string, country: readonly Ban[], city: CityBans['bans'], day: Day): Named | undefined =>
  bansOn(day, country, city)(name);

/** Refuses goods that may not be sold, with the rule they fall under. @throws Problem goods_not_allowed */
export const requireAllowed = (...asked: Parameters<typeof bannedBy>): void => {
  const ban = bannedBy(...asked);
  if (!ban) return;
  throw new Problem('goods_not_allowed', `Barang ini tidak boleh dijual di sini: ${ban.reason}.`, [
    {
      pointer: '/name',
      detail: `Namanya menyebut "${ban.goods}". Bila barang Anda bukan itu, tulis nama yang lebih jelas.`,
    },
  ]);
};
