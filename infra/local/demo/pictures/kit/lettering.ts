import { at, type Shape } from './draw.ts';

/** Letters as strokes ten high: a picture needs no font where it is rasterised. */
const letters: Record<string, readonly [width: number, d: string]> = {
  A: [7, 'M0 10L3.5 0L7 10M1.3 6.6H5.7'],
  B: [5.8, 'M0 4.7H3A2.35 2.35 0 0 0 3 0H0V10H3.2A2.65 2.65 0 0 0 3.2 4.7'],
  C: [6.3, 'M6.3 2C5.4 .6 4.6 0 3.5 0C1.4 0 0 2 0 5S1.4 10 3.5 10C4.6 10 5.4 9.4 6.3 8'],
  D: [6.4, 'M0 0V10H2.5C5 10 6.4 8 6.4 5S5 0 2.5 0Z'],
  E: [5, 'M5 0H0V10H5M0 4.8H4.2'],
  F: [5, 'M5 0H0V10M0 4.8H4.2'],
  G: [6.5, 'M6.3 2C5.4 .6 4.6 0 3.5 0C1.4 0 0 2 0 5S1.4 10 3.5 10C5.2 10 6.4 8.6 6.5 5.6H3.8'],
  H: [6.2, 'M0 0V10M6.2 0V10M0 4.8H6.2'],
  I: [0, 'M0 0V10'],
  J: [4, 'M4 0V7.2C4 9 3.2 10 2 10S0 9.2 0 8'],
  K: [6, 'M0 0V10M5.8 0L0 5.8M2.2 3.8L6 10'],
  L: [4.6, 'M0 0V10H4.6'],
  M: [7.6, 'M0 10V0L3.8 6L7.6 0V10'],
  N: [6.4, 'M0 10V0L6.4 10V0'],
  O: [7, 'M3.5 0C1.4 0 0 2 0 5S1.4 10 3.5 10S7 8 7 5S5.6 0 3.5 0Z'],
  P: [5.8, 'M0 10V0H3.1A2.7 2.7 0 0 1 3.1 5.4H0'],
  R: [6, 'M0 10V0H3.1A2.7 2.7 0 0 1 3.1 5.4H0M3.2 5.4L6 10'],
  S: [
    5.6,
    'M5.2 1.6C4.6 .5 3.8 0 2.7 0C1.2 0 .2 1 .2 2.5C.2 5.8 5.6 4 5.6 7.4C5.6 9 4.4 10 2.8 10C1.5 10 .6 9.4 0 8.2',
  ],
  T: [6, 'M0 0H6M3 0V10'],
  U: [6.2, 'M0 0V6.6C0 8.8 1.2 10 3.1 10S6.2 8.8 6.2 6.6V0'],
  V: [6.8, 'M0 0L3.4 10L6.8 0'],
  W: [9, 'M0 0L2.2 10L4.5 2L6.8 10L9 0'],
  Y: [6, 'M0 0L3 5L6 0M3 5V10'],
  Z: [5.6, 'M0 0H5.6L0 10H5.6'],
  1: [2, 'M0 2L2 0V10'],
  2: [5.4, 'M.2 2.4C.4 1 1.4 0 2.8 0S5.2 1 5.2 2.6C5.2 5 .6 7 0 10H5.4'],
  3: [
    5.4,
    'M.2 1.6C.8 .5 1.6 0 2.6 0C4 0 5 .9 5 2.3S4 4.7 2.4 4.7C4.2 4.7 5.4 5.7 5.4 7.3S4.2 10 2.6 10C1.4 10 .5 9.4 0 8.2',
  ],
  4: [6, 'M4.4 10V0L0 7H6'],
  5: [5.4, 'M5 0H.8L.4 4.6C1 4.1 1.8 3.8 2.7 3.8C4.3 3.8 5.4 5 5.4 6.8S4.2 10 2.6 10C1.4 10 .5 9.4 0 8.2'],
  6: [5.6, 'M5 .6C2 0 0 3 0 6.6C0 8.8 1.2 10 2.8 10S5.6 8.8 5.6 7S4.4 4 2.8 4S0 5 0 7'],
  7: [5.4, 'M0 0H5.4L1.6 10'],
  8: [
    5.6,
    'M2.8 4.6C1.2 4.6 .4 3.6 .4 2.4S1.4 0 2.8 0S5.2 1 5.2 2.4S4.4 4.6 2.8 4.6C1 4.6 0 5.8 0 7.3S1.2 10 2.8 10S5.6 8.8 5.6 7.3S4.6 4.6 2.8 4.6Z',
  ],
  9: [5.6, 'M.6 9.4C3.6 10 5.6 7 5.6 3.4C5.6 1.2 4.4 0 2.8 0S0 1.2 0 3S1.2 6 2.8 6S5.6 5 5.6 3'],
  0: [6, 'M3 0C1.2 0 0 2 0 5S1.2 10 3 10S6 8 6 5S4.8 0 3 0Z'],
};

const gap = 3.1;
const space = 4;

/** Words in capitals, centred on x, their top at y, not wider than they may be. */
export const words = (
  text: string,
  x: number,
  y: number,
  height: number,
  colour: string,
  { widest = Number.POSITIVE_INFINITY, weight = 2 }: { readonly widest?: number; readonly weight?: number } = {},
): Shape => {
  let reached = 0;
  const drawn = [...text.toUpperCase()].map((character) => {
    if (character === ' ') {
      reached += space;
      return '';
    }
    const letter = letters[character];
    if (!letter) throw new Error(`There is no letter ${character}.`);
    const [width, d] = letter;
    const part = `<path d="${d}"${reached ? ` transform="translate(${Math.round(reached * 10) / 10})"` : ''}/>`;
    reached += width + gap;
    return part;
  });
  const wide = reached - gap;
  const scale = Math.min(height / 10, widest / wide);
  return at(
    x - (wide * scale) / 2,
    y + (height - scale * 10) / 2,
    0,
    1,
    `<g transform="scale(${Math.round(scale * 1000) / 1000})" stroke="${colour}" stroke-width="${weight}">${drawn.join('')}</g>`,
  );
};
