import { at, box, disc, fill, ground, line, type Shape } from '../kit/draw.ts';
import { type Drawing, steel, type Tone } from '../kit/palette.ts';
import { coffee, cup, tea } from '../kit/tableware.ts';

const flask = ({ base, light, dark }: Tone): Shape =>
  ground(2, 78, 40, 7) +
  fill('M-30-40H30L33 74C20 80-20 80-33 74Z', base) +
  fill('M-30-40H-14L-16 77C-24 76.5-30 75.5-33 74Z', light) +
  fill('M16-40H30L33 74C28 76 23 77 18 77.6Z', dark) +
  fill('M-27-56C-24-66 24-66 27-56L30-38H-30Z', steel.base) +
  fill('M-27-56C-25-62-14-64-8-64L-12-38H-30Z', steel.light) +
  fill('M16-63C22-62 26-60 27-56L30-38H18Z', steel.dark) +
  box(-12, -78, 24, 15, '#2b2a2e', 4) +
  box(-9, -76, 8, 11, '#55585f', 3) +
  fill('M-28-52L-44-46L-42-40L-28-42Z', '#2b2a2e') +
  line('M30-34C52-32 52 12 34 16', '#2b2a2e', 6) +
  line('M-22-30V60', '#fff', 3, 0.55);

export const drinks: Drawing = ({ accent, other, chance }) =>
  at(66, 96, 0, 1, flask(accent)) +
  at(
    66,
    108,
    0,
    1,
    disc(0, 0, 15, '#fbf6e8') +
      fill('M-8-4H6V1C6 8-8 8-8 1Z', accent.base) +
      line('M6-2C11-2 11 4 5 4', accent.base, 1.8) +
      line('M-4-11q2 2 0 4M1-11q2 2 0 4', accent.base, 1.4),
  ) +
  at(142, 76, chance.whole(-30, 30), 0.86, cup(other, tea)) +
  at(146, 148, chance.whole(-30, 30), 0.86, cup(other, coffee));
