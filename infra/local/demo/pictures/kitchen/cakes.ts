import type { Chance } from '../../chance.ts';
import {
  at,
  box,
  disc,
  fill,
  grains,
  inBox,
  inOval,
  line,
  oval,
  repeat,
  type Shape,
  shadowColour,
  specks,
} from '../kit/draw.ts';
import type { Tone } from '../kit/palette.ts';

/** The paper cup of a kue basah; all that is drawn here lies within a circle of 17. */
const paperCup = (): Shape =>
  disc(1, 2, 17, shadowColour, 0.15) +
  fill(
    'M-16-2L-17 3L-13 7L-13 12L-8 13L-5 17L0 15L5 17L8 13L13 12L13 7L17 3L16-2L17-6L13-9L12-13L7-13L4-17L0-15L-5-17L-8-13L-13-12L-13-8L-17-5Z',
    '#efe6d0',
  ) +
  disc(0, 0, 13.6, '#fbf6e8');

const klepon = (chance: Chance): Shape =>
  repeat(3, (index) => at(0, 0, index * 120 - 30, 1, disc(0, -6, 6.6, '#2f7a44') + disc(-0.8, -7, 5.4, '#5aa658'))) +
  grains(chance, inOval(0, 0, 11, 11), 26, '#fffdf6', 1.5, 2.4);

const lapis = (): Shape =>
  fill('M-11-6L6-10L12-7L-4-2Z', '#e2766a') +
  fill('M-11-6L-4-2V11L-11 6Z', '#a3271f') +
  repeat(5, (index) =>
    fill(
      `M-4 ${-2 + index * 2.6}L12 ${-7 + index * 2.6}v2.7L-4 ${0.7 + index * 2.6}Z`,
      ['#fbf1e2', '#4f8f56', '#fbf1e2', '#c8473a', '#fbf1e2'][index] ?? '#fff',
    ),
  );

const risoles = (chance: Chance): Shape =>
  at(
    0,
    0,
    24,
    1,
    box(-12, -6, 24, 14, '#9a5a1b', 6),
    box(-12, -7, 24, 12.5, '#d9923c', 6),
    box(-9, -5.5, 16, 5, '#efb866', 2.5),
    grains(chance, inBox(-10, -5, 20, 9), 16, '#f6d590', 1.3, 1.6),
  );

const lemper = (): Shape =>
  at(
    0,
    0,
    -28,
    1,
    box(-13, -6, 26, 13, '#2f6638', 2),
    box(-13, -6, 26, 9.5, '#4d8a4d', 2),
    line('M-12-3H12M-12 1H12', '#69a64f', 1),
    line('M-7-7V7M7-7V7', '#e9d9a0', 1.6),
  );

const dadar = (): Shape =>
  at(
    0,
    0,
    20,
    1,
    box(-13, -7, 26, 14, '#3f7a44', 7),
    box(-13, -7, 24, 11, '#7fb95c', 5.5),
    box(-9, -5.5, 14, 3, '#b3d98a', 1.5),
    oval(10.5, 0.5, 3.6, 6.4, '#5a3417'),
    line('M9-2h2M10 2h2M9 4h1', '#c98d45', 1.2),
  );

const bolu = (tone: Tone): Shape =>
  disc(0, 1, 12, tone.dark) +
  repeat(4, (index) =>
    at(
      0,
      0,
      index * 90 + 45,
      1,
      fill('M0 0C-8-4-8-12 0-13C8-12 8-4 0 0Z', tone.base),
      fill('M0-1C-4-4-5-10-1-11C2-8 1-4 0-1Z', tone.light),
    ),
  );

const onde = (chance: Chance): Shape =>
  repeat(2, (index) =>
    at(
      -6 + index * 11,
      -3 + index * 5,
      0,
      1,
      disc(0, 0.6, 7.6, '#9a5a1b'),
      disc(-0.5, -0.4, 6.8, '#cf8e3a'),
      oval(-2, -3, 2.6, 1.8, '#e9b766'),
    ),
  ) + specks(chance, inOval(0, 0, 12, 8), 30, '#fbf1d4', 1.4);

const pastel = (): Shape =>
  fill('M-13 4C-12-10 12-10 13 4C8 8-8 8-13 4Z', '#a8662a') +
  fill('M-12 2C-10-9 10-9 12 2C6 5-6 5-12 2Z', '#dda24f') +
  fill('M-8-2C-5-7 3-7 6-5C1-5-4-4-8-2Z', '#f3cb86') +
  line('M-12 5l2-2M-8 7l2-3M-3 8l1-3M2 8v-3M7 7l-1-3M11 5l-2-2', '#7d4719', 1.2);

const tart = (): Shape =>
  disc(0, 0.6, 12, '#b5762f') +
  disc(-0.4, -0.4, 11, '#e0ab5e') +
  disc(0, 0, 8, '#fbeec2') +
  disc(-3, -2, 3.4, '#c8281f') +
  disc(3, -3, 3, '#5fa64f') +
  disc(1, 3, 3.4, '#f0983a') +
  line('M-4-3h.5M2.5-4h.5M.4 2h.5', '#fff', 1.3);

const kinds: readonly ((chance: Chance) => Shape)[] = [
  klepon,
  lapis,
  risoles,
  lemper,
  dadar,
  () => bolu({ base: '#eba7b8', light: '#f9d9e0', dark: '#c9697a' }),
  onde,
  pastel,
  tart,
  () => bolu({ base: '#8fc070', light: '#cde7b0', dark: '#4f8f3e' }),
  () => bolu({ base: '#9a6436', light: '#c08e5c', dark: '#6b3f1e' }),
];

/** So many different cakes, each in its cup. */
export const someCakes = (chance: Chance, count: number): Shape[] =>
  chance.some(kinds, count).map((kind) => paperCup() + at(0, 0, chance.whole(-12, 12), 1, kind(chance)));
