import type { Chance } from '../../chance.ts';
import { at, disc, fill, grains, inOval, line, oval, type Shape, shadowColour, stamp } from '../kit/draw.ts';
import { chilli, cucumber, friedOnion, greens, kerupuk, sambalBowl } from '../kit/garnish.ts';
import { drumstick, halfEgg, tempe } from '../kit/mains.ts';
import { type Drawing, leafGreen, type Tone } from '../kit/palette.ts';

const cone: Tone = { base: '#f0bf3c', light: '#f9dd83', dark: '#c98f1e' };

export const tumpeng: Drawing = ({ accent, chance }) =>
  oval(106, 150, 88, 42, shadowColour, 0.17) +
  oval(100, 144, 90, 43, '#9a6430') +
  oval(100, 141, 89, 42, '#c7935a') +
  line('M14 146A88 42 0 0 0 186 146M20 152A84 40 0 0 0 180 152', '#9a6430', 1.2, 0.8) +
  stamp(
    'lembar',
    fill('M0 0C-14-8-16-24 0-38C16-24 14-8 0 0Z', leafGreen.base) +
      fill('M0 0C-14-8-16-24 0-38Z', leafGreen.light) +
      line('M0-2V-34', leafGreen.dark, 1),
    leafRing,
  ) +
  oval(100, 138, 72, 32, leafGreen.dark) +
  oval(100, 136, 71, 31, '#5f9b58') +
  fill('M100 18C110 40 142 104 146 128C130 142 70 142 54 128C58 104 90 40 100 18Z', cone.base) +
  fill('M100 18C96 50 78 110 76 137C66 135 58 132 54 128C58 104 90 40 100 18Z', cone.light) +
  fill('M100 18C110 40 142 104 146 128C140 133 132 136 124 138C124 110 108 50 100 18Z', cone.dark, 0.75) +
  grains(chance, inOval(100, 112, 36, 20), 34, '#fbe9ae', 1.8) +
  grains(chance, inOval(100, 78, 17, 26), 16, '#fbe9ae', 1.8) +
  grains(chance, inOval(104, 112, 34, 20), 24, '#d6a02c', 1.8) +
  fill('M100 10C106 22 113 36 117 47C106 52 94 52 83 47C87 36 94 22 100 10Z', leafGreen.base) +
  fill('M100 10C97 24 94 38 93 50C89 49.5 86 48.5 83 47C87 36 94 22 100 10Z', leafGreen.light) +
  line('M100 12V50M95 26L90 47M106 26L111 48', leafGreen.dark, 0.8) +
  disc(100, 11, 5, accent.base) +
  disc(98.5, 9.5, 2, accent.light) +
  sidePlaces(around(chance));

/** What lies about the cone, each kitchen in its own order. */
const sidePlaces = (parts: readonly Shape[]): Shape =>
  [
    [38, 128, 0, 0.72],
    [44, 150, -16, 0.76],
    [68, 162, -8, 0.8],
    [100, 166, 0, 0.85],
    [132, 162, 10, 0.8],
    [157, 150, 14, 0.76],
    [163, 128, 0, 0.72],
  ]
    .map(([x = 0, y = 0, turn = 0, scale = 1], index) => at(x, y, turn, scale, parts[index] ?? ''))
    .join('');

const around = (chance: Chance): Shape[] =>
  chance.some(
    [
      sambalBowl(chance),
      at(-6, 0, 0, 0.8, halfEgg()) + at(10, 3, 20, 0.8, halfEgg()),
      at(-2, 4, 14, 0.95, drumstick(chance)),
      friedOnion(chance, 15) + grains(chance, inOval(0, 0, 14, 10), 10, '#e9b567', 2, 5),
      at(-8, -2, -12, 0.9, tempe(chance)) + at(8, 4, 14, 0.9, tempe(chance)),
      at(-6, 0, 0, 0.8, cucumber()) + at(8, 3, 0, 0.8, cucumber()),
      kerupuk(chance),
      greens(chance, 14, 9),
      at(-4, -4, 20, 1, chilli()) + at(-12, 6, -8, 0.9, chilli(true)),
    ],
    7,
  );

const leafRing = Array.from({ length: 14 }, (_, index) => {
  const turn = (index / 14) * 2 * Math.PI;
  return [100 + 60 * Math.cos(turn), 140 + 26 * Math.sin(turn), (turn * 180) / Math.PI + 90, 0.78] as const;
});
