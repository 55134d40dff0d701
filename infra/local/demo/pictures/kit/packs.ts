import { at, box, disc, fill, ground, line, oval, repeat, type Shape, shadowColour, within } from './draw.ts';
import { words } from './lettering.ts';
import { inkText, kunyit, paper, type Tone } from './palette.ts';

/** Packs, bottles and jars, seen from the front, drawn around the middle of their foot. */
/** A pouch that stands, with a window; what is seen through it is drawn around the window's middle, 33 by 27. */
export const pouch = (
  { base, light, dark }: Tone,
  label: readonly [string, string],
  accent: Tone,
  inside: Shape,
): Shape =>
  ground(6, 0, 56, 8) +
  fill('M-40-124H40L50-4C30 3-30 3-50-4Z', base) +
  fill('M-40-124H-24L-28 0.5C-38 0-45-2-50-4Z', light) +
  fill('M26-124H40L50-4C44-2 38-0.5 30 0Z', dark) +
  fill('M-40-124L-37-142H37L40-124Z', base) +
  fill('M-40-124L-38.5-133H38.5L40-124Z', dark, 0.6) +
  box(-39, -147, 78, 9, dark, 2) +
  line('M-36-143H36', light, 1) +
  fill('M-33-118H33V-72C20-68-20-68-33-72Z', paper) +
  fill('M-33-118H33V-112H-33Z', accent.base) +
  words(label[0], 0, -106, 13, inkText, { widest: 56, weight: 2.4 }) +
  words(label[1], 0, -87, 9, accent.base, { widest: 52, weight: 2.4 }) +
  (inside && windowOf(inside, light, dark)) +
  line('M-34-66L-42-12', '#fff', 2, 0.35);

const windowOf = (inside: Shape, light: string, dark: string): Shape =>
  within(
    'jendela',
    'M-33-60C-20-57 20-57 33-60L37-10H-37Z',
    fill('M-40-64H40V-4H-40Z', dark),
    at(0, -34, 0, 1, inside),
    fill('M-40-64H-30L-26-4H-42Z', '#fff', 0.25),
  ) + line('M-33-60C-20-57 20-57 33-60L37-10H-37Z', light, 1, 0.7);

/** A paper bag with a square label and an emblem of 16 by 16. */
export const paperBag = (
  { base, light, dark }: Tone,
  label: readonly [string, string],
  accent: Tone,
  emblem: Shape,
): Shape =>
  ground(6, 0, 50, 8) +
  fill('M-36-120H36L42-4C24 2-24 2-44-4Z', base) +
  fill('M-36-120H-20L-26 0.5C-34 0-40-1.5-44-4Z', light) +
  fill('M22-120H36L42-4C36-2 30-1 24-0.5Z', dark) +
  fill('M-36-120L-32-142H32L36-120Z', dark, 0.9) +
  fill('M-36-120L-32-142H-18L-20-120Z', base) +
  box(-34, -146, 68, 9, dark, 2) +
  line('M-31-142H31', light, 1) +
  box(-27, -98, 54, 64, accent.dark, 2) +
  line('M-23.5-94.5H23.5V-37.5H-23.5Z', '#e9cf9c', 1) +
  words(label[0], 0, -87, 11, '#f7e8c9', { widest: 42, weight: 2.2 }) +
  at(0, -62, 0, 1, emblem) +
  words(label[1], 0, -48, 7.5, '#e9cf9c', { widest: 42, weight: 2.2 });

/** A jar with a wooden lid, seen through; its label lies across. */
export const jar = (
  { base, light, dark }: Tone,
  label: readonly [string, string],
  accent: Tone,
  inside: Shape,
): Shape =>
  ground(4, 0, 58, 8) +
  fill(
    'M-42-104H42C52-98 52-90 52-82V-16C52-4 46 0 38 1C20 3-20 3-38 1C-46 0-52-4-52-16V-82C-52-90-52-98-42-104Z',
    dark,
  ) +
  fill('M-40-100H36C46-94 46-88 46-80V-18C46-8 42-4 34-3H-36C-44-4-47-8-47-18V-80C-47-88-46-96-40-100Z', base) +
  fill('M-40-100H-22C-30-80-28-30-24-3H-36C-44-4-47-8-47-18V-80C-47-88-46-96-40-100Z', light, 0.75) +
  inside +
  box(-52, -74, 104, 48, paper) +
  box(-52, -78, 104, 5, accent.base) +
  box(-52, -27, 104, 5, accent.base) +
  fill('M30-73H52V-27H30Z', shadowColour, 0.07) +
  words(label[0], 0, -68, 17, accent.base, { widest: 88, weight: 2.3 }) +
  words(label[1], 0, -43, 10, inkText, { widest: 80, weight: 2.1 }) +
  box(-42, -108, 84, 7, '#fff', 2, 0.65) +
  box(-47, -128, 94, 22, '#a9743a', 4) +
  box(-47, -128, 94, 9, '#cf9a5a', 4) +
  line('M-42-115H42M-42-111H30', '#8a5a2a', 1, 0.7) +
  line('M-44-92V-82', '#fff', 3, 0.7);

/** A slim bottle with a paper label and an emblem. */
export const bottle = (
  { base, light, dark }: Tone,
  label: readonly [string, string],
  accent: Tone,
  emblem: Shape,
): Shape =>
  ground(4, 0, 36, 7) +
  box(-13, -152, 26, 18, accent.base, 3) +
  box(-13, -152, 9, 18, accent.light, 3) +
  fill('M-11-134H11V-118C26-108 32-100 32-86V-8C32 0 26 2 0 2C-26 2-32 0-32-8V-86C-32-100-26-108-11-118Z', dark) +
  fill('M-11-134H7V-117C20-108 25-98 25-86V-8C25-1 20 0 0 0C-22 0-29-2-29-8V-86C-29-99-24-107-11-117Z', base) +
  fill('M-11-134H-3C-4-114-14-108-16-86V-1C-24-2-29-4-29-8V-86C-29-99-24-107-11-117Z', light) +
  box(-32, -82, 64, 54, paper) +
  box(-32, -82, 64, 5, accent.base) +
  box(-32, -33, 64, 5, accent.base) +
  fill('M16-77H32V-33H16Z', shadowColour, 0.07) +
  words(label[0], 0, -73, 9.5, accent.base, { widest: 52, weight: 2.3 }) +
  at(0, -52, 0, 1, emblem) +
  words(label[1], 0, -43, 6.5, inkText, { widest: 52, weight: 2.1 }) +
  line('M-25-102C-27-98-28-94-28-88', '#fff', 2.6, 0.75) +
  line('M-26-22V-10', '#fff', 2.6, 0.6);

/** A low box from above at an angle, its lid behind; what it holds is drawn in its own square of 120 by 84. */
export const giftBox = ({ base, light, dark }: Tone, label: string, inside: Shape): Shape =>
  fill('M-68-50H76V54H-68Z', shadowColour, 0.16) +
  fill('M-74-56L-62-92H58L70-56Z', base) +
  fill('M-74-56L-62-92H-50L-60-56Z', light) +
  words(label, 0, -82, 15, '#fff8e6', { widest: 96, weight: 2 }) +
  box(-74, -56, 144, 104, dark, 3) +
  box(-74, -56, 142, 99, base, 3) +
  box(-67, -50, 130, 88, '#f3ead6', 2) +
  fill('M-67-50H63V-45H-62V38H-67Z', shadowColour, 0.14) +
  at(-2, -6, 0, 1, inside);

export const drop = (tone: Tone = kunyit): Shape =>
  fill('M0-9C5-3 6 0 6 3A6 6 0 0 1-6 3C-6 0-5-3 0-9Z', tone.base) + line('M-3 3A3.5 3.5 0 0 0 0 6', '#fff', 1.4);

export const bean = (): Shape =>
  at(
    0,
    0,
    -30,
    1,
    oval(0.8, 1.4, 7, 5, shadowColour, 0.3),
    oval(0, 0, 7, 5, '#4a2a12'),
    oval(-0.6, -0.8, 5.6, 3.6, '#7a4a24'),
    line('M-6 0C-2-2.5 2 2.5 6 0', '#2d180a', 1.3),
  );

export const apple = (): Shape =>
  fill('M0-6C5-11 13-7 11 1C9 9 4 11 0 9C-4 11-9 9-11 1C-13-7-5-11 0-6Z', '#a3271f') +
  fill('M0-5C-5-9-11-6-9.5 0C-8 7-4 9-1 8C-4 2-3-2 0-5Z', '#d9594a') +
  line('M0-6C0-9 1-11 3-12', '#5a3417', 1.6) +
  fill('M2-9C5-14 10-13 11-11C8-8 4-8 2-9Z', '#5f9b58');

export const flower = (petal: string, heart: string): Shape =>
  repeat(5, (index) => at(0, 0, index * 72, 1, oval(0, -5, 3.4, 5, petal))) + disc(0, 0, 2.8, heart);

export const banana = (): Shape =>
  fill('M-20-8C-14 6 4 12 20 4L22 7C6 20-18 14-24-6Z', shadowColour, 0.2) +
  fill('M-22-10C-14 4 4 9 20 0L22 4C6 17-18 12-25-8Z', '#d9a41f') +
  fill('M-22-10C-14 4 4 9 20 0L21 1.5C4 13-16 8-24-9Z', '#f7d24f') +
  fill('M-25-8L-22-10L-24-13L-27-11Z', '#7a5a1a');
