import { at, box, disc, fill, line, oval, type Shape, shadow, stamp } from '../kit/draw.ts';
import type { Drawing, Tone } from '../kit/palette.ts';

const eggTones: readonly Tone[] = [
  { base: '#d59a62', light: '#edc295', dark: '#a86e38' },
  { base: '#c98550', light: '#e3ae7c', dark: '#955a2a' },
  { base: '#e3b583', light: '#f4d8b4', dark: '#bd8a54' },
];

const egg = ({ base, light, dark }: Tone): Shape =>
  disc(0, 0, 13.4, dark) +
  disc(-0.8, -0.8, 12.4, base) +
  oval(-2.6, -3, 8, 7, light) +
  oval(-5, -5.6, 2.8, 2.2, '#fdf3e4');

export const eggs: Drawing = ({ accent, chance }) => {
  const tray = chance.pick([
    { base: '#b7b0a4', light: '#cdc7bc', dark: '#8f887b' },
    { base: '#b9a183', light: '#d2bd9f', dark: '#917a5c' },
    { base: accent.light, light: '#ffffff', dark: accent.dark },
  ]);
  const places = Array.from(
    { length: 16 },
    (_, index) => [47 + (index % 4) * 35, 47 + Math.floor(index / 4) * 35] as const,
  );
  const missing = chance.some(places, chance.whole(1, 2));
  return (
    shadow('M22 32C22 26 26 22 32 22H168C174 22 178 26 178 32V168C178 174 174 178 168 178H32C26 178 22 174 22 168Z') +
    box(22, 22, 156, 156, tray.dark, 10) +
    box(22, 22, 153, 152, tray.base, 10) +
    stamp(
      'lubang',
      disc(0, 0, 16.4, tray.dark) + disc(1, 1.4, 14.6, '#4a443b', 0.55),
      places.map(([x, y]) => [x, y] as const),
    ) +
    stamp(
      'tiang',
      fill('M0-7L6 0L0 7L-6 0Z', tray.light, 0.8),
      Array.from({ length: 9 }, (_, index) => [64.5 + (index % 3) * 35, 64.5 + Math.floor(index / 3) * 35] as const),
    ) +
    eggTones
      .map((tone, which) =>
        stamp(
          `telur${which}`,
          egg(tone),
          places.filter(
            (place, index) => !missing.includes(place) && (index * 7 + Math.floor(index / 4)) % 3 === which,
          ),
        ),
      )
      .join('') +
    (chance.happens(0.5)
      ? at(
          150,
          186,
          -8,
          1,
          fill('M-24 2C-8-5 12-5 26-3C14 3-8 6-24 2Z', '#fbf8f0'),
          line('M-30 4C-10-1 10-2 22-2', '#cfc6b0', 1),
        )
      : '')
  );
};
