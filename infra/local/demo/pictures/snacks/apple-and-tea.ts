import { at, fill, ground, line, oval, type Shape, stamp } from '../kit/draw.ts';
import { leaf } from '../kit/garnish.ts';
import { apple, bottle, flower, jar } from '../kit/packs.ts';
import type { Drawing } from '../kit/palette.ts';

export const juice: Drawing = ({ accent, chance }) =>
  at(
    70,
    174,
    0,
    1,
    bottle(
      { base: '#e9b54c', light: '#f7dc93', dark: '#c18a24' },
      ['SARI APEL', 'ASLI BATU'],
      accent,
      at(0, 1, 0, 0.62, apple()),
    ),
  ) +
  at(136, 170, 0, 1, glassOf()) +
  at(168, 172, 8, 1.1, apple()) +
  (chance.happens(0.6) ? at(112, 176, -10, 1, apple()) : '');

const glassOf = (): Shape =>
  ground(2, 0, 22, 5) +
  fill('M-18-62H18L14-2C6 1-6 1-14-2Z', '#dfe9ee', 0.9) +
  fill('M-17-46H17L14-3C6 0-6 0-14-3Z', '#e9b54c') +
  fill('M-17-46H-8L-8-1.5C-11-2-13-2.5-14-3Z', '#f7dc93') +
  oval(0, -46, 17, 4, '#f9e6ae') +
  oval(0, -62, 18, 4, '#f6fafb') +
  line('M4-46L14-82', '#a3271f', 2.6);

export const teaJar: Drawing = ({ accent, chance }) => {
  const petals = ['#c9697a', '#8273b3', '#e9b54c', '#d9701f'];
  const inside = petals
    .map((colour, index) =>
      stamp(
        `kembang${index}`,
        flower(colour, '#f3dfa0'),
        Array.from(
          { length: 4 },
          () => [chance.whole(-38, 38), chance.pick([-92, -86, -14, -10]), chance.whole(0, 70), 0.8] as const,
        ),
      ),
    )
    .join('');
  return (
    at(
      88,
      174,
      0,
      1,
      jar({ base: '#dccfae', light: '#f1e8d0', dark: '#b9a97f' }, ['TEH', 'BUNGA KERING'], accent, inside),
    ) +
    petals
      .map((colour, index) =>
        at(
          150 + (index % 2) * 22,
          150 + Math.floor(index / 2) * 24,
          chance.whole(0, 70),
          1.5,
          flower(colour, '#f3dfa0'),
        ),
      )
      .join('') +
    at(164, 120, 30, 0.9, leaf())
  );
};
