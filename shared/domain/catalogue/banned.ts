import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { inForce } from '../../rules/dated.ts';
import { folded, isNamed, readWords, searchWords } from '../basics/fold.ts';
import type { Day } from '../basics/month.ts';
import { Line, Name } from '../basics/text.ts';
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

/** Beside these words goods are without what is forbidden, or about it. */
const ALWAYS_UNLESS = ['tanpa', 'bebas', 'non', 'anti', 'stop'];

type Named = { readonly goods: string; readonly reason: string };
/** The first ban that a name falls under on a day. */
export const bannedBy = (
  name: string,
  country: readonly Ban[],
  city: CityBans['bans'],
  day: Day,
): Named | undefined => {
  const read = readWords(name);
  const words = new Set(folded(name).split(' '));
  const says = (word: string): boolean => words.has(word);
  for (const ban of country) {
    if (!inForce(ban, day) || [...ALWAYS_UNLESS, ...(ban.unless ?? [])].some(says)) continue;
    const goods = ban.goods.find((one) => isNamed(one, read));
    if (goods !== undefined) return { goods, reason: `${ban.reason} (${ban.source})` };
  }
  if (ALWAYS_UNLESS.some(says)) return undefined;
  return city.find(({ goods }) => isNamed(goods, read));
};

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
