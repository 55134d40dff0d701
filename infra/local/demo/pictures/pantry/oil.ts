import { at, box, fill, ground, line, oval, shadowColour } from '../kit/draw.ts';
import { chilli } from '../kit/garnish.ts';
import { words } from '../kit/lettering.ts';
import { tempe } from '../kit/mains.ts';
import { drop } from '../kit/packs.ts';
import { type Drawing, inkText, paper, type Tone } from '../kit/palette.ts';

const golden: Tone = { base: '#eeb52f', light: '#f7d77a', dark: '#c98a14' };

const oilBottle: Drawing = ({ accent, chance }) =>
  ground(104, 176, 56, 9) +
  fill('M86 20H112V34H86Z', accent.dark) +
  fill('M86 20H96V34H86Z', accent.light) +
  box(84, 32, 30, 6, accent.base, 2) +
  fill(
    'M88 38H110C110 58 132 62 134 84C136 116 135 150 132 172C116 178 82 178 66 172C63 150 62 116 64 84C66 62 88 58 88 38Z',
    golden.dark,
  ) +
  fill(
    'M88 38H96C96 60 76 66 75 86C73 118 74 150 78 175C73 174 69 173 66 172C63 150 62 116 64 84C66 62 88 58 88 38Z',
    golden.light,
  ) +
  fill(
    'M96 38H104C106 60 118 66 120 86C122 120 120 150 118 175C110 177 92 177 84 175C80 150 80 112 82 86C84 66 96 60 96 38Z',
    golden.base,
  ) +
  fill('M88 38H110V48C104 51 94 51 88 48Z', '#fbe9b2', 0.75) +
  fill('M63.6 92C80 98 118 98 134.4 92L135 144C118 151 80 151 63 144Z', paper) +
  fill(
    'M63.6 92C80 98 118 98 134.4 92V97C118 103 80 103 63.5 97ZM63 139C80 146 118 146 135 139V144C118 151 80 151 63 144Z',
    accent.base,
  ) +
  at(99, 114, 0, 1, drop()) +
  words('MINYAK', 99, 126, 9, inkText, { widest: 50, weight: 2.2 }) +
  line('M72 68C70 74 69 80 69 88', '#fff', 3, 0.8) +
  line('M69 152C69.5 158 70 164 71 168', '#fff', 3, 0.6) +
  (chance.happens(0.5)
    ? at(38, 168, -30, 1, chilli()) + at(32, 176, -8, 1, chilli())
    : at(
        40,
        168,
        0,
        1,
        oval(2, 6, 22, 6, shadowColour, 0.17),
        oval(0, 0, 22, 9, '#e8e1d2'),
        oval(0, -1.5, 20, 7.5, '#fbf8f0'),
        oval(0, -1.5, 14, 4.6, golden.base),
        oval(-4, -2.5, 5, 1.6, '#fbe9b2'),
      )) +
  at(
    158,
    162,
    8,
    1,
    oval(0, 12, 26, 5, shadowColour, 0.17),
    oval(0, 6, 27, 8, '#e8e1d2'),
    oval(0, 4, 27, 7.5, '#fbf8f0'),
    at(-8, -2, -14, 1, tempe(chance)),
    at(9, -1, 12, 1, tempe(chance)),
  );

/** Two litres in a pouch, for the shops that sell it so. */
const oilPouch: Drawing = ({ accent, chance }) =>
  ground(104, 176, 58, 9) +
  fill('M58 40H142L150 172C132 180 72 180 52 172Z', golden.dark) +
  fill('M58 40H80L76 177C66 176 58 174 52 172Z', golden.light) +
  fill('M80 40H126L132 177C116 178.5 90 178.5 76 177Z', golden.base) +
  fill('M58 40L60 26H140L142 40Z', accent.base) +
  fill('M58 40L60 26H80V40Z', accent.light) +
  box(58, 22, 84, 7, accent.dark, 2) +
  fill('M56 74C84 82 118 82 145 74L148 142C120 152 80 152 53 142Z', paper) +
  fill('M56 74C84 82 118 82 145 74V82C118 90 84 90 55.6 82Z', accent.base) +
  words('MINYAK', 100, 94, 13, accent.base, { widest: 74, weight: 2.3 }) +
  words('GORENG', 100, 112, 9, inkText, { widest: 60, weight: 2.2 }) +
  at(100, 134, 0, 1, drop()) +
  line('M64 52L62 66M61 152L60 164', '#fff', 3, 0.7) +
  at(162, 168, -24, 1, chilli()) +
  (chance.happens(0.5) ? at(24, 176, -6, 1, chilli(true)) : '');

/** A bottle in one shop, a pouch in another. */
export const oil: Drawing = (variation) => (variation.chance.happens(0.5) ? oilBottle : oilPouch)(variation);
