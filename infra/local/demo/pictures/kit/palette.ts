import { type Chance, chanceOf } from '../../chance.ts';
import { at, box, type Shape } from './draw.ts';

/** Body, light from the left, dark to the right. */
export type Tone = { readonly base: string; readonly light: string; readonly dark: string };

const tone = (base: string, light: string, dark: string): Tone => ({ base, light, dark });
export const nila = tone('#1f3b73', '#4a6bab', '#16294f');
export const soga = tone('#8a4b14', '#b5702c', '#5a2f0b');
export const daun = tone('#1e6b45', '#3f9167', '#124a2f');
export const mengkudu = tone('#a3271f', '#c8473a', '#7c1812');
export const kunyit = tone('#f2b61b', '#f8d265', '#c98a14');
export const telang = tone('#5a4a8a', '#8273b3', '#3d3063');
export const mawar = tone('#b5536a', '#d98a9a', '#8a3a4d');
export const kraft = tone('#d3b27c', '#e9d3ab', '#b8935c');
export const rice = tone('#f4ecda', '#fffdf6', '#ddd0b4');
export const white = tone('#fbfaf4', '#ffffff', '#e0dbcc');
export const ink = tone('#2b2a2e', '#4a4a52', '#17161a');
export const steel = tone('#b9bcc0', '#e3e5e6', '#85898f');
export const wood = tone('#a9713a', '#c9944f', '#774a20');
export const leafGreen = tone('#4d8a4d', '#6aa85e', '#2f6638');
export const fried = tone('#c98436', '#e5ad5c', '#94581c');
export const beef = tone('#5a321c', '#7d4b2c', '#371c0e');
export const paper = '#fbf6e8';
export const inkText = '#1c1b18';

/** What a shop may dress its goods in. */
export const accents: readonly Tone[] = [nila, soga, daun, mengkudu, telang, mawar];

const cloths = [
  ['#efe8d9', '#e8dfcc'],
  ['#dcd8cf', '#d4cec3'],
  ['#cdd4e0', '#c4ccda'],
  ['#d7dfcf', '#ced8c5'],
  ['#e6d5bd', '#e0ccb0'],
  ['#ead6cc', '#e4cbbf'],
  ['#f0e3bf', '#eadaae'],
  ['#d3ccc2', '#cbc2b6'],
  ['#d9d3e2', '#d0c8db'],
] as const;

/** Weaves on a square of 6: dashes, lurik, squares, dots, twill. */
const weaves = [
  'M0 1.5h2M3 4.5h2',
  'M0 1.5h6M0 3h6',
  'M0 1.5h6M1.5 0v6',
  'M1.5 1.5h.2M4.5 4.5h.2',
  'M0 6L6 0M-1 1L1-1M5 7L7 5',
] as const;

/** How one shop's drawing differs from another's: the cloth beneath, two colours, and the chance that scatters. */
export type Variation = {
  readonly cloth: Shape;
  /** How large the good stands in the square: 0.93 to 1. */
  readonly size: number;
  readonly accent: Tone;
  readonly other: Tone;
  readonly chance: Chance;
};

/** A shop lays all its goods on one cloth and keeps its two colours; the rest differs from good to good. */
export const variationOf = (good: string, seed: string): Variation => {
  const shop = chanceOf('picture', seed);
  const [light, dark] = shop.pick(cloths);
  const weave = shop.pick(weaves);
  const [accent, other] = shop.some(accents, 2) as [Tone, Tone];
  const chance = chanceOf('picture', good, seed);
  const lean = chance.whole(-120, 120) / 10;
  const pattern = `<pattern id="cloth" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(${lean})"><path d="M0 0h6v6H0Z" fill="${light}"/><path d="${weave}" stroke="${dark}" stroke-width="1.2"/></pattern>`;
  const size = chance.whole(93, 100) / 100;
  return { cloth: `<defs>${pattern}</defs>${box(0, 0, 200, 200, 'url(#cloth)')}`, size, accent, other, chance };
};

/** A good's drawing: what lies on the cloth. */
export type Drawing = (variation: Variation) => Shape;

/** The whole picture, which says of itself that it is drawn. */
export const framed = (good: string, { cloth, size }: Variation, drawn: Shape): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640" viewBox="0 0 200 200" role="img" fill="none" stroke-linecap="round" stroke-linejoin="round"><title>Gambar: ${good.charAt(0).toLowerCase()}${good.slice(1)}</title>${cloth}${at(100, 102, 0, size, `<g transform="translate(-100 -102)">${drawn}</g>`)}</svg>`;
