import { at, box, disc, fill, ground, line, oval, shadow } from '../kit/draw.ts';
import { flower } from '../kit/packs.ts';
import { type Drawing, ink, kunyit, mengkudu, type Tone, white, wood } from '../kit/palette.ts';
import { gold, plinth, woods } from './gifts.ts';

const maskTones: readonly Tone[] = [mengkudu, white, { base: '#2f7a52', light: '#5fa57a', dark: '#1d5436' }, kunyit];

export const mask: Drawing = ({ accent, chance }) => {
  const { base, light, dark } = chance.pick(maskTones);
  return (
    plinth(wood, 164, 40) +
    box(96, 140, 8, 28, wood.dark) +
    shadow('M58 70C56 112 78 148 100 150C122 148 144 112 142 70C132 44 68 44 58 70Z', 5) +
    fill('M58 66C56 112 78 148 100 150C122 148 144 112 142 66C132 44 68 44 58 66Z', base) +
    fill('M58 66C56 112 78 148 96 150C80 126 74 84 84 52C70 54 62 58 58 66Z', light, 0.8) +
    fill('M142 66C144 112 122 148 104 150C124 124 128 84 118 52C130 54 138 58 142 66Z', dark, 0.55) +
    fill('M50 64L42 34L60 44L68 18L84 34L100 8L116 34L132 18L140 44L158 34L150 64C136 46 64 46 50 64Z', gold.base) +
    fill('M50 64L42 34L60 44L68 18L84 34L100 8V50C80 50 60 54 50 64Z', gold.light) +
    line('M50 64C64 46 136 46 150 64', gold.dark, 2.4) +
    at(100, 34, 0, 0.9, flower(accent.base, '#fff')) +
    disc(72, 44, 3.4, accent.base) +
    disc(128, 44, 3.4, accent.base) +
    fill('M66 84C72 76 86 76 92 86C84 90 72 90 66 84ZM134 84C128 76 114 76 108 86C116 90 128 90 134 84Z', '#fffdf6') +
    line('M66 84C72 76 86 76 92 86M134 84C128 76 114 76 108 86', ink.dark, 1.4) +
    disc(80, 84.5, 4, ink.dark) +
    disc(120, 84.5, 4, ink.dark) +
    line('M62 76C70 66 86 66 94 76M138 76C130 66 114 66 106 76', ink.dark, 3) +
    fill('M100 82L92 110C96 114 104 114 108 110Z', dark, 0.75) +
    line('M100 82L92 110C96 114 104 114 108 110', ink.dark, 1, 0.4) +
    fill(
      'M84 126C92 120 96 122 100 124C104 122 108 120 116 126C108 136 92 136 84 126Z',
      base === mengkudu.base ? '#5c1510' : mengkudu.base,
    ) +
    line('M84 126C94 128 106 128 116 126', '#fff', 1.4, 0.8) +
    line('M86 118C94 112 97 114 100 116C103 114 106 112 114 118', ink.dark, 2.6) +
    disc(100, 66, 4, gold.light)
  );
};

export const sharkAndCrocodile: Drawing = ({ chance }) => {
  const bronze = chance.pick<Tone>([
    { base: '#8f7a4a', light: '#c9b47c', dark: '#5c4c28' },
    { base: '#7d858c', light: '#b6bdc2', dark: '#4f565c' },
    gold,
  ]);
  return (
    plinth(chance.pick(woods), 158, 58) +
    box(72, 148, 60, 12, ink.base, 3) +
    fill(
      'M112 150C136 140 150 112 142 84C138 66 124 58 116 46C112 38 114 30 122 26L108 24C96 28 92 42 98 54C106 70 124 84 120 106C118 124 104 136 92 148Z',
      bronze.dark,
    ) +
    fill(
      'M108 150C130 138 144 112 136 86C132 70 118 60 112 48C108 40 110 32 118 27C104 28 98 42 104 54C112 68 128 84 124 108C121 126 108 138 96 148Z',
      bronze.base,
    ) +
    line('M130 72l10-4M136 84l11-2M138 98l11 1M135 112l10 4M128 126l8 6M120 60l9-5', bronze.dark, 3) +
    fill('M122 26L136 20L126 32L138 34L120 40Z', bronze.base) +
    disc(113, 36, 2, '#fff') +
    disc(113, 36, 1, ink.dark) +
    fill(
      'M92 150C66 138 48 110 58 78C62 62 74 50 82 38C88 28 86 22 82 16C96 18 104 30 100 44C94 62 78 78 82 102C85 122 96 136 106 148Z',
      bronze.base,
    ) +
    fill(
      'M90 149C68 136 52 110 61 80C66 62 78 52 86 40C90 32 90 24 86 18C94 22 98 32 94 44C86 60 70 76 72 102C74 124 82 138 90 149Z',
      bronze.light,
    ) +
    fill('M60 92L36 84L56 106ZM98 74L112 66L102 88Z', bronze.dark) +
    fill('M92 150L72 158L84 142ZM96 148L118 158L106 140Z', bronze.dark) +
    disc(91, 32, 2, ink.dark) +
    line('M92 22C88 26 84 28 80 28M70 60l7 4M67 68l7 3M65 76l7 2', bronze.dark, 1.6) +
    at(100, 168, 0, 1, box(-22, -5, 44, 11, gold.base, 1), line('M-16 0.5H16', gold.dark, 2))
  );
};

export const drum: Drawing = ({ accent, chance }) => {
  const { base, light, dark } = chance.pick(woods);
  return (
    ground(104, 178, 46, 8) +
    fill(
      'M50 48C52 82 78 96 80 116C82 140 70 156 66 172C84 180 118 180 136 172C132 156 120 140 122 116C124 96 150 82 152 48Z',
      base,
    ) +
    fill('M50 48C52 82 78 96 80 116C82 140 70 156 66 172C72 175 80 176.5 88 177.5C94 140 92 96 72 54Z', light) +
    fill(
      'M152 48C150 82 124 96 122 116C120 140 132 156 136 172C130 175 124 176.5 118 177C112 140 116 96 134 54Z',
      dark,
      0.8,
    ) +
    fill('M78 110C92 115 110 115 124 110L122.5 122C110 126 92 126 79.5 122Z', accent.base) +
    fill('M79 110C84 112 88 113 92 113.5L92 125C87 124.5 83 123.5 79.5 122Z', accent.light) +
    line('M52 62L66 88L76 64L88 100L100 66L112 100L124 64L136 88L150 62', '#fbf6e8', 2.4) +
    fill('M70 158C86 165 116 165 132 158L134 166C116 173 86 173 68 166Z', accent.dark) +
    line('M81 140q6-7 12 0t12 0t12 0', kunyit.base, 2.4) +
    oval(101, 46, 53, 17, dark) +
    oval(101, 43, 53, 16, accent.base) +
    oval(101, 41, 48, 13.5, '#e9dcc0') +
    oval(97, 39, 38, 9.5, '#fbf4e2') +
    oval(101, 41, 18, 5, '#e0cfa8') +
    line('M50 50C60 66 142 66 152 50', '#2b2a2e', 1.6, 0.5)
  );
};
