import * as z from 'zod';
import { Category } from '../basics/category.ts';
import { isNamed, readWords, searchWords } from '../basics/fold.ts';
import { Id } from '../basics/id-schema.ts';
import { Rupiah } from '../basics/money.ts';
import { Day, Instant } from '../basics/month.ts';
import { Line, Name } from '../basics/text.ts';
import { contentOfGoods, Unit, unitOf } from '../basics/units.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';

export const CeilingId = Id('clg').meta({ id: 'CeilingId' });

const stated = {
  category: Category,
  goods: Name(60)
    .refine((text) => searchWords(text).length > 0, 'Tulis paling sedikit satu kata.')
    .describe('Words that the name of every such product has: "beras premium"'),
  unit: Unit.describe('The unit of sale it holds for: kg'),
  ceilingRupiah: Rupiah.min(1).describe('The most one unit may cost'),
  validFrom: Day,
  source: Line(200).describe('The regulation it is written in'),
} as const;

/** An official price ceiling as a city enters it. A change of the law is a new one, never an edit. */
export const NewCeiling = z
  .strictObject({ ...stated, validTo: Day.optional().describe('The last day; left out while none is known') })
  .refine(({ validFrom, validTo }) => validTo === undefined || validFrom <= validTo, {
    path: ['validTo'],
    message: 'Tidak boleh sebelum hari mulai berlaku.',
  })
  .meta({ id: 'NewPriceCeiling' });
export const CeilingEnd = z
  .strictObject({ validTo: Day.describe('The last day it holds; today or later') })
  .meta({ id: 'PriceCeilingEnd' });

/** What decides whether a ceiling holds for a product. */
export const Ceiling = z.object({ ...stated, validTo: Day.nullable() });
export type Ceiling = z.infer<typeof Ceiling>;

/** A ceiling of the whole country (by zone), or one that a city entered. */
export const PublishedCeiling = Ceiling.extend({
  ceilingId: CeilingId.nullable().describe('Null for one of the whole country'),
  scope: z.enum(['country', 'city']),
}).meta({ id: 'PriceCeiling' });
export type PublishedCeiling = z.infer<typeof PublishedCeiling>;

export const CeilingRecord = Ceiling.extend({
  ceilingId: CeilingId,
  cityCode: CityCode,
  by: Person,
  at: Instant,
  version: z.int(),
  request: z.string(),
});
export type CeilingRecord = z.infer<typeof CeilingRecord>;

type Goods = { readonly category: string; readonly name: string; readonly unit: string };

/**
 * How many ceiling units one piece of the product is: 1 of the same unit, 5 for a sack of 5 kg under a ceiling for kg;
 * null where the two cannot be compared.
 */
const timesUnit = (product: Goods, unit: string): number | null => {
  const [limited, sold] = [unitOf(unit), contentOfGoods(product)];
  if (limited?.content && sold?.of === limited.content.of) return sold.size / limited.content.size;
  return limited && limited.text === unitOf(product.unit)?.text ? 1 : null;
};

/**
 * The official ceiling of a product on a day, in rupiah for one piece as it is sold; null when none holds. Of several that do, the one
 * whose goods are named by the most words ("beras premium" before "beras"), then the lowest.
 */
export const ceilingOf = (product: Goods, day: Day, ceilings: readonly Ceiling[]): number | null => {
  let read: ReadonlySet<string> | undefined;
  let found: { words: number; rupiah: number } | undefined;
  for (const { category, goods, unit, ceilingRupiah, validFrom, validTo } of ceilings) {
    if (category !== product.category) continue;
    if (day < validFrom || (validTo !== null && day > validTo)) continue;
    read ??= readWords(product.name);
    if (!isNamed(goods, read)) continue;
    const named = searchWords(goods);
    const times = timesUnit(product, unit);
    if (times === null) continue;
    const rupiah = Math.floor(ceilingRupiah * times);
    const closer = !found || named.length > found.words;
    if (closer || (named.length === found?.words && rupiah < found.rupiah)) found = { words: named.length, rupiah };
  }
  return found?.rupiah ?? null;
};
