import { at, grains, inOval, oval, specks } from '../kit/draw.ts';
import {
  basil,
  carrot,
  chilli,
  friedOnion,
  kerupuk,
  leaf,
  lettuce,
  lime,
  mushroom,
  pineapple,
  sambalBowl,
  sprouts,
  tomato,
} from '../kit/garnish.ts';
import {
  beefCube,
  fishSteak,
  halfEgg,
  meatball,
  noodleNest,
  noodles,
  riceCake,
  saltedEgg,
  shrimp,
  tempe,
  tofu,
  yellowNoodle,
} from '../kit/mains.ts';
import { fried, type Tone } from '../kit/palette.ts';
import type { Dish } from './dish.ts';

const golden: Tone = { base: '#d9a441', light: '#efc978', dark: '#b17f26' };
const orange: Tone = { base: '#dc8a33', light: '#efb263', dark: '#b5651d' };
const black: Tone = { base: '#33211a', light: '#5c4034', dark: '#1f130e' };
const brown: Tone = { base: '#8f5a2c', light: '#b98350', dark: '#68401d' };
const cream: Tone = { base: '#f0d487', light: '#f9e9bd', dark: '#d2ad55' };
export const celery = '#4f8f3e';

/** What is served in a bowl, by the names it is sold under. */
export const soups: Record<string, Dish> = {
  'Bakso Malang campur': {
    on: 'bowl',
    broth: golden,
    parts: ({ chance }) =>
      at(-14, 20, 0, 1, noodles(chance, 30, 22, yellowNoodle)) +
      at(-20, -18, 0, 1.35, meatball()) +
      at(14, -28, 0, 1.2, meatball()) +
      at(30, 2, 0, 1.15, meatball()) +
      at(2, -2, 0, 1.1, meatball()) +
      at(24, 30, 18, 1.2, tofu(fried)) +
      at(-38, 8, -20, 0.9, kerupuk(chance, { base: '#e5ad5c', light: '#f6d590', dark: '#a86f27' })) +
      grains(chance, inOval(0, 0, 42, 40), 18, celery, 2.2, 4) +
      at(-4, 24, 0, 1, friedOnion(chance, 12)),
  },
  'Cwie mie': {
    on: 'bowl',
    broth: { base: '#d8b46a', light: '#ecd49c', dark: '#b58f45' },
    parts: ({ chance }) =>
      noodleNest(chance, 54, { base: '#efcf7c', light: '#fbebb4', dark: '#c9a14a' }) +
      at(-30, 22, -20, 1.05, lettuce()) +
      at(6, -8, 0, 1, oval(0, 0, 24, 18, '#c9a377')) +
      specks(chance, inOval(6, -8, 23, 17), 40, '#e9cfa6', 3) +
      specks(chance, inOval(6, -8, 23, 17), 22, '#9a6f42', 2.4) +
      grains(chance, inOval(6, -6, 26, 20), 12, celery, 2, 4) +
      at(34, 26, 15, 1, kerupuk(chance, { base: '#e5ad5c', light: '#f6d590', dark: '#a86f27' })) +
      at(6, -10, 0, 1, friedOnion(chance, 9)),
  },
  'Orem-orem': {
    on: 'bowl',
    broth: orange,
    parts: ({ chance }) =>
      at(-26, -14, 0, 1.3, riceCake()) +
      at(-8, -34, 0, 1.2, riceCake()) +
      at(-34, 14, 0, 1.2, riceCake()) +
      at(10, -10, 20, 1, tempe(chance)) +
      at(22, -28, -30, 1, tempe(chance)) +
      at(34, -4, 70, 1, tempe(chance)) +
      at(-8, 14, -10, 1, tempe(chance)) +
      at(22, 26, 24, 1.05, halfEgg()) +
      at(-16, 34, 0, 1, sprouts(chance, 16, 8, 12)) +
      at(0, 0, 0, 1, friedOnion(chance, 10)),
  },
  Rawon: {
    on: 'bowl',
    broth: black,
    parts: ({ chance }) =>
      at(-18, -16, 10, 1.25, beefCube()) +
      at(6, -28, -24, 1.2, beefCube()) +
      at(-30, 10, 40, 1.15, beefCube()) +
      at(0, 4, 0, 1.2, beefCube()) +
      at(-12, 32, 0, 1.1, sprouts(chance, 18, 10, 18)) +
      at(28, 22, 24, 1.15, saltedEgg()) +
      at(30, -14, 0, 1, lime()) +
      grains(chance, inOval(-4, -6, 34, 30), 16, celery, 2.2, 4) +
      at(-6, -8, 0, 1, friedOnion(chance, 11)),
  },
  'Tahu campur': {
    on: 'bowl',
    broth: brown,
    parts: ({ chance }) =>
      at(-20, 22, 10, 1.05, lettuce()) +
      at(18, 24, 0, 1, noodles(chance, 26, 18, yellowNoodle)) +
      at(-24, -20, 12, 1.3, tofu(fried)) +
      at(0, -30, -16, 1.3, tofu(fried)) +
      at(-4, -6, 30, 1.25, tofu(fried)) +
      at(24, -14, 0, 1.2, beefCube()) +
      at(-8, 36, 0, 1, sprouts(chance, 14, 5, 12)) +
      at(34, 2, 0, 0.95, kerupuk(chance)) +
      at(0, -2, 0, 1, friedOnion(chance, 12)),
  },
  'Lontong balap': {
    on: 'bowl',
    broth: brown,
    parts: ({ chance }) =>
      at(-30, -14, 0, 1.2, riceCake()) +
      at(-12, -34, 0, 1.2, riceCake()) +
      at(-36, 12, 0, 1.1, riceCake()) +
      at(8, 12, 0, 1.2, sprouts(chance, 26, 18, 34)) +
      at(16, -26, 15, 1.2, tofu(fried)) +
      at(34, -6, -20, 1.2, tofu(fried)) +
      at(-16, 30, 0, 0.9, meatball()) +
      at(36, 22, 0, 0.62, sambalBowl(chance)) +
      at(4, -2, 0, 1, friedOnion(chance, 12)),
  },
  'Soto Bok Ireng': {
    on: 'clay',
    broth: golden,
    parts: ({ chance }) =>
      at(-20, -14, 0, 1.05, beefCube()) +
      at(4, -24, 30, 1.05, beefCube()) +
      at(-4, 4, -20, 1.05, beefCube()) +
      at(16, 20, 0, 1.1, sprouts(chance, 20, 12, 20)) +
      at(-24, 20, 20, 1, halfEgg()) +
      at(32, -16, 0, 1.1, lime()) +
      grains(chance, inOval(0, -4, 36, 32), 20, celery, 2.4, 4) +
      at(0, -8, 0, 1, friedOnion(chance, 13)),
  },
  'Sup jamur': {
    on: 'bowl',
    broth: cream,
    parts: ({ chance }) =>
      at(-20, -18, -20, 1.3, mushroom()) +
      at(12, -26, 24, 1.25, mushroom()) +
      at(-28, 16, -60, 1.15, mushroom({ base: '#e2d2b8', light: '#f7efe0', dark: '#b7a283' })) +
      at(4, 8, 10, 1.4, mushroom({ base: '#8f6a48', light: '#b58e66', dark: '#68492d' })) +
      at(32, 4, 70, 1.15, mushroom({ base: '#e2d2b8', light: '#f7efe0', dark: '#b7a283' })) +
      at(-4, 36, 0, 1.15, carrot()) +
      at(20, 30, 0, 1.1, carrot()) +
      at(-38, -4, 0, 1, carrot()) +
      at(30, -26, 0, 0.9, carrot()) +
      grains(chance, inOval(0, 0, 42, 40), 22, celery, 2.4, 4) +
      at(26, 20, 30, 0.7, leaf()),
  },
  'Pindang patin': {
    on: 'bowl',
    broth: orange,
    parts: ({ chance }) =>
      at(-16, -14, -16, 1.4, fishSteak()) +
      at(18, 14, 24, 1.35, fishSteak()) +
      at(22, -26, 0, 1, tomato()) +
      at(-30, 20, 0, 1, tomato()) +
      at(-4, 36, 40, 1.2, pineapple()) +
      at(-40, -10, 70, 1, pineapple()) +
      at(-6, 6, -30, 0.85, chilli()) +
      at(32, -6, 60, 0.8, chilli(true)) +
      at(0, -38, 10, 1, basil()) +
      specks(chance, inOval(0, 0, 44, 42), 14, '#c8281f', 2),
  },
  'Tempoyak udang': {
    on: 'bowl',
    broth: cream,
    parts: ({ chance }) =>
      at(-20, -16, -10, 1.35, shrimp()) +
      at(16, -22, 40, 1.3, shrimp()) +
      at(-18, 22, -70, 1.3, shrimp()) +
      at(20, 16, 120, 1.35, shrimp()) +
      at(-2, 0, 0, 1.15, shrimp()) +
      at(34, -2, 60, 0.8, chilli()) +
      at(-40, 2, -60, 0.75, chilli(true)) +
      at(2, 38, 20, 0.9, basil()) +
      specks(chance, inOval(0, 0, 44, 42), 16, '#c8281f', 2),
  },
};
