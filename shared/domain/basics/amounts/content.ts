import { folded } from '../fold.ts';
import { AMOUNT, amountOf, contentOf, knownUnit, plainOf, type UnitOfSale, unitOf } from './units.ts';

/*
 * How much of something one piece of a product is: a sack of 5 kg is five kilograms of rice, whatever it is called. A rule
 * about the price of a kilogram holds for the sack by this, and for nothing where nobody says what is in it.
 */

type Sold = { readonly name: string; readonly unit: string };

/** `5 kg`, `10 x 500 gram`, `2×1 liter`: an amount in a name, and how often it is there. */
const IN_NAME = new RegExp(String.raw`(?<![\d.,/⁄])(?:(\d{1,4})\s*[x×*]\s*)?(${AMOUNT})\s*(\p{L}+)`, 'gu');

const namedIn = (name: string): Omit<UnitOfSale, 'text'>[] =>
  [...plainOf(name).matchAll(IN_NAME)].flatMap(([, times = '1', written = '', measure = '']) => {
    const unit = knownUnit(folded(measure));
    const amount = unit === undefined ? 0 : amountOf(written, unit) * Number(times);
    return unit !== undefined && amount > 0 && Number.isFinite(amount) ? [contentOf(amount, unit)] : [];
  });

/**
 * What one piece holds: by its unit, else by the name of goods sold by the pack ("Beras 5 kg", karung). Of several
 * amounts in a name the least; and a unit that says more than any amount in the name ("Beras 5 kg", karung 50 kg) is
 * believed no more than the name: more room under a ceiling is taken by saying the same in both, where it is seen.
 */
export const contentOfGoods = ({ name, unit }: Sold): UnitOfSale['content'] => {
  const sold = unitOf(unit)?.content;
  const sizes = namedIn(name)
    .flatMap(({ content }) => (content && (!sold || content.of === sold.of) ? [content] : []))
    .sort((a, b) => a.size - b.size);
  const most = sizes.at(-1);
  if (!sold) return sizes[0];
  return most && most.size < sold.size ? most : sold;
};

/** Three words for one piece of what is counted. */
const piece = (unit: string): string => (unit === 'biji' || unit === 'buah' ? 'butir' : unit);
const bundles: Readonly<Record<string, number>> = { lusin: 12, kodi: 20 };

/** Pieces of a counted unit in one piece of the product: 30 eggs in a `rak 30 butir`, 12 in a `lusin`. */
const piecesOf = ({ name, unit }: Sold, wanted: string): number | null => {
  const sold = unitOf(unit);
  // `meter persegi` is a unit of its own and no `meter`.
  const isPackOf = sold?.text.startsWith(`${wanted} `) && knownUnit(sold.text) === undefined;
  if (sold?.text === wanted || isPackOf) return 1;
  const inOne = ({ unit: of, amount }: NonNullable<UnitOfSale['holds']>) => {
    if (piece(of) === piece(wanted)) return [amount];
    return bundles[of] === undefined ? [] : [amount * bundles[of]];
  };
  const measured = sold?.holds ? inOne(sold.holds) : [];
  const named = namedIn(name).flatMap(({ holds }) =>
    holds && piece(holds.unit) === piece(wanted) ? [holds.amount] : [],
  );
  const [least] = measured.length > 0 ? measured : named.sort((a, b) => a - b);
  return least ?? null;
};

/**
 * How many of a unit one piece of a product is: 5 for a sack of 5 kg where the unit is kg, 30 for a tray of 30 eggs where it
 * is the egg. Null where nobody says, or the two cannot be compared.
 */
export const timesUnit = (product: Sold, unit: string): number | null => {
  const limited = unitOf(unit);
  if (!limited) return null;
  if (!limited.content) return piecesOf(product, limited.text);
  const held = contentOfGoods(product);
  return held?.of === limited.content.of ? held.size / limited.content.size : null;
};
