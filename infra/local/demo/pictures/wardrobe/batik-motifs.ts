import { at, box, disc, fill, line, oval, repeat, ring, type Shape } from '../kit/draw.ts';

/** The colours of one cloth: its ground, what is drawn on it, and the tone between. */
export type Dye = { readonly ground: string; readonly light: string; readonly middle: string; readonly deep: string };

type Motif = (dye: Dye) => Shape;

const kawung: Motif = ({ light, ground, middle }) =>
  repeat(4, (index) =>
    at(
      0,
      0,
      index * 90 + 45,
      1,
      fill('M0 2C-7-3-7-12 0-16.5C7-12 7-3 0 2Z', light),
      line('M0-3.5V-11', ground, 1.3),
      disc(-2.6, -7, 0.7, ground),
      disc(2.6, -7, 0.7, ground),
    ),
  ) + fill('M0-3.5L3.5 0L0 3.5L-3.5 0Z', middle);

const tugu: Motif = ({ light, middle, ground }) =>
  fill('M-3 7L-1.8-8L0-13L1.8-8L3 7Z', light) +
  line('M-2-3H2M-2.5 2H2.5', ground, 0.9) +
  fill('M-9 7H9L7 10H-7Z', middle) +
  repeat(5, (index) => at(0, 12, index * 36 - 72, 1, fill('M0 0C-3-3-2-7 0-8C2-7 3-3 0 0Z', light))) +
  line('M-8-4C-6-8-4-10-4-12M8-4C6-8 4-10 4-12', middle, 1.2);

const celaket: Motif = ({ light, middle }) =>
  line('M0 14C-2 6 2 0 0-6', light, 1.4) +
  at(
    0,
    -7,
    0,
    1,
    repeat(6, (index) => at(0, 0, index * 60, 1, oval(0, -4, 2.2, 4, light))),
    disc(0, 0, 2, middle),
  ) +
  fill('M-1 8C-8 8-10 3-11 0C-5 0-1 3-1 8ZM1 4C7 4 10 0 11-4C5-4 1-1 1 4Z', middle) +
  line('M-2 7L-8 3M2 3L8-1', light, 0.7);

const teratai: Motif = ({ light, middle, ground }) =>
  repeat(5, (index) =>
    at(
      0,
      6,
      index * 36 - 72,
      1,
      fill('M0 0C-5-5-5-13 0-17C5-13 5-5 0 0Z', index % 2 ? light : middle),
      line('M0-3V-11', ground, 0.7),
    ),
  ) + fill('M-11 8C-5 13 5 13 11 8C6 7-6 7-11 8Z', light);

const topeng: Motif = ({ light, middle, ground }) =>
  fill('M-8-4C-9 6-4 13 0 13C4 13 9 6 8-4C4-7-4-7-8-4Z', light) +
  fill('M-10-4L-9-11L-5-8L0-14L5-8L9-11L10-4C4-8-4-8-10-4Z', middle) +
  line('M-5.5 0.5C-4-1-2.5-1-1.5 0.5M1.5 0.5C2.5-1 4-1 5.5 0.5M0 1.5L-1 5H1M-3 8.5C-1 10 1 10 3 8.5', ground, 1.1);

const mangrove: Motif = ({ light, middle, ground }) =>
  repeat(3, (index) =>
    at(
      0,
      0,
      index * 52 - 52,
      1,
      fill('M0 2C-5-3-5-10 0-14C5-10 5-3 0 2Z', index === 1 ? light : middle),
      line('M0 1V-11', ground, 0.8),
    ),
  ) + line('M0 2C-2 8-6 10-9 13M0 2C2 8 6 10 9 13M0 2V14', light, 1.3);

const semanggi: Motif = ({ light, middle }) =>
  repeat(4, (index) =>
    at(
      0,
      -1,
      index * 90 + 45,
      1,
      fill('M0 0C-9-5-8-13-2-12L0-10L2-12C8-13 9-5 0 0Z', light),
      line('M0-1V-8', middle, 0.9),
    ),
  ) + line('M0 0C0 6 2 10 6 14', light, 1.3);

const suroBoyo: Motif = ({ light, middle, ground }) =>
  fill('M-13-2C-9-10 2-12 9-7L14-11L13-4L9-3C2 0-6 0-13-2ZM-3-9L0-14L3-9Z', light) +
  disc(-8, -3.6, 0.9, ground) +
  fill('M13 5C8 13-4 13-9 8L-14 12L-13 4C-4 1 8 1 13 5Z', middle) +
  line('M-6 3L-4 1L-2 3L0 1L2 3L4 1L6 3', light, 0.9) +
  disc(8, 5.4, 0.9, ground);

const pesisir: Motif = ({ light, middle }) =>
  repeat(8, (index) => at(0, -2, index * 45, 1, oval(0, -6.4, 2.6, 4.6, index % 2 ? middle : light))) +
  disc(0, -2, 3.4, light) +
  disc(0, -2, 1.6, middle) +
  line('M-13 10C-8 14-4 8-8 7C-11 7-11 10-8 11M13 10C8 14 4 8 8 7C11 7 11 10 8 11', light, 1.1);

const tutur: Motif = ({ light, middle, ground }) =>
  ring(0, 0, 12, light, 1.2) +
  repeat(8, (index) =>
    at(0, 0, index * 45, 1, fill('M0-3C-3-6-2.5-9 0-11C2.5-9 3-6 0-3Z', index % 2 ? light : middle)),
  ) +
  disc(0, 0, 3.4, light) +
  disc(0, 0, 1.6, ground);

const koi: Motif = ({ light, middle, ground }) =>
  fill('M-10-8C-2-14 9-6 6 4C6 8 9 10 12 10C9 14 4 13 2 10C0 13-4 15-8 13C-5 11-2 9-1 6C-8 6-14-2-10-8Z', light) +
  fill('M-4-9C1-9 5-4 4 1C0-1-4-4-4-9Z', middle) +
  disc(-8, -5.6, 1, ground) +
  line('M-1 3C1 2 3 1 4-1', ground, 0.8) +
  line('M-13 8q3-3 5 0M10-10q3-3 4 1', middle, 1);

const jimbe: Motif = ({ light, middle, ground }) =>
  fill('M-8-11H8C8-4 3-2 3 2C3 6 5 9 6 12H-6C-5 9-3 6-3 2C-3-2-8-4-8-11Z', light) +
  oval(0, -11, 8, 2.6, middle) +
  line('M-7-7L-4 0L-1-6L1 0L4-6L6-2', ground, 0.9) +
  line('M-4 4H4M-5 9H5', middle, 1.2);

const apel: Motif = ({ light, middle }) =>
  fill('M0-4C5-10 13-6 11 2C9 10 4 12 0 10C-4 12-9 10-11 2C-13-6-5-10 0-4Z', light) +
  fill('M0-5C2-11 8-12 11-12C10-7 5-4 0-5Z', middle) +
  line('M0-4C0-7-1-9-3-11M-7 0C-7 4-5 6-3 7', middle, 1.3);

const sekar: Motif = ({ light, middle, ground }) =>
  repeat(5, (index) =>
    at(0, 0, index * 72, 1, fill('M0 0C-7-3-7-10-2-12L0-11L2-12C7-10 7-3 0 0Z', light), line('M0-2V-8', middle, 0.9)),
  ) +
  disc(0, 0, 3, middle) +
  disc(0, 0, 1.3, ground) +
  repeat(5, (index) => at(0, 0, index * 72 + 36, 1, fill('M0-8C-2-10-2-13 0-15C2-13 2-10 0-8Z', middle)));

const bantengan: Motif = ({ light, middle, ground }) =>
  fill('M-7-5C-8 2-5 8-4 12C-2 14 2 14 4 12C5 8 8 2 7-5C3-8-3-8-7-5Z', middle) +
  fill('M-5-6C-16-4-18-12-13-17C-13-11-9-10-3-9ZM5-6C16-4 18-12 13-17C13-11 9-10 3-9Z', light) +
  fill('M-7-4L-13-1L-8 1ZM7-4L13-1L8 1Z', middle) +
  line('M-3.5 1h.1M3.5 1h.1', ground, 2) +
  fill('M-4 9C-2 7 2 7 4 9C4 13-4 13-4 9Z', light) +
  line('M-1.5 10h.1M1.5 10h.1', ground, 1.2) +
  fill('M0-6L2.5-2L0 3L-2.5-2Z', light);

const siger: Motif = ({ light, middle, ground }) =>
  fill('M-13 8L-12-4L-8 1L-7-8L-3-1L0-13L3-1L7-8L8 1L12-4L13 8C5 5-5 5-13 8Z', light) +
  line('M-11 6C-4 3 4 3 11 6', ground, 1) +
  disc(0, -1, 1.5, middle) +
  disc(-6, 1, 1.2, middle) +
  disc(6, 1, 1.2, middle) +
  fill('M-13 10C-5 7 5 7 13 10V12C5 9-5 9-13 12Z', middle);

const kapal: Motif = ({ light, middle }) =>
  fill('M-14 2C-12 8-8 10-6 10H6C8 10 12 8 14 2L9 4H-9Z', light) +
  fill('M-1-13V2H-10C-8-4-4-9-1-13Z', light) +
  fill('M1-10V2H8C7-3 4-7 1-10Z', middle) +
  line('M-13 13q3-3 6.5 0t6.5 0t6.5 0t6.5 0', middle, 1.3);

const gajah: Motif = ({ light, middle, ground }) =>
  fill('M-14 11C-15 4-13-1-9-3C-5-9 5-10 10-5C14-2 13 5 13 11H8V5C4 7 0 7-3 5V11H-8V4C-10 5-11 8-11 11Z', light) +
  fill('M-6-4C-1-5 1 0-2 4C-6 4-8 0-6-4Z', middle) +
  disc(-9, 0, 0.9, ground) +
  line('M2-4C5-5 8-3 9 0M-11 6C-10 7-9 8-8 7', middle, 1.1);

const sebage: Motif = ({ light, middle, ground }) =>
  repeat(8, (index) => at(0, 0, index * 45, 1, fill('M0-2L-3.5-7L0-13L3.5-7Z', index % 2 ? middle : light))) +
  disc(0, 0, 4.4, light) +
  repeat(6, (index) => at(0, 0, index * 60, 1, disc(0, -2.4, 0.8, ground)));

/** A whole tile of its own: the slanted S of parang, and the clouds. */
const parangTile = ({ ground, light, middle }: Dye, turn: number): Shape =>
  `<pattern id="batik" width="20" height="34" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn - 45})">${box(0, 0, 20, 34, ground)}${box(0, 0, 3, 34, light)}${line('M1.5 0v34', middle, 0.9)}${[-17, 0, 17, 34].map((y) => at(11.5, y, 0, 1, fill('M-7 8C-7 1 0 2 1-3C2-8 7-8 7-3C7 4 1 3 0 8C-1 12-7 12-7 8Z', light), line('M-4 8C-3 5 2 3 3-3', ground, 1), disc(5, 5.5, 1, middle))).join('')}</pattern>`;

const cloudTile = ({ ground, light, middle, deep }: Dye, turn: number): Shape => {
  const cloud = (scale: number, colour: string) =>
    at(
      0,
      0,
      0,
      scale,
      fill('M-15 4C-20 0-16-7-10-6C-9-13 2-14 4-8C9-12 17-7 14-2C19 0 18 6 13 6C8 9-10 9-15 4Z', colour),
    );
  const nested = cloud(1.06, light) + cloud(0.9, middle) + cloud(0.72, deep) + cloud(0.52, middle) + cloud(0.3, light);
  return `<pattern id="batik" width="40" height="36" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})">${box(0, 0, 40, 36, ground)}${at(20, 9, 0, 1, nested)}${at(0, 27, 0, 1, nested)}${at(40, 27, 0, 1, nested)}</pattern>`;
};

const tileOf =
  (motif: Motif) =>
  (dye: Dye, turn: number): Shape =>
    `<defs><g id="motif">${motif(dye)}</g></defs><pattern id="batik" width="38" height="38" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})">${box(0, 0, 38, 38, dye.ground)}${[
      [19, 19],
      [0, 0],
      [38, 0],
      [0, 38],
      [38, 38],
    ]
      .map(([x = 0, y = 0]) => at(x, y, 0, 1, '<use href="#motif"/>'))
      .join(
        '',
      )}${line('M19 2h0M17 0h0M21 0h0M19 36h0M17 38h0M21 38h0M0 17h0M0 21h0M2 19h0M38 17h0M38 21h0M36 19h0', dye.light, 1.3)}</pattern>`;

export type Tile = (dye: Dye, turn: number) => Shape;
export const stampedTiles: readonly Tile[] = [tileOf(kawung), cloudTile, tileOf(tutur), tileOf(sekar)];
export const drawnTiles: readonly Tile[] = [parangTile, tileOf(pesisir), tileOf(koi), tileOf(teratai)];

/** The motifs of the demo's cities, as their cloths are called. */
export const cityTiles: Record<string, Tile> = {
  'Malangan motif Tugu': tileOf(tugu),
  Celaket: tileOf(celaket),
  'motif teratai': tileOf(teratai),
  'Topeng Malang': tileOf(topeng),
  'motif mangrove': tileOf(mangrove),
  'motif Semanggi': tileOf(semanggi),
  'motif Suro-Boyo': tileOf(suroBoyo),
  'tulis pesisir': tileOf(pesisir),
  'Tutur Blitar': tileOf(tutur),
  'motif ikan koi': tileOf(koi),
  'motif Jimbe': tileOf(jimbe),
  'motif apel': tileOf(apel),
  'motif bunga Sekar Batu': tileOf(sekar),
  'motif bantengan': tileOf(bantengan),
  'motif siger': tileOf(siger),
  'motif kapal': tileOf(kapal),
  'motif gajah Way Kambas': tileOf(gajah),
  Sebage: tileOf(sebage),
};
