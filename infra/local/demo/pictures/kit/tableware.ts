import type { Chance } from '../../chance.ts';
import { at, disc, fill, inOval, line, oval, repeat, ring, type Shape, shadowColour, specks } from './draw.ts';
import { leafGreen, type Tone } from './palette.ts';

/** Plates, bowls and cups seen from above, drawn around their middle. */
export const plate = (accent: Tone, radius = 78): Shape =>
  disc(5, 7, radius, shadowColour, 0.17) +
  disc(0, 0, radius, '#ddd5c4') +
  disc(-1, -1.5, radius - 1.5, '#fbf8f0') +
  ring(-1, -1, radius - 6, accent.base, 2.2, 0.85) +
  disc(0, 0, radius * 0.74, '#ece5d6') +
  disc(1, 1.5, radius * 0.72, '#f8f4ea');

/** A bowl of broth; what swims in it is drawn within a circle of 52. */
export const bowl = (accent: Tone, broth: Tone, chance: Chance, radius = 74): Shape =>
  disc(5, 8, radius, shadowColour, 0.18) +
  disc(0, 0, radius, accent.dark) +
  disc(-1, -1.5, radius - 1.5, '#fbf8f0') +
  ring(-0.5, -0.5, radius - 6.5, accent.base, 3, 0.9) +
  disc(0, 0, radius - 12, '#d9cfba') +
  disc(0, 1.5, radius - 13.5, broth.dark) +
  disc(-1, 0, radius - 15, broth.base) +
  fill('M-50-22C-42-44-18-56 6-54C-16-46-34-30-42-4C-48-6-52-14-50-22Z', broth.light, 0.7) +
  repeat(9, () => {
    const [x, y] = inOval(0, 0, 48, 48)(chance);
    return disc(x, y, chance.whole(1, 4), broth.light, 0.5);
  });

/** A pot of black clay. */
export const clayBowl = (broth: Tone, chance: Chance): Shape =>
  disc(5, 8, 76, shadowColour, 0.2) +
  disc(0, 0, 76, '#2b211c') +
  disc(-1.5, -2, 73, '#4a3a31') +
  disc(0, 0, 64, '#1d1512') +
  ring(-1, -1, 69, '#6b564a', 1.6, 0.8) +
  disc(0, 1, 60, broth.dark) +
  disc(-1, 0, 58, broth.base) +
  fill('M-50-22C-42-44-18-56 6-54C-16-46-34-30-42-4C-48-6-52-14-50-22Z', broth.light, 0.7) +
  specks(chance, inOval(0, 0, 46, 46), 12, broth.light, 3);

/** A round of banana leaf on a rattan plate. */
export const leafPlate = (radius = 80): Shape =>
  disc(5, 7, radius, shadowColour, 0.17) +
  disc(0, 0, radius, '#a9743a') +
  disc(-1, -1.5, radius - 2, '#cfa066') +
  ring(0, 0, radius - 5, '#a9743a', 1.2, 0.7) +
  ring(0, 0, radius - 9, '#a9743a', 1.2, 0.7) +
  at(0, 0, 0, radius / 80, bananaRound());

const bananaRound = (): Shape =>
  fill('M-60-28C-48-62 26-70 54-40C74-14 68 34 40 54C10 70-42 62-58 34C-68 14-68-8-60-28Z', leafGreen.base) +
  fill('M-60-28C-48-62 26-70 54-40C40-30-30-14-64-6C-64-14-63-21-60-28Z', leafGreen.light) +
  line(
    'M-62 2C-30-2 34-16 62-30M-58-18C-30-22 16-34 40-48M-60 22C-24 14 40 2 66-8M-52 40C-16 32 38 22 64 12M-28 56C4 50 34 42 56 34',
    leafGreen.dark,
    0.8,
    0.55,
  );

/** A rectangle of banana leaf that lines a box. */
export const leafLining = (x: number, y: number, width: number, height: number): Shape => {
  const row = (part: number) => (y + height * part).toFixed(0);
  const right = x + width;
  return (
    fill(`M${x} ${y}h${width}v${height}h${-width}Z`, leafGreen.base) +
    fill(
      `M${x} ${y}h${width}v${(height * 0.21).toFixed(0)}C${right - 46} ${row(0.17)} ${x + 40} ${row(0.28)} ${x} ${row(0.2)}Z`,
      '#5f9b58',
    ) +
    line(
      Array.from(
        { length: 8 },
        (_, index) => `M${x} ${row(0.08 + index * 0.11)}q${(width / 2).toFixed(0)}-5 ${width} 1`,
      ).join(''),
      leafGreen.dark,
      0.8,
      0.5,
    )
  );
};

/** A rattan tray from above. */
export const tampah = (radius = 86): Shape =>
  disc(5, 7, radius, shadowColour, 0.17) +
  disc(0, 0, radius, '#9a6430') +
  disc(-1, -1, radius - 2, '#b98146') +
  disc(0, 0, radius - 6, '#cfa066') +
  repeat(5, (index) => ring(0, 0, radius - 10 - index * 4, '#b3824a', 1, 0.6));

/** A cup of tea or coffee with its saucer. */
export const cup = (accent: Tone, drink: Tone): Shape =>
  disc(3, 5, 40, shadowColour, 0.17) +
  disc(0, 0, 40, '#e4dccb') +
  disc(-0.6, -1, 38.5, '#fbf8f0') +
  ring(0, 0, 32, accent.base, 1.8, 0.85) +
  disc(2, 3, 26, shadowColour, 0.14) +
  fill('M20-16c10-12 24-4 15 7c-3 4-8 6-12 5Z', '#e4dccb') +
  disc(0, 0, 25, '#fff') +
  disc(0, 0, 22, '#e0d7c4') +
  disc(0, 1, 20.5, drink.dark) +
  fill('M-19-2A20 20 0 0 1 14-14C6-12-4-8-10 2C-14 8-16 6-19-2Z', drink.light) +
  line('M-14-6C-10-14-4-17 4-17', '#fff', 1.8, 0.35);

export const coffee: Tone = { base: '#4b2812', light: '#6b3f1e', dark: '#3b2010' };
export const tea: Tone = { base: '#b5651d', light: '#d98a3a', dark: '#9a4f12' };

/** A cup of water with a lid of film, from the front. */
export const waterCup = (accent: Tone, straw = true): Shape =>
  oval(2, 24, 17, 5, shadowColour, 0.17) +
  fill('M-15-20H15L12 22C6 25-6 25-12 22Z', '#cfdde4') +
  fill('M-15-20H-5L-6 24C-9 23.6-11 23-12 22Z', '#f6fafb') +
  fill('M-14.2-10H14.2L13 8C6 10-6 10-13 8Z', accent.base) +
  fill('M-14.2-10H-6L-6.5 9C-9 8.8-11 8.5-13 8Z', accent.light) +
  fill('M0-6C3-2 4 0 4 2A4 4 0 0 1-4 2C-4 0-3-2 0-6Z', '#fff') +
  oval(0, -20, 15, 4, '#fbfaf4') +
  line('M-15-20A15 4 0 0 0 15-20', '#b9c9d2', 1) +
  (straw ? line('M4-20L12-44', accent.dark, 2.4) : '');

/** A wooden spoon seen from above, its bowl at the top. */
export const spoon = (tone: Tone): Shape =>
  fill('M-2.5 6C-3 20-2.5 40-2 52H2C2.5 40 3 20 2.5 6Z', tone.base) +
  oval(0, -4, 8.5, 12, tone.base) +
  oval(-0.6, -4.6, 6.4, 9.6, tone.dark) +
  fill('M-6-8C-5-13 2-15 4-11C0-11-4-10-6-8Z', tone.light);
