import { at, box, disc, fill, ground, line, oval, repeat, type Shape, stamp, within } from '../kit/draw.ts';
import type { Drawing, Tone } from '../kit/palette.ts';

const straw: readonly Tone[] = [
  { base: '#cf9a55', light: '#ecc68c', dark: '#8f6030' },
  { base: '#c2a468', light: '#e2cb98', dark: '#86703e' },
  { base: '#b5793c', light: '#dba868', dark: '#784a1c' },
];

export const penPot: Drawing = ({ accent, other, chance }) => {
  const { base, light, dark } = chance.pick(straw);
  const outline = 'M52 86C54 118 56 150 60 172C86 180 116 180 140 172C144 150 146 118 148 86Z';
  const strips = Array.from(
    { length: 7 * 8 },
    (_, index) => [46 + (index % 7) * 16 + (Math.floor(index / 7) % 2) * 8, 88 + Math.floor(index / 7) * 11.4] as const,
  );
  const banded = chance.whole(2, 5);
  return (
    ground(104, 176, 58, 8) +
    pens(accent.base, other.base) +
    oval(100, 86, 48, 12, '#4a2d14') +
    fill('M52 86A48 12 0 0 0 148 86', dark) +
    within(
      'pot',
      outline,
      fill(outline, dark),
      stamp(
        'bilah',
        box(0, 0, 14, 9.4, base, 2) + line('M2.5 2.6H11', light, 1.8),
        strips.filter((_, index) => Math.floor(index / 7) !== banded),
      ),
      stamp(
        'warna',
        box(0, 0, 14, 9.4, accent.base, 2) + line('M2.5 2.6H11', accent.light, 1.8),
        strips.filter((_, index) => Math.floor(index / 7) === banded),
      ),
      fill('M48 80H70L74 182H50Z', '#fff', 0.14),
      fill('M126 80H154V182H122Z', '#1a120a', 0.2),
    ) +
    line('M52 88C66 102 134 102 148 88', dark, 7) +
    line('M52 87C66 100 134 100 148 87', light, 4) +
    line('M62 170C86 178 114 178 138 170', dark, 5)
  );
};

/** Three pencils, a pen and a ruler, as they lean in the pot. */
const pens = (first: string, second: string): Shape =>
  at(78, 90, -14, 1, pencil('#f2b61b')) +
  at(124, 92, 15, 1, pencil(first)) +
  at(94, 84, -4, 1.08, pencil(second)) +
  at(
    111,
    84,
    6,
    1,
    box(-4, -56, 8, 70, '#2b2a2e', 3),
    box(-4, -56, 3, 70, '#55585f', 2),
    box(3, -54, 3, 22, '#b9bcc0', 1),
    box(-4, -20, 8, 4, '#d9b23c'),
  ) +
  at(
    136,
    86,
    24,
    1,
    box(-7, -50, 14, 60, '#e9dcc0', 2),
    line('M-7-44h5M-7-38h3M-7-32h5M-7-26h3M-7-20h5M-7-14h3', '#8c887b', 1.2),
  );

const pencil = (colour: string): Shape =>
  fill('M-5-51L0-66L5-51Z', '#cf9f63') +
  fill('M-2.2-59.5L0-66L2.2-59.5Z', '#2b2a2e') +
  box(-5, -52, 10, 66, colour) +
  box(-5, -52, 3.4, 66, '#fff', 0, 0.3) +
  box(2, -52, 3, 66, '#000', 0, 0.14);

const clays: readonly Tone[] = [
  { base: '#b8633a', light: '#dc9166', dark: '#82401f' },
  { base: '#8f5a44', light: '#b98468', dark: '#62392a' },
  { base: '#c98a5c', light: '#e6b48c', dark: '#955e36' },
];

export const vase: Drawing = ({ accent, chance }) => {
  const { base, light, dark } = chance.pick(clays);
  const tall = chance.happens(0.5);
  const outline = tall
    ? 'M82 62C84 74 84 82 74 92C56 108 52 132 62 156C68 170 76 176 82 178H120C126 176 134 170 140 156C150 132 146 108 128 92C118 82 118 74 120 62Z'
    : 'M78 74C80 82 76 86 66 92C42 106 38 140 56 164C62 172 70 177 78 178H124C132 177 140 172 146 164C164 140 160 106 136 92C126 86 122 82 124 74Z';
  const mouth = tall ? 62 : 74;
  const blooms = chance.happens(0.6);
  return (
    ground(104, 178, 56, 8) +
    (blooms
      ? line(`M101 ${mouth}C100 46 92 36 84 24M101 ${mouth}C102 46 110 36 122 28M101 ${mouth}V18`, '#3f7a44', 2.6) +
        at(84, 24, 10, 1.7, flowerOf(accent)) +
        at(122, 28, 40, 1.5, flowerOf(accent)) +
        at(101, 16, 0, 1.4, flowerOf({ base: '#f2b61b', light: '#f8d265', dark: '#c98a14' })) +
        at(92, 48, -50, 1, leafOf()) +
        at(112, 46, 50, 1, leafOf())
      : line(
          `M98 ${mouth}C94 40 84 26 76 14M102 ${mouth}C104 40 112 26 122 12M100 ${mouth}C100 40 98 26 100 8`,
          '#a9884a',
          2,
        ) +
        [
          [76, 14],
          [122, 12],
          [100, 8],
          [86, 28],
          [114, 26],
        ]
          .map(([x = 0, y = 0], index) =>
            at(x, y, index * 20 - 40, 1, oval(0, 0, 4, 9, '#d9b878'), oval(-1, -1, 2, 6, '#f0d9a4')),
          )
          .join('')) +
    within(
      'gerabah',
      outline,
      fill(outline, base),
      fill(`M40 ${mouth}H86C72 110 70 150 86 182H40Z`, light, 0.85),
      fill('M126 50H170V182H122C138 150 138 110 126 50Z', dark, 0.75),
      fill('M40 112C80 120 124 120 164 112V134C124 142 80 142 40 134Z', dark, 0.35),
      line('M40 112C80 120 124 120 164 112M40 134C80 142 124 142 164 134', '#f6e2c6', 1.8),
      line('M44 126l8-8l8 10l8-9l8 10l8-9l8 10l8-10l8 10l8-10l8 9l8-10l8 9l8-10l8 8', '#f6e2c6', 2),
      line('M52 152C84 160 120 160 150 152', dark, 1.2, 0.6),
    ) +
    oval(101, mouth, 22, 6.5, light) +
    oval(101, mouth + 0.6, 18, 4.8, '#3f1f10') +
    (blooms ? line(`M101 ${mouth}v-6`, '#3f7a44', 2.6) : line(`M100 ${mouth + 1}v-8`, '#a9884a', 4)) +
    line(tall ? 'M66 118C64 128 64 140 68 150' : 'M58 116C54 128 56 140 62 152', '#fff', 3, 0.4)
  );
};

const flowerOf = ({ base, light }: Tone): Shape =>
  repeat(6, (index) => at(0, 0, index * 60, 1, oval(0, -5, 3, 5, index % 2 ? base : light))) + disc(0, 0, 3, '#f3dfa0');

const leafOf = (): Shape =>
  fill('M0 10C-8 4-8-6 0-12C8-6 8 4 0 10Z', '#4d8a4d') + fill('M0 10C-8 4-8-6 0-12Z', '#6aa85e');
