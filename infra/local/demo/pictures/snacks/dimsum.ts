import type { Chance } from '../../chance.ts';
import { at, box, disc, fill, inOval, line, repeat, type Shape, shadowColour, specks, stamp } from '../kit/draw.ts';
import { words } from '../kit/lettering.ts';
import { type Drawing, kunyit, type Tone } from '../kit/palette.ts';

const dumpling = (chance: Chance, tone: Tone): Shape =>
  disc(1, 1.6, 16, shadowColour, 0.2) +
  fill('M-15 0L-12-9L-5-14L4-15L11-10L15-3L14 6L8 13L-2 15L-10 11Z', tone.dark) +
  fill('M-14-1L-11-9L-5-13L4-14L10-9L14-3L12 5L7 11L-2 13L-9 10Z', tone.base) +
  line('M-11-9L-6-5M-2-14L-1-8M9-10L6-5M14-1L9 0M9 10L5 6M-4 13L-3 8M-12 5L-7 3', tone.light, 1.6) +
  disc(0, 0, 6, '#e2934a') +
  specks(chance, inOval(0, 0, 4.6, 4.6), 7, '#f9cf8a', 1.8) +
  disc(0, -0.5, 1.8, '#5f9b58');

export const dimsum: Drawing = ({ accent, chance }) =>
  fill('M28 36H184V180H28Z', shadowColour, 0.15) +
  box(20, 28, 158, 146, '#cfd9df', 8) +
  box(20, 28, 155, 142, '#e9f0f3', 8) +
  box(28, 36, 139, 126, '#c3d0d8', 6) +
  box(31, 39, 134, 121, '#f4f8fa', 5) +
  stamp(
    'pangsit',
    dumpling(chance, { base: '#f6e7bf', light: '#fffaf0', dark: '#d6bb80' }),
    dumplings.map(([x, y], index) => [x, y, index * 40 + chance.whole(0, 30), 1.05] as const),
  ) +
  fill('M20 116H178V152H20Z', accent.base) +
  fill('M20 116H178V120H20Z', accent.light) +
  words('DIMSUM', 88, 124, 14, '#fff', { widest: 84, weight: 2.2 }) +
  words('BEKU', 88, 142, 7, kunyit.light, { widest: 40, weight: 2.2 }) +
  at(154, 134, 0, 1, snow()) +
  fill('M28 36L70 36L36 110H28Z', '#fff', 0.28);

const dumplings: readonly (readonly [number, number])[] = [
  [52, 62],
  [98, 60],
  [144, 62],
  [52, 98],
  [98, 97],
  [144, 98],
];

const snow = (): Shape =>
  repeat(3, (index) => at(0, 0, index * 60, 1, line('M-10 0H10M-7-3L-4 0L-7 3M7-3L4 0L7 3', '#fff', 1.8)));
