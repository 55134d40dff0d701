import {
  at,
  box,
  disc,
  fill,
  ground,
  line,
  repeat,
  ring,
  type Shape,
  shadow,
  shadowColour,
  within,
} from '../kit/draw.ts';
import { words } from '../kit/lettering.ts';
import { apple, flower } from '../kit/packs.ts';
import { type Drawing, kunyit, mengkudu, steel, type Tone, white, wood } from '../kit/palette.ts';

/** What is carried home or given at a ceremony gleams a little. */
export const gold: Tone = { base: '#d9a93c', light: '#f6dc8e', dark: '#a3761a' };

export const plinth = ({ base, light, dark }: Tone, y = 160, half = 52): Shape =>
  ground(102, y + 18, half + 14, 8) +
  fill(`M${100 - half} ${y}H${100 + half}L${108 + half} ${y + 18}H${92 - half}Z`, base) +
  fill(`M${100 - half} ${y}H${100 + half}L${102 + half} ${y + 5}H${98 - half}Z`, light) +
  fill(`M${94 - half} ${y + 13}H${106 + half}L${108 + half} ${y + 18}H${92 - half}Z`, dark);

export const woods: readonly Tone[] = [
  wood,
  { base: '#7a4a24', light: '#a06c3e', dark: '#4f2d13' },
  { base: '#c08a4e', light: '#ddb07a', dark: '#8f6030' },
];

export const plaque: Drawing = ({ accent, chance }) => {
  const timber = chance.pick(woods);
  const { base, light, dark } = timber;
  const outline = chance.pick([
    'M52 30C66 22 134 22 148 30V112C148 140 118 152 100 162C82 152 52 140 52 112Z',
    'M56 26H144L152 40V150L144 162H56L48 150V40Z',
    'M100 18C132 18 154 44 154 84C154 122 132 152 100 162C68 152 46 122 46 84C46 44 68 18 100 18Z',
  ]);
  return (
    plinth(timber, 158, 50) +
    shadow(outline) +
    fill(outline, base) +
    within(
      'papan',
      outline,
      line(
        'M62 40C60 70 62 110 64 138M76 28C74 70 76 120 78 152M92 24C90 70 94 120 92 156M108 24C110 70 106 120 110 156M124 28C126 70 122 120 124 150M138 38C140 70 138 110 136 136',
        dark,
        1,
        0.4,
      ),
    ) +
    `<g transform="translate(22 20) scale(.78)">${fill(outline, dark, 0.5)}${at(-2, -2, 0, 1, fill(outline, gold.base))}</g>` +
    `<g transform="translate(27 25) scale(.73)">${fill(outline, gold.light, 0.5)}</g>` +
    disc(100, 68, 21, accent.dark) +
    disc(100, 67, 19, accent.base) +
    at(100, 69, 0, 1.25, flower(gold.light, gold.dark)) +
    line('M72 104H128M80 112H120M76 120H124', '#7d5a14', 2.4, 0.75) +
    line('M58 44C56 60 56 90 58 110', light, 2.4, 0.8)
  );
};

const prints: readonly ((accent: Tone, other: Tone) => Shape)[] = [
  (accent, other) =>
    at(0, -6, 0, 3.4, flower(accent.base, other.base)) +
    line('M0 12V40M0 28C-10 26-14 20-16 14M0 34C10 32 14 26 16 20', '#3f7a44', 3),
  (accent) =>
    fill('M-30 22L-8-20L4 2L12-10L34 22Z', accent.base) +
    fill('M-14-8L-8-20L0-6L-6-2Z', '#fff') +
    disc(22, -24, 8, kunyit.base) +
    line('M-34 30H38M-26 37H28', accent.light, 2.4),
  (accent, other) =>
    words('PASAR', 0, -22, 20, accent.base, { widest: 66, weight: 2.2 }) +
    words('RATA', 0, 6, 26, other.base, { widest: 66, weight: 2.2 }) +
    line('M-30 40q7-6 15 0t15 0t15 0t15 0', kunyit.base, 3),
  (accent) => at(0, 6, 0, 2.3, apple()) + line('M-30 38H30', accent.base, 2.4),
];

export const tote: Drawing = ({ accent, other, chance }) => {
  const canvas = chance.pick<Tone>([
    { base: '#efe4cb', light: '#fbf4e2', dark: '#cdbd98' },
    { base: '#e5dccb', light: '#f6f0e4', dark: '#bfb298' },
    { base: '#d8c39a', light: '#eadbb9', dark: '#ae9565' },
  ]);
  const body = 'M46 74H154L162 176C130 182 70 182 38 176Z';
  return (
    shadow(body) +
    line('M74 78C70 14 130 14 126 78', canvas.dark, 9) +
    line('M74 78C70 14 130 14 126 78', canvas.base, 6) +
    line('M68 94C62 30 138 30 132 94', shadowColour, 9, 0.12) +
    fill(body, canvas.base) +
    fill('M46 74H64L58 178.5C50 178 44 177 38 176Z', canvas.light) +
    fill('M136 74H154L162 176C156 177.5 150 178.5 143 179Z', canvas.dark, 0.7) +
    fill('M46 74H154L155 84C120 88 80 88 45 84Z', canvas.dark, 0.5) +
    line('M45 84C80 88 120 88 155 84', canvas.dark, 1.2) +
    line('M70 96C64 36 136 36 130 96', canvas.dark, 9.5) +
    line('M70 96C64 36 136 36 130 96', canvas.light, 6.5) +
    box(65, 86, 10, 14, canvas.dark, 1) +
    box(125, 86, 10, 14, canvas.dark, 1) +
    line('M67 88l6 10M73 88l-6 10M127 88l6 10M133 88l-6 10', canvas.light, 1.2) +
    at(100, 130, 0, 1, chance.pick(prints)(accent, other)) +
    line('M60 168C58 150 62 130 60 112M144 166C146 150 142 130 146 118', '#1a120a', 1.6, 0.12)
  );
};

export const keyring: Drawing = ({ accent, other, chance }) =>
  shadow('M62 84H138V176H62Z', 5) +
  ring(100, 34, 19, steel.dark, 6) +
  ring(99, 33, 19, steel.light, 2.6) +
  line('M100 53V60M100 66V72', steel.dark, 5) +
  ring(100, 60, 5, steel.dark, 3) +
  ring(100, 71, 5, steel.dark, 3) +
  fill(
    'M74 76H126C134 76 138 80 138 88V164C138 172 134 176 126 176H74C66 176 62 172 62 164V88C62 80 66 76 74 76Z',
    gold.dark,
  ) +
  fill(
    'M74 76H124C132 76 135 80 135 87V162C135 170 132 173 124 173H74C66 173 62 170 62 163V88C62 80 66 76 74 76Z',
    gold.base,
  ) +
  box(69, 83, 59, 83, chance.pick(['#cfe0ea', '#f0e3bf', '#d7e6d4']), 5) +
  fill('M69 144C82 136 112 136 128 144V161C128 164 126 166 123 166H74C71 166 69 164 69 161Z', '#5f9b58') +
  fill('M94 142L96 106L98.5 92L101 106L103 142Z', white.base) +
  fill('M98.5 92L101 106L103 142H98.5Z', white.dark) +
  line('M95 118H102M94.5 130H102.5', steel.dark, 1) +
  fill('M84 142H113L116 148H81Z', white.base) +
  fill('M78 148H119L122 155H75Z', other.light) +
  repeat(5, (index) => at(98.5, 158, index * 34 - 68, 0.9, fill('M0 0C-4-4-4-11 0-14C4-11 4-4 0 0Z', mengkudu.light))) +
  disc(82, 98, 6, kunyit.base) +
  disc(98.5, 79.5, 2.4, accent.dark) +
  line('M65 92V158', '#fff', 2.2, 0.6) +
  at(
    152,
    60,
    24,
    1,
    line('M0 0C-14-20-28-26-38-22', accent.base, 3),
    fill('M-6-2H8L12 30L8 26L5 32L1 27L-3 32L-6 27L-10 30Z', accent.base),
    box(-7, -6, 16, 8, accent.dark, 3),
  );
