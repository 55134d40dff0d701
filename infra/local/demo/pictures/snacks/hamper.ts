import { at, box, fill, ground, line, type Shape, stamp, within } from '../kit/draw.ts';
import { bottle, pouch } from '../kit/packs.ts';
import { type Drawing, daun, kunyit, mengkudu, soga, type Tone } from '../kit/palette.ts';
import { chilliPaste } from './chilli-packs.ts';

const basket = 'M22 112H182L166 172C130 180 74 180 38 172Z';

export const hamper: Drawing = ({ accent, other, chance }) =>
  ground(102, 176, 84, 10) +
  line('M40 120C40 10 164 10 164 120', '#8a5a2a', 8) +
  line('M40 120C40 10 164 10 164 120', '#c9944f', 4) +
  at(66, 128, -8, 0.5, pouch(accent, ['KERIPIK', 'RENYAH'], kunyit, '')) +
  at(138, 130, 8, 0.5, pouch(other, ['KOPI', 'BUBUK'], soga, '')) +
  at(
    102,
    114,
    0,
    0.56,
    bottle(
      chance.pick([chilliPaste, { base: '#e9b54c', light: '#f7dc93', dark: '#c18a24' }]),
      ['ASLI', 'DAERAH'],
      daun,
      '',
    ),
  ) +
  within(
    'keranjang',
    basket,
    fill(basket, '#a9713a'),
    stamp(
      'bilah',
      box(0, 0, 15, 10, '#cf9a55', 2) + line('M2 3H12', '#e9c58a', 1.4),
      Array.from(
        { length: 40 },
        (_, index) =>
          [18 + (index % 10) * 18 - (Math.floor(index / 10) % 2) * 9, 120 + Math.floor(index / 10) * 13] as const,
      ),
    ),
    fill('M20 110H40L56 182H30Z', '#fff', 0.12),
    fill('M166 110H186L170 182H146Z', '#1a120a', 0.16),
  ) +
  box(16, 106, 172, 12, '#8a5a2a', 6) +
  line('M20 110H184', '#d8ad6a', 2) +
  at(102, 112, 0, 1, bow(mengkudu));

const bow = ({ base, light, dark }: Tone): Shape =>
  fill('M0 0L-18 34L-6 30L0 38L4 8Z', dark) +
  fill('M0 0L18 34L6 30L0 38L-4 8Z', base) +
  fill('M0 0C-14-18-34-14-32 0C-32 12-14 12 0 0Z', base) +
  fill('M0 0C14-18 34-14 32 0C32 12 14 12 0 0Z', base) +
  fill('M0 0C-12-12-26-10-26-2C-16-6-8-4 0 0ZM0 0C12-12 26-10 26-2C16-6 8-4 0 0Z', light) +
  box(-6, -6, 12, 12, dark, 4);
