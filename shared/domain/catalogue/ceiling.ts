import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { inForce } from '../../rules/dated.ts';
import { timesUnit } from '../basics/amounts/content.ts';
import { Unit } from '../basics/amounts/unit-schema.ts';
import { unitOf } from '../basics/amounts/units.ts';
import { Category } from '../basics/category.ts';
import { categories } from '../basics/category-labels.ts';
import { folded } from '../basics/fold.ts';
import { Id } from '../basics/id-schema.ts';
import { Rupiah } from '../basics/money.ts';
import { Day, Instant } from '../basics/month-schema.ts';
import { Line, Name } from '../basics/text.ts';
import { isNamed, likeLetters, readWords, searchWords } from '../basics/words/search-words.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { isGoods } from './goods.ts';

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
 * Whether a ceiling is about a product: in its category whoever names its goods, in any other who sells them under their
 * name. Whoever sells chooses the category, and would else choose the one without a ceiling.
 */
const isAbout = ({ category, goods }: Ceiling, product: Goods, read: ReadonlySet<string>): boolean =>
  isNamed(goods, read) && (category === product.category || isGoods(goods, product.name));

/** Reading a text takes a hundred times as long as remembering what it said; goods and names come again with every order. */
const MOST_KNOWN = 5_000;
const remembering = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST_KNOWN) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
};

const beginningsOf = remembering((goods) => searchWords(goods).map((word) => word.slice(0, 3)));
const lettersOf = remembering((name) => {
  const plain = folded(name).replaceAll(' ', '');
  return `${plain} ${likeLetters(plain)}`;
});

/** Whether goods may be named at all, by the beginnings of their words: most names are told apart without reading them. */
const mayName = (goods: string, letters: string): boolean =>
  beginningsOf(goods).every((beginning) => letters.includes(beginning));

/** The ceilings in force that are about a product, the one whose goods are named by the most words first. */
const closest = (product: Goods, day: Day, ceilings: readonly Ceiling[]): Ceiling[] => {
  const letters = lettersOf(product.name);
  const near = ceilings.filter((ceiling) => inForce(ceiling, day) && mayName(ceiling.goods, letters));
  if (near.length === 0) return [];
  const read = readWords(product.name);
  const words = ({ goods }: Ceiling) => searchWords(goods).length;
  const about = near.filter((ceiling) => isAbout(ceiling, product, read));
  const most = Math.max(0, ...about.map(words));
  return about.filter((ceiling) => words(ceiling) === most);
};

/**
 * The official ceiling of a product on a day, in rupiah for one piece as it is sold; null when none holds. Of several that do, the one
 * whose goods are named by the most words ("beras premium" before "beras"), then the lowest. A pack that does not say
 * what is in it counts as one unit of the ceiling: a sack at the price of a kilogram, until its content is told.
 */
export const ceilingOf = (product: Goods, day: Day, ceilings: readonly Ceiling[]): number | null => {
  const about = closest(product, day, ceilings);
  if (about.length === 0) return null;
  return Math.min(...about.map(({ unit, ceilingRupiah }) => wholeOf(ceilingRupiah * (timesUnit(product, unit) ?? 1))));
};

/** Far more than a product of two numbers loses, far less than a rupiah. */
const LOST = 1e-12;
/** Rounded down to whole rupiah; 14.900 times 0,07 is 1.043, which binary fractions make a little less. */
const wholeOf = (rupiah: number): number => Math.floor(rupiah * (1 + LOST));

/**
 * Refuses to offer goods that have an official ceiling where nobody could tell whether they keep it: under another category, or
 * in a pack that does not say how much is in it. @throws Problem content_required, category_not_possible
 */
export const requireMeasurable = (product: Goods, day: Day, ceilings: readonly Ceiling[]): void => {
  const about = closest(product, day, ceilings);
  const [elsewhere] = about.filter(({ category }) => category !== product.category);
  if (elsewhere && about.every(({ category }) => category !== product.category)) {
    const label = categories[elsewhere.category];
    throw new Problem(
      'category_not_possible',
      `${product.name} punya batas harga resmi (${elsewhere.goods}). Jual di kategori ${label}.`,
      [{ pointer: '/category', detail: `Pilih ${label}. Bila barangnya lain, sebut dulu jenisnya di awal nama.` }],
    );
  }
  const untold = about.find(({ unit }) => timesUnit(product, unit) === null);
  if (untold)
    throw new Problem(
      'content_required',
      `${product.name} punya batas harga resmi per ${untold.unit}. Sebutkan isi satu ${product.unit}.`,
      [
        {
          pointer: '/unit',
          detail: `Tulis isinya dalam ${untold.unit}, misalnya ${exampleOf(product.unit, untold.unit)}.`,
        },
      ],
    );
};

/** How the content may be written: `karung 5 kg`, or the unit of the ceiling itself. */
const exampleOf = (sold: string, unit: string): string => {
  const [pack, limited] = [unitOf(sold), unitOf(unit)];
  return limited?.content && pack && !pack.content ? `"${pack.text.split(' ')[0]} 5 ${unit}"` : `"${unit}"`;
};
