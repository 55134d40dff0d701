import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fonts with the letters of people's names, which a file carries. They lie in `font/` beside this file, and beside a bundle. */
const files = { 'Noto Sans': 'noto-sans.ttf', 'Noto Sans Bold': 'noto-sans-bold.ttf' } as const;
export type CarriedFont = keyof typeof files;

/** Where a font lies, for who reads it by itself. */
export const carriedFontFile = (name: CarriedFont): string => join(import.meta.dirname, 'font', files[name]);

const read = new Map<CarriedFont, Buffer>();
/** A font's bytes, read once. */
export const carriedFont = (name: CarriedFont): Buffer => {
  const known = read.get(name) ?? readFileSync(carriedFontFile(name));
  read.set(name, known);
  return known;
};
