import { at, box, fill, ground, inOval, line, oval, repeat, type Shape, shadowColour, specks } from '../kit/draw.ts';
import { words } from '../kit/lettering.ts';
import { type Drawing, inkText, paper, type Tone } from '../kit/palette.ts';

export const sugar: Drawing = ({ accent, chance }) =>
  ground(92, 176, 56, 9) +
  fill('M46 48H136L142 170C120 178 62 178 40 170Z', '#efe9da') +
  fill('M46 48H66L60 175C52 174 45 172 40 170Z', '#fbf8f0') +
  fill('M118 48H136L142 170C136 172.5 130 174 122 175Z', '#d6cdb8') +
  fill('M46 48L42 38L58 44L66 34L80 43L94 34L106 43L120 34L126 44L140 38L136 48Z', '#e0d8c4') +
  oval(91, 48, 44, 8, '#cfc6b0') +
  fill('M50 48C56 34 76 28 91 28C106 28 126 34 132 48C118 54 64 54 50 48Z', '#ffffff') +
  fill('M50 48C56 34 76 28 91 28C80 34 74 42 72 52C62 51 54 50 50 48Z', '#f3f1ea') +
  specks(chance, inOval(92, 42, 32, 9), 44, '#dcd6c6', 1.3) +
  box(54, 84, 74, 56, paper, 2) +
  box(54, 84, 74, 12, accent.base) +
  words('GULA', 91, 102, 18, accent.base, { widest: 60, weight: 2.3 }) +
  words(chance.pick(['TEBU ASLI', '1 KG', 'PUTIH']), 91, 126, 7.5, inkText, { widest: 56 }) +
  specks(chance, inOval(54, 176, 22, 4), 46, '#ffffff', 1.6) +
  at(158, 164, 0, 1, sugarBowl(accent, chance.happens(0.5)));

const sugarBowl = (accent: Tone, cane: boolean): Shape =>
  cane
    ? repeat(3, (index) =>
        at(
          -6 + index * 10,
          -10 - index * 3,
          -14 + index * 12,
          1,
          box(-5, -30, 10, 54, '#5f8f3e', 3),
          box(-5, -30, 4, 54, '#9cc472', 2),
          line('M-5-14H5M-5 6H5', '#3f6b2a', 1.8),
        ),
      ) + oval(4, 14, 26, 4, shadowColour, 0.15)
    : oval(2, 14, 26, 5, shadowColour, 0.17) +
      fill('M-24-8H24C22 8 14 14 0 14S-22 8-24-8Z', '#fbf8f0') +
      fill('M-23-2C-10 2 10 2 23-2L22 2C10 6-10 6-22 2Z', accent.base) +
      oval(0, -8, 24, 6, '#e8e1d2') +
      fill('M-20-8C-12-20 12-20 20-8C10-4-10-4-20-8Z', '#fff') +
      line('M-8-11h.3M0-14h.3M6-10h.3M-2-9h.3M10-12h.3', '#ddd6c6', 1.4);
