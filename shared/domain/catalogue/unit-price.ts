import { rupiah } from '../basics/wording.ts';

const SIZE = /(\d{1,5}(?:[.,]\d{1,3})?)\s?(kg|kilo|g|gr|gram|liter|ltr|l|ml|butir)\b/i;
/** Into what people compare by: a kilo, a litre, a piece. */
const measures: Readonly<Record<string, readonly [parts: number, name: string]>> = {
  kg: [1, 'kg'],
  kilo: [1, 'kg'],
  g: [1000, 'kg'],
  gr: [1000, 'kg'],
  gram: [1000, 'kg'],
  liter: [1, 'liter'],
  ltr: [1, 'liter'],
  l: [1, 'liter'],
  ml: [1000, 'liter'],
  butir: [1, 'butir'],
};

/**
 * What a kilo, a litre or a piece costs, where the name says how much is in it: `Beras 5 kg` for Rp72.500 is
 * `Rp14.500 per kg`. Undefined where it says nothing, or nothing else than the price itself.
 */
export const unitPrice = ({ name, priceRupiah }: { name: string; priceRupiah: number }): string | undefined => {
  const [, size = '', unit = ''] = SIZE.exec(name) ?? [];
  const [parts, per] = measures[unit.toLowerCase()] ?? [];
  const amount = Number(size.replace(',', '.'));
  if (parts === undefined || !(amount > 0) || amount === parts) return undefined;
  return `${rupiah(Math.round((priceRupiah * parts) / amount))} per ${per}`;
};
