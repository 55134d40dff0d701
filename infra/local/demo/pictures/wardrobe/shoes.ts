import { at, box, disc, fill, line, oval, type Shape, shadowColour } from '../kit/draw.ts';
import { words } from '../kit/lettering.ts';
import { type Drawing, ink, soga, type Tone } from '../kit/palette.ts';

/** Shoes are seen from the side and carry their size, sandals from above. */
const sizeTag = (size: number): Shape =>
  line('M150 30C138 28 122 34 113 50', '#8a4b14', 1.2) +
  at(
    160,
    32,
    12,
    1,
    box(-13, -8, 30, 22, shadowColour, 2, 0.14),
    box(-15, -11, 30, 22, '#fbf6e8', 2),
    disc(-10, -6, 1.8, '#8a4b14'),
    words(String(size), 2, -5, 11, '#1c1b18'),
  );

const pair = (shoe: Shape): Shape => at(108, 68, -7, 0.9, shoe) + at(94, 134, 3, 1, shoe);

const sneaker = ({ base, light, dark }: Tone, sole: string, stripe: string, laces: boolean, high: boolean): Shape => {
  const lift = high ? -8 : 4;
  return (
    oval(4, 40, 74, 8, shadowColour, 0.2) +
    fill(
      `M-66 30C-70 20-66 ${4 + lift}-62 ${-16 + lift}C-58 ${-22 + lift}-44 ${-24 + lift}-34 ${-20 + lift}C-30-10-14-4 4 0C30 6 62 6 70 24C72 30 71 33 70 36H-64C-66 34-66 32-66 30Z`,
      base,
    ) +
    fill(
      `M-62 ${-16 + lift}C-58 ${-22 + lift}-44 ${-24 + lift}-34 ${-20 + lift}C-32-14-28-9-22-6C-34-4-44-6-54-8C-58-2-60 8-58 28H-66C-70 20-66 ${4 + lift}-62 ${-16 + lift}Z`,
      light,
    ) +
    fill('M40 8C56 10 68 14 70 26H52C52 18 48 12 40 8Z', light) +
    fill('M-20-6C-6-1 8 1 22 4C12 12-4 14-16 8Z', light, 0.6) +
    fill('M-66 29H70C73 29 73 39 69 40H-64C-68 39-68 33-66 29Z', sole) +
    line('M-64 34.5H69', stripe, 1.8) +
    line('M-64 39H68', '#b9b2a2', 1.2) +
    (laces
      ? line('M-24-10l-6 13M-13-6l-6 13M-2-2l-6 13M9 1l-6 13', '#f3efe4', 2.6) +
        line('M-26-13l10 14M-15-9l10 13M-4-6l10 12', '#ffffff', 2.2)
      : fill('M-30-12L-18-8L-12 16L-26 16ZM-12-6L0-2L8 14L-6 16Z', dark) +
        line('M-28-10L-16 14M-10-4L4 13', light, 1.4)) +
    oval(-47, -19 + lift, 13, 3.4, '#15161a') +
    line('M-58 2C-50 10-34 15-20 15', '#ffffff', 1.2, 0.25) +
    line('M44 10C54 12 64 16 66 24', '#ffffff', 2, 0.35) +
    fill('M-66 8C-56 8-52 16-54 28H-66C-68 22-67 14-66 8Z', dark)
  );
};

const blackShoe: Drawing = ({ accent, chance }) =>
  pair(
    sneaker(
      ink,
      chance.pick(['#f3efe4', '#f3efe4', '#2f2e33']),
      chance.pick([accent.base, '#2b2a2e']),
      chance.happens(0.7),
      chance.happens(0.4),
    ),
  ) + sizeTag(chance.whole(31, 39));

const hides: readonly Tone[] = [
  { base: '#26252a', light: '#5b5a63', dark: '#131216' },
  { base: '#5f3517', light: '#99622f', dark: '#3a1f0c' },
  { base: '#3b2318', light: '#74503c', dark: '#23130c' },
];

const leatherShoe = ({ base, light, dark }: Tone, strap: boolean): Shape =>
  oval(2, 40, 74, 8, shadowColour, 0.2) +
  fill('M-64 30C-68 16-66 4-62-6C-54-10-42-8-36-4C-26 6-4 8 16 10C44 12 66 16 70 28V34H-62C-64 33-64 32-64 30Z', base) +
  fill('M-62-6C-54-10-42-8-36-4C-34 2-30 5-24 7C-36 6-50 2-58 4C-60 14-60 22-58 32H-63C-68 18-66 4-62-6Z', light) +
  fill('M22 11C46 13 64 18 67 27C54 20 40 17 26 18Z', light) +
  fill('M70 26V34H10C34 34 56 32 70 26Z', dark) +
  fill('M-66 31H70C73 32 73 37 70 38H-20L-24 42H-64C-67 41-67 33-66 31Z', dark) +
  line('M-65 33H70', '#a9865a', 1.2) +
  oval(-48, -5, 12, 3, '#120c08') +
  line('M-20 9C-8 20 6 22 20 12M24 12C20 22 16 28 16 32M-40 2C-44 14-44 24-42 30', dark, 1.2, 0.8) +
  (strap
    ? fill('M-30-2C-22 4-8 8 4 9L2 20C-10 18-24 12-34 5Z', dark) +
      box(-16, 6, 10, 8, '#d9b23c', 1.5) +
      box(-13.5, 8.2, 5, 3.6, dark)
    : line('M-24 5l-5 10M-15 8l-5 10M-6 9.5l-5 10', '#d9c9ae', 2)) +
  line('M38 17C48 18 56 20 61 24', '#fff', 2.2, 0.55) +
  line('M-60 2C-62 10-62 16-61 24', '#fff', 2, 0.3);

const leather: Drawing = ({ chance }) =>
  pair(leatherShoe(chance.pick(hides), chance.happens(0.5))) + sizeTag(chance.whole(31, 41));

const sandal = ({ base, light, dark }: Tone, strap: Tone, crossed: boolean): Shape =>
  fill(
    'M-22-66C-4-82 28-70 28-36C30-10 20 6 22 30C24 60 12 78-4 76C-24 74-28 54-24 28C-20 4-38-40-22-66Z',
    shadowColour,
    0.2,
  ) +
  fill('M-28-72C-10-88 22-76 22-42C24-16 14 0 16 24C18 54 6 72-10 70C-30 68-34 48-30 22C-26-2-44-46-28-72Z', dark) +
  fill('M-26-70C-10-84 19-73 19-41C21-16 11 0 13 24C15 52 4 67-10 66C-27 64-30 46-27 22C-23-2-40-46-26-70Z', base) +
  fill(
    'M-24-66C-14-76 4-74 10-64C-4-70-20-56-20-40C-26-48-30-58-24-66ZM-24 30C-28 50-20 60-10 60C-18 52-20 40-18 26Z',
    light,
    0.8,
  ) +
  line(
    'M-22-66C-8-78 15-68 15-40C17-16 7 0 9 24C11 48 2 62-10 62C-23 60-26 44-23 22C-19-2-35-46-22-66Z',
    light,
    1.1,
    0.9,
  ) +
  (crossed
    ? fill('M-37-48C-20-44 6-24 15-2L11 12C-6-12-22-28-37-34Z', strap.base) +
      fill('M23-46C8-44-18-22-25 0L-22 14C-8-10 10-26 23-30Z', strap.dark) +
      fill('M-37-48C-20-44 6-24 15-2L14 2C2-20-20-38-37-42Z', strap.light)
    : fill('M-38-46C-22-62 8-62 23-44L21-20C6-36-18-36-34-22Z', strap.base) +
      fill('M-38-46C-22-62 8-62 23-44L22.5-38C8-54-20-54-37-38Z', strap.light) +
      box(4, -50, 10, 12, '#d9b23c', 2) +
      box(6.5, -47, 5, 6, strap.dark)) +
  fill('M-29 14C-14 6 2 6 15 16L15.5 28C2 18-16 18-30 28Z', strap.dark) +
  line('M-29 16C-14 8 2 8 15 18', strap.light, 1.6);

const sandals: Drawing = ({ accent, chance }) => {
  const sole = chance.pick<Tone>([
    { base: '#c79a66', light: '#e0bd8e', dark: '#8a6236' },
    { base: '#8f6a48', light: '#b58e66', dark: '#5f4229' },
    { base: '#55585f', light: '#7d818a', dark: '#33353b' },
  ]);
  const one = sandal(sole, chance.pick([accent, soga, ink]), chance.happens(0.5));
  return at(58, 100, -7, 1.02, one) + at(140, 102, 8, 1, `<g transform="scale(-1.02 1.02)">${one}</g>`);
};

export const shoes: Record<string, Drawing> = {
  'Sepatu sekolah hitam': blackShoe,
  'Sepatu sekolah kulit': leather,
  'Sandal guru': sandals,
};
