import type { Chance } from '../../chance.ts';
import {
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
} from './draw.ts';
import { beef, fried, rice, type Tone } from './palette.ts';

/** What lies on plates and in boxes, each drawn around its own middle. */
export const riceHeap = (chance: Chance, rx: number, ry: number, { base, light, dark }: Tone = rice): Shape =>
  [
    oval(2, 3, rx, ry, shadowColour, 0.22),
    oval(0, 0, rx, ry, dark),
    oval(-1.5, -2, rx - 2, ry - 2.5, base),
    oval(-4, -5, rx * 0.7, ry * 0.65, light, 0.75),
    grains(chance, inOval(0, -1, rx - 4, ry - 4), Math.round(rx * 0.9), light),
    grains(chance, inOval(0, -1, rx - 4, ry - 4), Math.round(rx * 0.6), dark),
    grains(chance, inOval(-2, -3, rx - 7, ry - 7), Math.round(rx * 0.4), light),
  ].join('');

export const halfEgg = (): Shape =>
  oval(1.2, 1.6, 12, 15, shadowColour, 0.2) +
  oval(0, 0, 12, 15, '#e9dcc2') +
  oval(-0.7, -0.7, 11, 14, '#fffdf6') +
  disc(0, 1.5, 7, '#e9a32a') +
  disc(-1, 0.5, 5.4, '#f5bd46') +
  disc(-2.5, -1.5, 1.6, '#fbdc8d');

export const saltedEgg = (): Shape =>
  oval(1.2, 1.6, 11, 14, shadowColour, 0.22) +
  oval(0, 0, 11, 14, '#a9cdc6') +
  oval(-0.4, -0.4, 9.6, 12.6, '#fdfaf1') +
  disc(0, 1, 6.6, '#d9701f') +
  disc(-0.8, 0.2, 5, '#ec8a2d');

export const friedEgg = (): Shape =>
  fill('M-20 2C-24-10-14-20-4-17C4-22 18-18 19-7C25 2 18 15 8 15C0 21-17 16-20 2Z', '#c9954a', 0.8) +
  fill('M-19 1C-22-10-13-19-4-16C4-21 17-17 18-7C23 1 17 13 8 13C0 19-16 15-19 1Z', '#fffaf0') +
  fill('M-14-4C-12-11-6-14 0-12', '#ffffff') +
  disc(1, -1, 8.4, '#e9a32a') +
  disc(0, -2, 6.8, '#f7c04c') +
  oval(-2.4, -4.4, 2.2, 1.6, '#fdeab0');

export const tofu = ({ base, light, dark }: Tone = fried): Shape =>
  box(-8, -6, 18, 16, shadowColour, 3, 0.2) +
  box(-9, -8, 18, 16, dark, 3) +
  box(-9, -8, 18, 12.5, base, 3) +
  box(-6.5, -6, 13, 8, light, 2.5);

export const whiteTofu: Tone = { base: '#f3e7c8', light: '#fdf8ea', dark: '#d0b27a' };

export const tempe = (chance: Chance): Shape =>
  box(-10, -5, 22, 14, shadowColour, 2, 0.2) +
  box(-11, -7, 22, 14, '#8e5418', 2) +
  box(-11, -7, 22, 11, '#cf9440', 2) +
  specks(chance, inBox(-9, -5, 18, 7), 9, '#efd9a4', 2.3) +
  specks(chance, inBox(-9, -5, 18, 7), 6, '#a46f28', 1.8);

export const meatball = (radius = 11): Shape =>
  disc(1.2, 2, radius, shadowColour, 0.25) +
  disc(0, 0, radius, '#84705f') +
  disc(-0.8, -1, radius * 0.88, '#a8937f') +
  oval(-3, -3.6, radius * 0.46, radius * 0.36, '#c9b6a2') +
  oval(-4, -5, 1.8, 1.3, '#efe4d6');

export const beefCube = (): Shape =>
  fill('M-9-5L-1-9L9-6L10 5L1 9L-9 6Z', beef.dark) +
  fill('M-9-5L-1-9L9-6L2-2L-7 0Z', beef.light) +
  fill('M-9-5L-7 0L-6 7L-9 6Z', beef.base) +
  line('M-5-3L4-5M-3 0L3-1', '#a06a45', 1);

export const noodles = (chance: Chance, rx: number, ry: number, { base, light, dark }: Tone): Shape => {
  const strand = (colour: string, count: number) =>
    line(
      Array.from({ length: count }, () => {
        const [x, y] = inOval(0, 0, rx * 0.8, ry * 0.75)(chance);
        const [a, b] = [chance.whole(-9, 9), chance.whole(-7, 7)];
        return `M${x.toFixed(0)} ${y.toFixed(0)}q${a} ${b} ${chance.whole(4, 10)} ${chance.whole(-5, 5)}t${chance.whole(3, 9)} ${chance.whole(-5, 5)}`;
      }).join(''),
      colour,
      2.4,
    );
  return oval(0, 0, rx, ry, dark, 0.7) + strand(dark, 12) + strand(base, 18) + strand(light, 11);
};

export const yellowNoodle: Tone = { base: '#eec75a', light: '#f9e29a', dark: '#c7952f' };

/** Noodles laid in a nest that fills its bowl. */
export const noodleNest = (chance: Chance, radius: number, { base, light, dark }: Tone): Shape => {
  const strand = (colour: string, count: number) =>
    line(
      Array.from({ length: count }, () => {
        const far = radius * (0.3 + 0.62 * chance.random());
        const from = chance.random() * 2 * Math.PI;
        const to = from + 0.7 + chance.random();
        const [x, y] = [chance.whole(-6, 6), chance.whole(-5, 5)];
        const end = (turn: number) =>
          `${(x + far * Math.cos(turn)).toFixed(0)} ${(y + far * Math.sin(turn)).toFixed(0)}`;
        return `M${end(from)}A${far.toFixed(0)} ${far.toFixed(0)} 0 0 1 ${end(to)}`;
      }).join(''),
      colour,
      3.2,
    );
  return (
    disc(0, 0, radius, dark) + disc(0, 0, radius * 0.94, base) + strand(dark, 16) + strand(light, 20) + strand(base, 10)
  );
};

export const shrimp = (): Shape =>
  fill('M-12 8C-18-6-4-18 8-12C16-8 16 2 10 6L6 2C8-2 4-7-1-5C-7-3-8 4-4 9L-8 12Z', '#d9633a') +
  fill('M-12 6C-15-6-4-15 7-10C10-8 11-6 11-4C4-10-10-8-10 6Z', '#f08c5e') +
  line('M-4-13L-2-6M3-13L2-6M9-10L5-5M-10-8L-6-3M-14-1L-9 1', '#b5451f', 1.2) +
  fill('M-8 12L-4 9L-1 15L-8 17L-13 14Z', '#e87850');

export const satay = (chance: Chance): Shape =>
  line('M-26 1H34', '#c9a15c', 2) +
  repeat(4, (index) => {
    const x = -20 + index * 11.5;
    return (
      box(x - 5, -5.5, 11, 12.5, '#5c2e10', 4) +
      box(x - 5, -5.5, 11, 9.5, '#93501f', 4) +
      box(x - 3, -4, 6, 3, '#c07a38', 1.5)
    );
  }) +
  specks(chance, inBox(-22, -4, 42, 8), 9, '#e7b566', 1.5);

export const drumstick = (chance: Chance): Shape =>
  fill('M-4 5C-12-7-4-23 12-22C28-21 32-5 24 5C18 13 10 15 4 12L-6 21Z', shadowColour, 0.2) +
  fill(
    'M-6 2C-14-10-6-26 10-25C26-24 30-8 22 2C16 10 8 12 2 9L-8 18C-7 22-12 25-14 22C-18 23-19 18-16 17C-18 13-13 11-11 14Z',
    '#8a4413',
  ) +
  fill('M-4 0C-11-10-4-23 10-22C23-21 26-8 19 0C13 7 6 9 0 4Z', '#b9651f') +
  fill('M0-6C-3-14 4-20 11-19C18-18 20-12 16-8C11-12 6-12 0-6Z', '#d98b3a') +
  line('M2-1C6 3 12 2 15-2', '#e9ab5e', 1.6) +
  specks(chance, inOval(9, -9, 11, 9), 9, '#7a3a10', 1.4) +
  specks(chance, inOval(9, -11, 9, 7), 8, '#e9b567', 1.6) +
  fill('M-8 18C-7 22-12 25-14 22C-18 23-19 18-16 17L-13 14Z', '#f0e2c6');

/** Chicken in its crust, crushed under chilli. */
export const crushedChicken = (chance: Chance): Shape =>
  fill('M-28 6C-34-8-22-22-8-20C0-28 18-24 22-16C34-14 36 2 28 8C26 20 8 24-2 19C-12 24-26 18-28 6Z', '#8f5216') +
  fill('M-27 3C-32-9-21-21-8-19C0-26 17-23 21-15C32-13 34 0 26 6C22 16 8 19-2 15C-12 20-25 14-27 3Z', '#cf8a35') +
  grains(chance, inOval(-1, -2, 25, 15), 22, '#e8b565', 2.6, 5) +
  grains(chance, inOval(0, 0, 25, 15), 16, '#a5641f', 2.2, 5) +
  fill('M-14 0C-18-10-6-15 1-12C10-16 20-9 16-2C18 7 4 10-2 7C-8 10-15 7-14 0Z', '#b32a20') +
  specks(chance, inOval(0, -3, 13, 9), 14, '#e8604a', 2.4) +
  specks(chance, inOval(0, -3, 13, 9), 9, '#7c1812', 2) +
  specks(chance, inOval(0, -3, 13, 9), 9, '#f2cf8a', 1.7);

/** A fish from above, its head to the left. */
export const fish = (chance: Chance, { base, light, dark }: Tone): Shape =>
  fill('M-40 3C-28-15 4-17 26-3L44-13C41-4 41 8 45 17L26 9C4 21-28 19-40 7Z', shadowColour, 0.2) +
  fill('M-42 0C-30-18 2-20 24-5L42-15C39-6 39 6 43 15L24 6C2 18-30 17-42 4Z', dark) +
  fill('M-42 0C-30-18 2-20 24-5L40-12C30-4 0-2-42 2Z', base) +
  fill('M-34-5C-24-14-4-15 10-9C-6-9-22-8-34-5Z', light) +
  fill('M-36 4C-24 12 2 12 22 3C4 6-18 7-36 4Z', base) +
  line('M-18-13C-14-6-14 6-18 13', dark, 2) +
  line('M-8-12L0 8M4-11L11 6M14-8L19 3', dark, 2.4) +
  specks(chance, inOval(-2, 0, 24, 8), 10, light, 1.6) +
  disc(-31, -3, 2.6, '#fbf6e8') +
  disc(-31, -3, 1.4, '#17161a') +
  line('M34-10L28 0L35 9', dark, 1.4);

export const grilled: Tone = { base: '#8f5422', light: '#c58342', dark: '#4e2a0e' };

/** A slice of lontong or ketupat. */
export const riceCake = (): Shape =>
  fill('M-10-3C-9-10 8-12 11-4C13 5 8 11 0 11C-8 11-12 5-10-3Z', shadowColour, 0.22) +
  fill('M-11-4C-10-11 7-13 10-5C12 4 7 10-1 10C-9 10-13 4-11-4Z', '#b9c08c') +
  fill('M-10-4C-9-10 6-11.5 9-5C10.5 3 6 8-1 8C-8 8-11.5 3-10-4Z', '#f4efdc') +
  line('M-6-3l2 1M-1-6l2 1.5M4-3l-1.5 2M-3 3l2-1.5M3 4l2-1M-7 2l.5 1', '#d3cba8', 1.4);

export const fishSteak = (): Shape =>
  fill('M-19 2C-20-11-8-17 3-15C17-14 21-4 18 6C14 15-2 17-9 13C-15 12-19 9-19 2Z', '#8f8a82') +
  fill('M-17 1C-17-9-7-14 3-13C15-12 18-4 15 4C12 12-2 14-8 10C-13 9-17 7-17 1Z', '#f3e6d2') +
  line('M-11-2C-6-8 6-9 11-3M-11 4C-6 0 5-1 10 4', '#dcc3a2', 1.6) +
  disc(0, 0, 2.4, '#e6d3b5');
