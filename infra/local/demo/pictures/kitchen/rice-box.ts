import {
  at,
  box,
  dashes,
  disc,
  fill,
  line,
  oval,
  repeat,
  type Shape,
  shadow,
  shadowColour,
  stamp,
} from '../kit/draw.ts';
import { cucumbers, friedOnion, kerupuk, leaf, sambalBowl } from '../kit/garnish.ts';
import { drumstick, fish, grilled, halfEgg, riceHeap, satay, tempe, tofu } from '../kit/mains.ts';
import { banana } from '../kit/packs.ts';
import { type Drawing, kraft, rice, type Tone, type Variation } from '../kit/palette.ts';
import { leafLining } from '../kit/tableware.ts';
import { type Dish, inABox } from './dish.ts';

const yellowRice: Tone = { base: '#f2cf62', light: '#fae59c', dark: '#d0a133' };

/** The box a kitchen packs in: brown card, white card with a band of its colour, or plaited bamboo. */
const boxes: readonly ((variation: Variation) => Shape)[] = [
  () => cardBox(kraft, '#f4ead4'),
  ({ accent }) =>
    cardBox({ base: '#ddd3bc', light: '#fbf8f0', dark: '#c0b496' }, '#fffdf6') +
    fill('M24 30L20.7 26H165.3L172 30Z', accent.base) +
    fill('M172 30L186 24V34L172 40Z', accent.dark),
  () =>
    cardBox({ base: '#d9b877', light: '#ecd39d', dark: '#b58d4c' }, '#f0e0b8') +
    dashes('M20 20.5H162M22 26H168M27 36V170M169 36V170M30 171H168', '#b58d4c', 1.8, '5 6'),
];

const cardBox = ({ base, light, dark }: Tone, inside: string): Shape =>
  shadow('M24 30L172 30L186 24V168L172 174H24Z') +
  box(24, 30, 148, 144, base, 3) +
  fill('M24 30L14 18H162L172 30Z', light) +
  fill('M172 30L186 24V168L172 174Z', dark) +
  box(30, 36, 136, 132, inside, 2) +
  fill('M30 36H166V40H34V168H30Z', shadowColour, 0.12);

const linings: readonly ((variation: Variation) => Shape)[] = [
  () => leafLining(30, 36, 136, 132),
  () => leafLining(30, 36, 136, 132),
  ({ accent }) =>
    box(30, 36, 136, 132, '#f7f1e2') +
    line(
      repeat(9, (index) => `M30 ${46 + index * 15}H166`) + repeat(9, (index) => `M${40 + index * 15} 36V168`),
      accent.light,
      1.6,
      0.3,
    ),
];

const orangeFruit = (): Shape =>
  disc(1.5, 2, 15, shadowColour, 0.25) +
  disc(0, 0, 15, '#d9781f') +
  disc(-1, -1, 13.5, '#f0983a') +
  oval(-4, -6, 5, 3.6, '#f9c07a') +
  at(2, -12, 30, 0.5, leaf());

/** What a kitchen puts in the lower right corner. */
const extras: readonly ((variation: Variation) => Shape)[] = [
  () => cucumbers(),
  ({ chance }) => at(-3, -2, 0, 1, kerupuk(chance)),
  () => at(0, -2, 0, 1, orangeFruit()),
  () => at(-2, -3, 20, 0.78, banana()),
];

const packed = (variation: Variation, main: Shape, grain: Tone): Shape => {
  const { chance } = variation;
  return [
    at(70, 71, 0, 1, riceHeap(chance, 36, 32, grain)),
    at(67, 66, 0, 1, friedOnion(chance, 9)),
    main,
    at(55, 136, 0, 1, sambalBowl(chance)),
    at(98, 133, chance.whole(-30, 10), 1.05, halfEgg()),
    at(118, 152, chance.whole(-20, 20), 0.9, chance.happens(0.5) ? tempe(chance) : tofu()),
    at(80, 150, chance.whole(30, 60), 0.8, leaf()),
    at(144, 146, 0, 1, chance.pick(extras)(variation)),
  ].join('');
};

const mains: readonly ((variation: Variation) => Shape)[] = [
  ({ chance }) => at(124, 84, 10, 1.35, drumstick(chance)),
  ({ chance }) =>
    stamp(
      'sate',
      satay(chance),
      [0, 1, 2].map((index) => [128, 64 + index * 20, -10, 0.95] as const),
    ),
  ({ chance }) => at(130, 84, -24, 0.78, fish(chance, grilled)),
  () => repeat(3, (index) => at(126 + index * 4, 64 + index * 19, 12 + index * 10, 1, empal())),
];

const empal = (): Shape =>
  fill('M-22 2C-24-10-8-13 4-11C18-12 26-6 22 5C18 13-2 12-10 11C-18 12-22 8-22 2Z', shadowColour, 0.25) +
  fill('M-24-1C-26-13-8-16 2-14C16-15 24-9 20 2C16 10-2 9-12 8C-20 9-24 5-24-1Z', '#4a230d') +
  fill('M-22-3C-23-12-8-14 2-12C14-13 21-8 18 0C12 6-4 6-12 5C-18 5-22 2-22-3Z', '#7d4519') +
  line('M-16-6C-6-9 6-9 14-6M-17-1C-6-3 6-3 15-1M-10 3C-2 2 6 2 10 3', '#b5763a', 1.3);

/** Nasi kotak for a meeting, from above. */
export const riceBox: Drawing = (variation) => {
  const { chance } = variation;
  const [outside, lining, main] = [chance.pick(boxes), chance.pick(linings), chance.pick(mains)];
  const grain = chance.happens(0.3) ? yellowRice : rice;
  return outside(variation) + lining(variation) + packed(variation, main(variation), grain);
};

/** Nasi kotak with a dish of the city. */
export const riceBoxOf =
  (dish: Dish): Drawing =>
  (variation) => {
    const { chance } = variation;
    const [outside, lining] = [chance.pick(boxes), chance.pick(linings)];
    const inside = inABox(dish)(variation);
    return outside(variation) + lining(variation) + (dish.rice ? inside : packed(variation, inside, rice));
  };
