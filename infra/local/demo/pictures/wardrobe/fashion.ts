import {
  at,
  box,
  disc,
  fill,
  ground,
  line,
  oval,
  repeat,
  type Shape,
  shadow,
  shadowColour,
  stamp,
} from '../kit/draw.ts';
import { words } from '../kit/lettering.ts';
import { flower } from '../kit/packs.ts';
import { accents, type Drawing, daun, kunyit, mawar, nila, soga, type Tone, telang } from '../kit/palette.ts';
import { dressShirt } from './garments.ts';

const hanger = (y: number): Shape =>
  line(`M100 ${y}C100 ${y - 8} 110 ${y - 8} 109 ${y - 14}C108 ${y - 20} 98 ${y - 19} 98 ${y - 13}`, '#55585f', 2.6) +
  line(`M58 ${y + 16}L100 ${y}L142 ${y + 16}`, '#a9713a', 5);

const soft: readonly Tone[] = [
  { base: '#7f9c8a', light: '#a9c0b1', dark: '#587363' },
  { base: '#b98089', light: '#d8abb2', dark: '#8c5862' },
  { base: '#6f86ad', light: '#9db0cf', dark: '#4c628a' },
  { base: '#a58bb0', light: '#c8b4d0', dark: '#7b6187' },
  { base: '#c08f5c', light: '#dcb68a', dark: '#93683a' },
  ...accents,
];

const robe: Drawing = ({ chance }) => {
  const { base, light, dark } = chance.pick(soft);
  const outline =
    'M80 32L60 42L34 132L52 138L70 92C68 122 56 158 48 186C78 193 124 193 154 186C146 158 134 122 132 92L150 138L168 132L142 42L122 32C114 40 88 40 80 32Z';
  const trim = chance.pick(['#fbf6e8', kunyit.base, light]);
  return (
    hanger(26) +
    shadow(outline) +
    fill(outline, base) +
    fill(
      'M80 32L60 42L34 132L52 138L70 92C68 122 56 158 48 186C58 188.5 66 189.5 76 190.5C82 150 84 90 72 37Z',
      light,
      0.7,
    ) +
    fill(
      'M122 32L142 42L168 132L150 138L132 92C134 122 146 158 154 186C146 188.5 136 189.5 126 190.5C120 150 118 90 130 37Z',
      dark,
      0.6,
    ) +
    fill('M37 122L56 128L52 138L34 132ZM165 122L146 128L150 138L168 132Z', dark) +
    line('M36 127L54 133M166 127L148 133', trim, 1.6) +
    fill('M51 176C80 184 122 184 151 176L154 186C124 193 78 193 48 186Z', dark) +
    line('M51 175C80 182 122 182 151 175', trim, 1.6) +
    fill('M84 30C76 44 78 62 88 74L101 82L114 74C124 62 126 44 118 30C112 38 90 38 84 30Z', dark) +
    fill('M88 33C92 44 96 49 101 52C106 49 110 44 114 33C108 38 94 38 88 33Z', trim, 0.9) +
    line('M84 32C78 46 80 60 89 71L101 79L113 71C122 60 124 46 118 32', trim, 1.4) +
    line('M72 94C88 100 114 100 130 94', dark, 1.6, 0.8) +
    line(
      'M90 98C88 130 82 160 76 188M101 84V190M112 98C114 130 120 160 126 188M80 104C76 130 68 160 62 184M122 104C126 130 134 160 140 184',
      '#1a120a',
      1.6,
      0.14,
    ) +
    repeat(4, (index) => disc(101, 57 + index * 6, 1.7, trim)) +
    (chance.happens(0.6)
      ? stamp(
          'bunga',
          flower(trim, dark),
          [0, 1, 2, 3, 4, 5].map(
            (index) =>
              [60 + index * 16.4, 168 + (index % 2) * 4 + Math.abs(2.5 - index) * -1.2 + 2, index * 20, 0.6] as const,
          ),
        )
      : '')
  );
};

const scarves: Drawing = ({ chance }) => {
  const tones = chance.some([...soft.slice(0, 5), mawar, telang, daun, nila], 3);
  const printed = chance.happens(0.5);
  return (
    `<defs><g id="bunga">${flower('#fff8ec', kunyit.base)}</g></defs>` +
    tones
      .map(({ base, light, dark }, index) => {
        const y = 128 - index * 38;
        const top = index === 2;
        return at(
          96 + index * 6,
          y,
          [-4, 3, -2][index] ?? 0,
          1,
          fill('M-62-10H72V32H-62Z', shadowColour, 0.16),
          fill('M-68 0C-70-12-66-18-60-18H62C68-18 70-14 68-8V24C68 28 66 30 62 30H-62C-68 30-70 26-68 20Z', dark),
          fill('M-68-4C-70-14-66-20-60-20H62C68-20 70-16 68-10C60-2-40 0-68 8Z', light),
          fill('M-68 0C-40-8 60-8 68-10V16C60 18-50 16-68 20Z', base),
          line('M-66 9C-30 4 40 4 66 3M-66 20C-30 24 40 24 66 20', dark, 1.4, 0.7),
          line(
            repeat(13, (thread) => `M${-62 + thread * 10} 30v6`),
            base,
            1.6,
          ),
          printed || top
            ? [0, 1, 2, 3, 4]
                .map((bloom) => at(-46 + bloom * 24, 4 + (bloom % 2) * 6, bloom * 20, 0.62, '<use href="#bunga"/>'))
                .join('')
            : '',
        );
      })
      .join('') +
    at(
      150,
      44,
      16,
      1,
      box(-13, -9, 28, 20, shadowColour, 2, 0.16),
      box(-15, -11, 28, 20, '#fbf6e8', 2),
      disc(-10, -6, 1.8, soga.base),
      line('M-4-3H8M-6 3H8', soga.light, 1.6),
    )
  );
};

const shirtTones: readonly Tone[] = [
  { base: '#e9eef4', light: '#ffffff', dark: '#9fb0c4' },
  { base: '#a9c0dc', light: '#d3e0ef', dark: '#6f8cb2' },
  { base: '#efe3c6', light: '#fbf5e4', dark: '#bfae84' },
  nila,
  { base: '#8a9a80', light: '#b3c0aa', dark: '#5f6e56' },
  { base: '#c9a0a6', light: '#e5c8cc', dark: '#986b72' },
];

const longSleeves: Drawing = ({ chance }) => {
  const { base, light, dark } = chance.pick(shirtTones);
  const stripes = chance.happens(0.5);
  return (
    dressShirt(base, { base: light, light: '#ffffff', dark }, true) +
    (stripes
      ? line('M66 60V170M74 50V172M82 58V174M90 66V175M112 66V175M120 58V174M128 50V173M136 60V171', dark, 1, 0.5)
      : '') +
    at(
      150,
      34,
      12,
      0.9,
      box(-13, -9, 28, 20, shadowColour, 2, 0.16),
      box(-15, -11, 28, 20, '#fbf6e8', 2),
      disc(-10, -6, 1.8, soga.base),
      words(chance.pick(['M', 'L', 'S']), 2, -5, 10, '#1c1b18'),
    )
  );
};

const prayerTones: readonly Tone[] = [
  { base: '#f6f2e8', light: '#ffffff', dark: '#d5ccb8' },
  { base: '#e9d9dc', light: '#f8eef0', dark: '#c3a6ac' },
  { base: '#d6e2da', light: '#eef5f0', dark: '#a6bdae' },
  { base: '#d8dcec', light: '#eff1f9', dark: '#a6aecb' },
];

const prayerRobe: Drawing = ({ accent, chance }) => {
  const { base, light, dark } = chance.pick(prayerTones);
  const lace = (y: number, left: number, right: number, drop: number): Shape =>
    line(
      Array.from({ length: 13 }, (_, index) => {
        const part = index / 12;
        return `M${(left + (right - left) * part).toFixed(0)} ${(y + drop * 4 * part * (1 - part)).toFixed(0)}h0`;
      }).join(''),
      accent.light,
      3.6,
    );
  return (
    ground(100, 184, 70, 7) +
    shadow('M70 110H132L150 180C116 188 86 188 52 180Z') +
    fill('M70 108H132L152 178C118 187 84 187 50 178Z', base) +
    fill('M70 108H86L76 184C66 183 58 181 50 178Z', light) +
    fill('M118 108H132L152 178C144 181 134 183 126 184Z', dark, 0.8) +
    line('M90 140L86 184M101 140V186M112 140L116 184', dark, 1.4) +
    lace(176, 54, 148, 7) +
    shadow(
      'M100 16C74 16 66 40 60 66C52 96 36 122 26 138C70 160 132 160 176 138C166 122 150 96 142 66C136 40 126 16 100 16Z',
    ) +
    fill(
      'M100 16C74 16 66 40 60 66C52 96 36 122 26 138C70 160 132 160 176 138C166 122 150 96 142 66C136 40 126 16 100 16Z',
      base,
    ) +
    fill('M100 16C74 16 66 40 60 66C52 96 36 122 26 138C38 144 50 148 64 151C76 120 76 60 100 16Z', light) +
    fill(
      'M100 16C126 16 136 40 142 66C150 96 166 122 176 138C164 144 152 148 138 151C132 110 130 60 100 16Z',
      dark,
      0.55,
    ) +
    oval(100, 56, 24, 29, dark) +
    oval(100, 57, 21, 26, light) +
    fill('M100 31C112 31 121 43 121 57C121 71 112 83 100 83C110 76 112 40 100 31Z', base) +
    fill('M80 50C84 38 92 32 100 31C112 31 119 40 121 51C110 42 92 42 80 50Z', dark) +
    line('M100 46V82', dark, 1.4) +
    box(95, 50, 10, 7, accent.base, 1) +
    line('M78 86C76 104 70 126 62 146M122 86C124 104 130 126 138 146M100 92V152', dark, 1.6) +
    lace(134, 34, 168, 16) +
    line('M28 137C70 158 132 158 174 137', accent.base, 1.6) +
    at(100, 118, 0, 0.9, flower(accent.light, '#fff')) +
    at(82, 122, 0, 0.6, flower(accent.light, '#fff')) +
    at(118, 122, 0, 0.6, flower(accent.light, '#fff'))
  );
};

export const fashion: Record<string, Drawing> = {
  'Gamis katun': robe,
  'Kerudung segi empat': scarves,
  'Kemeja lengan panjang': longSleeves,
  'Mukena katun': prayerRobe,
};
