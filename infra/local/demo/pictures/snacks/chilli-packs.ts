import type { Chance } from '../../chance.ts';
import { at, box, fill, inBox, inOval, line, oval, type Shape, shadowColour, specks, stamp } from '../kit/draw.ts';
import { chilli } from '../kit/garnish.ts';
import { words } from '../kit/lettering.ts';
import { bottle, jar } from '../kit/packs.ts';
import type { Drawing, Tone } from '../kit/palette.ts';

const onion = (): Shape =>
  fill('M0-14C3-9 12-6 12 3C12 10 6 13 0 13S-12 10-12 3C-12-6-3-9 0-14Z', '#9c3f5e') +
  fill('M0-14C-2-8-9-5-9 3C-9 8-6 11-3 12C-8 4-4-5 0-14Z', '#cf7f98') +
  line('M1-9C6-4 7 4 4 11', '#6f2742', 1) +
  line('M-4 13l-2 3M0 13v3M4 13l2 3', '#d9c9a0', 1.2);

export const chilliPaste: Tone = { base: '#b52d22', light: '#d9594a', dark: '#7c1812' };

const chilliJar =
  (label: readonly [string, string], aside: Shape): Drawing =>
  ({ accent, chance }) =>
    at(
      92,
      176,
      0,
      1.05,
      jar(
        chilliPaste,
        label,
        accent,
        specks(chance, inBox(-44, -97, 86, 18), 26, '#f0924a', 2.6) +
          specks(chance, inBox(-44, -97, 86, 18), 18, '#7c1812', 2.6) +
          specks(chance, inBox(-44, -18, 86, 14), 18, '#f0c26a', 2.2),
      ),
    ) +
    at(150, 172, -24, 1.1, chilli()) +
    at(152, 182, 4, 1.05, chilli(chance.happens(0.5))) +
    aside;

export const chilliBottle: Drawing = ({ accent, chance }) =>
  at(84, 176, 0, 1.02, bottle(chilliPaste, ['SAMBAL', 'BAWANG'], accent, chilliMark())) +
  at(136, 160, 0, 1.1, onion()) +
  at(160, 168, 14, 1, onion()) +
  at(122, 182, -10, 1, chilli()) +
  specks(chance, inBox(60, 158, 44, 14), 18, '#f0c26a', 2);

const chilliMark = (): Shape => at(-12, -1, 0, 0.8, chilli());

/** Chilli paste as it is sold anywhere: a jar in one shop, a bottle in another. */
export const chilliPack: Drawing = (variation) =>
  variation.chance.happens(0.5)
    ? chilliJar(
        ['SAMBAL', variation.chance.pick(['TERASI', 'BAWANG', 'IJO ENAK'])],
        at(26, 178, -8, 1, chilli(true)),
      )(variation)
    : chilliBottle(variation);

export const pecel: Drawing = ({ accent, chance }) =>
  at(
    90,
    164,
    -4,
    1,
    shadowBlock(),
    box(-62, -92, 120, 92, accent.dark, 3),
    box(-62, -92, 116, 88, accent.base, 3),
    fill('M-62-92H-50V-4H-62Z', accent.light),
    box(-44, -80, 88, 60, '#fbf6e8', 3),
    at(0, -50, 0, 1, peanutBlock(chance)),
  ) +
  at(
    152,
    160,
    0,
    1,
    at(
      0,
      6,
      0,
      1,
      fill('M-24-14C-26-2-20 16 0 17C20 16 26-2 24-14Z', '#8f5f30'),
      oval(0, -14, 24, 8, '#6b4320'),
      oval(0, -14, 21, 6.5, '#b07332'),
      specks(chance, inOval(0, -14, 18, 5), 14, '#e0b070', 1.8),
      specks(chance, inOval(0, -14, 18, 5), 8, '#a3271f', 1.8),
    ),
  );

const shadowBlock = (): Shape => fill('M-56-86H64V6H-56Z', shadowColour, 0.16);

const peanutBlock = (chance: Chance): Shape =>
  words('SAMBEL', 0, -24, 12, '#7c1812', { widest: 74, weight: 2.3 }) +
  words('PECEL', 0, -8, 12, '#5a2f0b', { widest: 74, weight: 2.3 }) +
  stamp(
    'kacang',
    oval(0, 0, 4, 6, '#dca463') + oval(4, 7, 4.4, 5.4, '#c98b4a') + line('M-2-2h3M2 6h4', '#8f5a28', 0.9),
    [
      [-26, 13, 30],
      [-8, 12, -20],
      [12, 14, 60],
      [28, 12, 10 + chance.whole(0, 60)],
    ],
  );
