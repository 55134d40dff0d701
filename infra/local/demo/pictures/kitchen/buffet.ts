import type { Chance } from '../../chance.ts';
import {
  at,
  box,
  disc,
  fill,
  grains,
  inBox,
  line,
  oval,
  repeat,
  type Shape,
  shadowColour,
  specks,
} from '../kit/draw.ts';
import { chilli, greens, leaf } from '../kit/garnish.ts';
import { drumstick, noodles, riceHeap, yellowNoodle } from '../kit/mains.ts';
import { type Drawing, rice, steel, type Tone } from '../kit/palette.ts';
import { spoon } from '../kit/tableware.ts';

const dish = (x: number, y: number, width: number, height: number, inside: Shape): Shape =>
  box(x + 4, y + 5, width, height, shadowColour, 6, 0.2) +
  box(x, y, width, height, steel.dark, 6) +
  box(x, y, width - 1.5, height - 1.5, steel.light, 6) +
  box(x + 5, y + 5, width - 10, height - 10, '#9a9ea4', 4) +
  at(x + width / 2, y + height / 2, 0, 1, inside);

const stew = (chance: Chance, { base, light, dark }: Tone, specksOf: string): Shape =>
  box(-33, -24, 66, 48, dark, 3) +
  box(-33, -24, 65, 46, base, 3) +
  fill('M-31-20H20C0-16-24-8-31 6Z', light, 0.7) +
  specks(chance, inBox(-28, -20, 56, 40), 22, specksOf, 2.2);

export const buffet: Drawing = ({ accent, other, chance }) => {
  const trays = chance.some<Shape>(
    [
      stew(chance, { base: '#b5571f', light: '#d98545', dark: '#7d3810' }, '#f0c26a') +
        at(-14, 2, 0, 0.8, drumstick(chance)) +
        at(14, 6, 160, 0.8, drumstick(chance)),
      box(-33, -24, 66, 48, '#e9d38a', 3) +
        noodles(chance, 26, 18, yellowNoodle) +
        grains(chance, inBox(-26, -18, 52, 36), 10, '#4f8f3e', 2.6, 6) +
        at(6, 0, 20, 0.8, chilli()),
      box(-33, -24, 66, 48, '#cfe0b0', 3) +
        greens(chance, 28, 19) +
        specks(chance, inBox(-28, -20, 56, 40), 10, '#f0924a', 4),
      stew(chance, { base: '#5c3018', light: '#8a5430', dark: '#371b0c' }, '#c98d55') +
        repeat(6, (index) =>
          at(
            -20 + (index % 3) * 20,
            -10 + Math.floor(index / 3) * 20,
            index * 40,
            1,
            disc(0, 0, 8, '#8a5a34'),
            oval(-2, -2, 4, 3, '#c29a6c'),
          ),
        ),
    ],
    3,
  );
  return (
    fill('M12 14H188V186H12Z', shadowColour, 0.14) +
    fill('M8 10H184V182H8Z', accent.base) +
    fill('M8 10H184V18H8ZM8 174H184V182H8Z', accent.dark) +
    line('M8 24H184M8 168H184', other.light, 1.4, 0.7) +
    dish(
      18,
      28,
      76,
      62,
      box(-33, -26, 66, 52, '#efe6d2', 3) + riceHeap(chance, 32, 24, rice) + at(0, -2, 0, 1, leaf()),
    ) +
    dish(102, 28, 76, 62, trays[0] ?? '') +
    dish(18, 102, 76, 62, trays[1] ?? '') +
    dish(102, 102, 76, 62, trays[2] ?? '') +
    at(54, 66, 40, 0.7, spoon(steel)) +
    at(148, 138, -50, 0.7, spoon(steel))
  );
};
