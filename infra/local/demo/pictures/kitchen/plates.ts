import { at, box, grains, inBox, inOval, line, oval, repeat, shadowColour, specks, stamp } from '../kit/draw.ts';
import {
  basil,
  chilli,
  cucumber,
  cucumbers,
  friedOnion,
  greens,
  kerupuk,
  leaf,
  lettuce,
  lime,
  peanut,
  petis,
  pineapple,
  sambalBowl,
  sauce,
  sprouts,
  tomato,
} from '../kit/garnish.ts';
import {
  crushedChicken,
  fish,
  friedEgg,
  grilled,
  halfEgg,
  noodles,
  riceCake,
  riceHeap,
  satay,
  tempe,
  tofu,
  whiteTofu,
  yellowNoodle,
} from '../kit/mains.ts';
import { fried, rice, type Tone } from '../kit/palette.ts';
import type { Dish } from './dish.ts';
import { celery } from './soups.ts';

const corn: Tone = { base: '#f0cf6a', light: '#fae7a6', dark: '#cda03c' };
const friedRice: Tone = { base: '#cf8f48', light: '#e9b877', dark: '#a5672a' };

/** What is served on a plate or on a leaf. */
export const plates: Record<string, Dish> = {
  'Ayam geprek': {
    on: 'plate',
    rice,
    parts: ({ chance }) =>
      at(16, 20, -14, 1.08, crushedChicken(chance)) + at(-30, 28, 0, 1, cucumbers()) + at(34, -26, 20, 1.1, basil()),
  },
  'Nasi goreng': {
    on: 'plate',
    parts: ({ chance }) =>
      at(-2, 0, 0, 1, riceHeap(chance, 50, 44, friedRice)) +
      specks(chance, inOval(-4, -2, 40, 34), 14, celery, 2.6) +
      specks(chance, inOval(-4, -2, 40, 34), 10, '#c8281f', 2.6) +
      at(-4, -8, chance.whole(-40, 40), 1.3, friedEgg()) +
      at(-34, 36, 0, 1, cucumbers()) +
      at(38, 30, 0, 1.1, kerupuk(chance)) +
      at(30, -34, 30, 0.9, chilli()),
  },
  Semanggi: {
    on: 'leaf',
    parts: ({ chance }) =>
      at(-6, 2, 0, 1, greens(chance, 36, 30)) +
      clovers(chance.whole(0, 80)) +
      at(4, 4, 0, 1.1, sauce(peanut, chance)) +
      at(-16, 30, 0, 1, sprouts(chance, 18, 6, 14)) +
      at(34, -30, 10, 1.7, kerupuk(chance)) +
      at(30, 30, -24, 0.9, chilli()),
  },
  'Rujak cingur': {
    on: 'plate',
    parts: ({ chance }) =>
      at(-2, 0, 0, 1.9, sauce(petis, chance)) +
      at(-30, -24, 0, 1, cucumber(11)) +
      at(-12, -36, 0, 1, cucumber(10)) +
      at(14, -34, 12, 1.3, pineapple()) +
      at(34, -18, 80, 1.2, pineapple()) +
      at(-36, 8, 20, 1.25, tofu(whiteTofu)) +
      at(34, 12, -16, 1.1, tempe(chance)) +
      at(-20, 32, 0, 1, riceCake()) +
      at(6, 34, 0, 1, sprouts(chance, 16, 6, 14)) +
      at(30, 34, 0, 0.8, kerupuk(chance)) +
      grains(chance, inOval(0, 0, 20, 10), 8, celery, 2.4, 5),
  },
  'Tahu tek': {
    on: 'plate',
    parts: ({ chance }) =>
      at(0, 4, 0, 2, sauce(petis, chance)) +
      stamp(
        'tahu',
        tofu(fried),
        [0, 1, 2, 3, 4, 5, 6].map(
          (index) => [-28 + (index % 4) * 19, -22 + Math.floor(index / 4) * 24, index * 37, 1.1] as const,
        ),
      ) +
      at(-24, 28, 0, 1, sprouts(chance, 18, 6, 16)) +
      at(24, 28, 0, 1.1, kerupuk(chance)) +
      at(38, -22, 0, 0.95, cucumber()) +
      at(2, -4, 0, 1, friedOnion(chance, 16)) +
      grains(chance, inOval(0, 0, 30, 22), 10, celery, 2.2, 4),
  },
  'Nasi pecel Blitar': {
    on: 'leaf',
    rice,
    parts: ({ chance }) =>
      at(14, 20, 0, 1, greens(chance, 28, 20)) +
      at(16, 16, -10, 0.95, sauce(peanut, chance)) +
      at(-26, 30, 0, 1, sprouts(chance, 12, 7, 12)) +
      at(32, -26, 12, 1.55, kerupuk(chance, { base: '#d9a04c', light: '#f3cf8c', dark: '#a5691f' })) +
      at(-2, 44, 0, 1, tempe(chance)) +
      at(38, 30, 20, 0.9, halfEgg()),
  },
  'Uceng goreng': {
    on: 'plate',
    parts: ({ chance }) =>
      at(-30, -30, -30, 1.1, lettuce()) +
      stamp('uceng', fish(chance, { base: '#c07c34', light: '#ecb966', dark: '#7d4719' }), [
        ...Array.from(
          { length: 12 },
          (_, index) =>
            [
              -22 + (index % 3) * 20 + chance.whole(-4, 4),
              -26 + Math.floor(index / 3) * 16,
              chance.whole(-50, 30),
              0.44,
            ] as const,
        ),
      ]) +
      at(34, 28, 0, 0.95, sambalBowl(chance)) +
      at(36, -26, 0, 1, cucumbers()) +
      at(-32, 34, 0, 1, lime()),
  },
  'Nasi ampok': {
    on: 'leaf',
    rice: corn,
    parts: ({ chance }) =>
      at(16, 22, 0, 1, greens(chance, 24, 18)) +
      grains(chance, inOval(16, 20, 22, 14), 14, '#fffaf0', 1.6, 3) +
      at(34, -20, -60, 0.62, fish(chance, { base: '#b9823f', light: '#e3b872', dark: '#7d4f1d' })) +
      at(-30, 30, 0, 0.72, sambalBowl(chance)) +
      at(-2, 40, 14, 1.1, tempe(chance)) +
      at(40, 22, 10, 0.9, kerupuk(chance)),
  },
  'Sate kelinci': {
    on: 'plate',
    parts: ({ chance }) =>
      stamp(
        'sate',
        satay(chance),
        [0, 1, 2, 3, 4].map((index) => [-6 + index * 2, -34 + index * 14, -12, 1.25] as const),
      ) +
      at(-4, 4, -14, 1.15, sauce(peanut, chance)) +
      at(-26, 38, 0, 1.1, riceCake()) +
      at(-6, 46, 0, 1, riceCake()) +
      at(26, 38, 0, 0.75, sambalBowl(chance, { base: '#2b1a12', light: '#5c4034', dark: '#1a0f0a' })) +
      at(-38, -34, 0, 0.9, lime()),
  },
  'Ketan susu': {
    on: 'plate',
    parts: ({ chance }) =>
      at(0, 6, 0, 1, oval(0, 0, 52, 42, '#fffdf8')) +
      at(0, 2, 0, 1, riceHeap(chance, 42, 34, { base: '#f3ead5', light: '#fffdf6', dark: '#d9cbaa' })) +
      at(-2, -2, -10, 1.05, sauce({ base: '#fffaf0', light: '#ffffff', dark: '#efe3c6' })) +
      grains(chance, inOval(-2, -4, 22, 15), 34, '#c98d45', 2, 4) +
      grains(chance, inOval(-2, -4, 22, 15), 16, '#8f5a22', 1.8, 4) +
      at(38, 36, 40, 1, leaf()),
  },
  'Nasi jagung': {
    on: 'plate',
    rice: corn,
    parts: ({ chance }) =>
      specks(chance, inOval(-22, -22, 26, 22), 16, '#fdf3cd', 2.6) +
      at(18, 22, 0, 1, greens(chance, 22, 17)) +
      grains(chance, inOval(18, 20, 20, 14), 20, '#fffaf0', 1.6, 3) +
      at(28, -24, 20, 1.1, tofu(fried)) +
      at(40, -4, -10, 1.05, tempe(chance)) +
      at(-28, 30, 0, 0.75, sambalBowl(chance)) +
      at(0, 40, -8, 0.55, fish(chance, { base: '#b9823f', light: '#e3b872', dark: '#7d4f1d' })),
  },
  'Seruit ikan bakar': {
    on: 'leaf',
    parts: ({ chance }) =>
      at(0, -18, -12, 1.25, fish(chance, grilled)) +
      at(-30, 26, 0, 1.05, sambalBowl(chance)) +
      at(2, 30, 0, 1, cucumbers()) +
      at(32, 26, 0, 1.1, tomato()) +
      at(40, 4, 40, 1.1, basil()) +
      at(-36, -38, 0, 1, lime()) +
      at(-4, 50, -8, 0.9, chilli(true)),
  },
  'Pempek campur': {
    on: 'plate',
    parts: ({ chance }) =>
      at(-24, 22, 0, 1, noodles(chance, 24, 18, yellowNoodle)) +
      repeat(3, (index) => at(-24 + index * 17, -26 - index * 2, 66, 1, pempek(46))) +
      at(12, 14, 0, 1, pempekEgg()) +
      at(34, -8, 20, 0.95, pempekEgg()) +
      at(34, 34, 0, 1.05, sambalBowl(chance, { base: '#3f2212', light: '#7a4a26', dark: '#241208' })) +
      specks(chance, inBox(-34, 28, 30, 18), 14, '#8fc070', 3.2) +
      at(0, 44, 0, 0.7, cucumber()),
  },
};

const clovers = (turn: number): string =>
  stamp(
    'semanggi',
    repeat(4, (index) => at(0, 0, index * 90, 1, oval(0, -5, 4.4, 5, '#9ccb72') + line('M0-1V-7', '#3f7a44', 0.8))),
    Array.from({ length: 9 }, (_, index) => {
      const far = index === 0 ? 0 : 24 + (index % 2) * 8;
      const angle = ((index * 45 + turn) * Math.PI) / 180;
      return [-8 + far * Math.cos(angle), far * 0.85 * Math.sin(angle), index * 31, 1] as const;
    }),
  );

const pempek = (long: number): string =>
  box(-long / 2 + 2, -7, long, 17, shadowColour, 8, 0.2) +
  box(-long / 2, -9, long, 17, '#b98a4c', 8) +
  box(-long / 2, -9, long, 13, '#ecd3a2', 6.5) +
  line(`M${-long / 2 + 7}-5H${long / 2 - 12}`, '#fdf3dc', 2.4) +
  line('M-9-7L-6 6M2-7L5 6M12-7L15 6', '#c79a5c', 1.2);

const pempekEgg = (): string =>
  oval(1.4, 2, 19, 14, shadowColour, 0.2) +
  oval(0, 0, 19, 14, '#b98a4c') +
  oval(-0.6, -0.8, 17.4, 12.4, '#f3e1bb') +
  oval(0, 0, 11, 8, '#fffaf0') +
  oval(0, 0.5, 7.6, 5.6, '#f0a92f') +
  oval(-1.6, -1, 3, 2, '#fbdc8d');
