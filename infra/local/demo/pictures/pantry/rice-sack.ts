import { at, fill, grains, ground, inOval, line, oval, type Shape, stamp } from '../kit/draw.ts';
import { words } from '../kit/lettering.ts';
import { type Drawing, inkText, paper, type Tone } from '../kit/palette.ts';

const ear = (): Shape =>
  line('M0 16C-1 4 1-8 8-18', '#1e6b45', 1.8) +
  stamp('bulir', oval(-4.6, 0, 2.1, 4.4, '#c78f1d') + oval(5.4, -1, 2.1, 4.4, '#dca93a'), [
    [0, 6],
    [1.6, 0.4],
    [3.2, -5.2],
    [4.8, -10.8],
    [6.4, -16.4],
  ]);

const sacks: readonly Tone[] = [
  { base: '#cfae78', light: '#dfc698', dark: '#b28e56' },
  { base: '#eee8da', light: '#fbf8f0', dark: '#cfc6b0' },
];

export const riceSack: Drawing = ({ accent, chance }) => {
  const sack = chance.pick(sacks);
  return (
    ground(108, 174, 78, 11) +
    fill('M52 62C44 96 42 140 50 170C80 177 122 177 150 170C158 138 156 96 148 62Z', sack.base) +
    fill('M52 62C44 96 42 140 50 170C58 172 66 173 74 173C64 140 66 94 74 62Z', sack.light) +
    fill('M126 62C138 100 138 140 130 173C137 172 144 171 150 170C158 138 156 96 148 62Z', sack.dark) +
    line(repeatLines, sack.dark, 0.8, 0.55) +
    fill(
      'M46 96C80 104 120 104 154 96V104C120 112 80 112 46 104ZM46 150C80 158 120 158 154 150V156C120 164 80 164 46 156Z',
      accent.base,
      0.92,
    ) +
    fill('M44 60C40 48 54 40 62 46C84 36 118 36 138 46C148 40 160 48 156 60C150 72 50 72 44 60Z', sack.light) +
    oval(100, 56, 44, 12, '#8f6c3a') +
    fill('M58 57C64 38 90 30 102 31C118 32 138 42 142 57C134 66 66 66 58 57Z', '#f6efdd') +
    grains(chance, inOval(100, 50, 34, 13), 40, '#fffdf6', 1.8, 5) +
    grains(chance, inOval(100, 51, 36, 12), 24, '#d9ccb0', 1.8, 5) +
    fill('M70 106H130V148H70Z', paper) +
    line('M73 109H127V145H73Z', accent.base, 1.4) +
    at(79, 129, 0, 0.7, ear()) +
    words('BERAS', 108, 116, 9, inkText, { widest: 31 }) +
    words(chance.pick(['5 KG', 'PULEN', 'PETANI']), 108, 130, 7, accent.base, { widest: 28 }) +
    grains(chance, inOval(168, 178, 18, 5), 22, '#fffdf6', 1.8, 4) +
    grains(chance, inOval(168, 178, 18, 5), 10, '#cfc09c', 1.8, 4) +
    at(158, 164, -24, 0.9, scoop())
  );
};

const scoop = (): Shape =>
  line('M-30 12L-8 4', '#8a5a2a', 5) +
  fill('M-10-6C0-12 22-10 24-2C22 10 0 12-8 10Z', '#a9713a') +
  oval(8, -2, 15, 7, '#774a20') +
  oval(8, -3, 13, 5.4, '#fbf7ec') +
  line('M0-3l4 1M6-6l3 2M12-4l4 0M8-1l4-1', '#d9ccb0', 1.4);

const repeatLines = Array.from(
  { length: 13 },
  (_, index) => `M${49 - (index % 2)} ${74 + index * 7.4}q51 6 ${103} 0`,
).join('');
