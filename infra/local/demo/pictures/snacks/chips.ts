import type { Chance } from '../../chance.ts';
import {
  at,
  box,
  disc,
  fill,
  grains,
  inOval,
  line,
  oval,
  repeat,
  type Shape,
  shadowColour,
  specks,
} from '../kit/draw.ts';
import type { Tone } from '../kit/palette.ts';

/** One piece of what a pouch holds, within a circle of 14. */
const chip = (chance: Chance, { base, light, dark }: Tone, dots: readonly string[]): Shape =>
  disc(1, 1.4, 11, shadowColour, 0.22) +
  fill('M-11-1C-11-9-3-12 4-10C12-8 13 2 9 7C4 13-8 12-11-1Z', dark) +
  fill('M-10-2C-9-9-2-11 4-9C10-7 11 1 8 5C3 11-8 9-10-2Z', base) +
  fill('M-8-3C-6-8 0-9 4-7C2-4-4-3-8-3Z', light) +
  dots.map((colour) => specks(chance, inOval(0, 0, 8, 8), 7, colour, 1.8)).join('');

export const tempeChip = (chance: Chance) =>
  chip(chance, { base: '#e0ab55', light: '#f6d58f', dark: '#b5782c' }, ['#fbecc4', '#a8662a', '#5f8f3e']);

export const appleChip = (): Shape =>
  disc(1, 1.4, 11.5, shadowColour, 0.2) +
  disc(0, 0, 11.5, '#b8322a') +
  disc(-0.3, -0.3, 10, '#f7e6b4') +
  disc(-2, -2, 6, '#fdf5d8') +
  repeat(5, (index) => at(0, 0, index * 72, 1, oval(0, -3.4, 1.1, 2, '#8a5a2a')));

export const fruitChip = (chance: Chance): Shape => {
  const tone = chance.pick<Tone>([
    { base: '#f0b23c', light: '#fbd98a', dark: '#c07f1c' },
    { base: '#e8843c', light: '#f8b884', dark: '#b5571f' },
    { base: '#a8c65a', light: '#d6e6a0', dark: '#6f8f2f' },
  ]);
  return chip(chance, tone, [tone.light]);
};

export const bananaChip = (chance: Chance): Shape =>
  oval(1, 1.6, 14, 8, shadowColour, 0.22) +
  oval(0, 0, 14, 8, '#d9a441') +
  oval(-0.4, -0.6, 13, 7, '#f3d58a') +
  fill('M-3-7.5C8-9 15-4 13.5 2C12 8 2 8-3 7C-7 3-7-3-3-7.5Z', '#5a2f14') +
  fill('M-1-6C6-7 12-3 12-1C6-3 1-2-4-1C-4-3-3-5-1-6Z', '#8f5a34') +
  specks(chance, inOval(4, 1, 6, 4), 5, '#f0c26a', 1.4);

export const cracker = (chance: Chance): Shape =>
  fill('M-13 2C-15-8-6-13 2-11C11-13 15-3 11 3C9 11-3 12-7 9C-11 9-13 6-13 2Z', '#cfa866') +
  fill('M-12 1C-13-8-5-12 2-10C9-12 13-3 9 2C7 9-3 10-7 7C-10 7-12 5-12 1Z', '#f6e6c4') +
  specks(chance, inOval(-1, -1, 8, 7), 8, '#d8bb86', 1.8) +
  line('M-8-4C-4-8 2-8 5-5M-6 3C-2 0 4 0 6 3', '#fffaf0', 1.6);

export const almond = (): Shape =>
  box(-10, -9, 22, 20, shadowColour, 4, 0.2) +
  box(-11, -11, 22, 20, '#a8662a', 4) +
  box(-10.5, -10.5, 20, 17.5, '#dca14f', 4) +
  [
    [-4, -4, 30],
    [4, -5, -40],
    [0, 3, 80],
    [6, 3, 10],
    [-6, 4, -20],
  ]
    .map(([x = 0, y = 0, turn = 0]) =>
      at(x, y, turn, 1, oval(0, 0, 4.6, 2.4, '#fbf0d8'), line('M-3 0H3', '#d8b880', 0.8)),
    )
    .join('');

export const opak = (): Shape =>
  at(
    0,
    0,
    20,
    1,
    box(-14, -5, 30, 12, shadowColour, 6, 0.2),
    box(-15, -6, 30, 12, '#b5782c', 6),
    box(-15, -6, 28, 9.5, '#e9bd72', 5),
    line('M-12 3C-6-6-4-6 2 3C6-5 8-5 13 2', '#c9924a', 1.2),
    oval(13.5, 0, 2, 5, '#7d4a1a'),
    line('M-10-4H6', '#f9e3b4', 1.6),
  );

export const wajik = (chance: Chance): Shape =>
  fill('M1-13L15 1L1 15L-13 1Z', shadowColour, 0.22) +
  fill('M0-14L14 0L0 14L-14 0Z', '#5c2e10') +
  fill('M0-14L14-2L0 10L-14-2Z', '#9a5523') +
  grains(chance, inOval(0, -3, 8, 7), 12, '#cf9150', 1.6, 3);

export const lempok = (): Shape =>
  at(
    0,
    0,
    -18,
    1,
    fill('M-21-8L-13-4V6L-21 10ZM21-8L13-4V6L21 10Z', '#e9cf8a'),
    box(-14, -6, 29, 15, shadowColour, 6, 0.2),
    box(-14, -7, 28, 14, '#b5782c', 6),
    box(-14, -7, 28, 10, '#dfae52', 5),
    line('M-9-4H6', '#fae6b4', 2),
    line('M-12-1H12', '#c9924a', 1),
  );
