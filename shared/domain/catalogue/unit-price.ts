import { timesUnit } from '../basics/amounts/content.ts';
import { rupiah } from '../basics/wording.ts';

/** Into what people compare by: a kilo, a litre, an egg. */
const compared = ['kg', 'liter', 'butir'] as const;
/** A dozen of anything counts pieces; only what says so is counted in eggs. */
const EGGS = /\b(?:butir|btr)\b/i;

/**
 * What a kilo, a litre or an egg costs, where the name or the unit says how much is in it: `Beras 5 kg` by the karung for
 * Rp72.500 is `Rp14.500 per kg`. The content is the one that ceilings go by (`timesUnit`). Undefined where nothing is said,
 * or nothing else than the price itself.
 */
export const unitPrice = ({
  priceRupiah,
  ...sold
}: {
  readonly name: string;
  readonly unit: string;
  readonly priceRupiah: number;
}): string | undefined => {
  for (const per of compared) {
    if (per === 'butir' && !EGGS.test(`${sold.name} ${sold.unit}`)) continue;
    const times = timesUnit(sold, per);
    if (times !== null && times !== 1) return `${rupiah(Math.round(priceRupiah / times))} per ${per}`;
  }
  return undefined;
};
